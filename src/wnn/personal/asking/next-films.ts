import type { Catalogue } from '../../../data/catalogue';
import type { ItemEffects } from '../../../data/item-effects';
import { taughtBy } from '../../../data/opinion';
import type { Ratings } from '../../../data/ratings';
import { countBits } from '../../../lib/bits';
import { hashIntegers } from '../../../lib/hash';
import { topK } from '../../../lib/top-k';
import type { GramPart } from '../../network/taste/gram-part';
import { createGramSums, writeGram } from '../gram-memory';
import type { RateQueueInput } from './rate-queue';
import { seenChances } from './seen-chance';
import { TasteDoubt } from './taste-doubt';

/** What the public data say of the films that can be asked for. */
export interface AskableFilms {
  catalogue: Pick<Catalogue, 'count' | 'genres' | 'year'>;
  effects: Pick<ItemEffects, 'ratings'>;
  /** The public's ratings: who rated which films. */
  ratings: Pick<Ratings, 'userCount' | 'offsets' | 'item'>;
  /** How many people `effects.ratings` counts; those of the ratings where left out. */
  people?: number;
  /** Where films lie along the coordinates of taste; null where the network has no part for stars. */
  network: { rating: { gram: GramPart } | null };
}

/** Only the best this many candidates are weighed against each other for variety. */
const CANDIDATES = 400;
/** Films shown before that a new one should differ from. */
const RECENT = 6;
/** How strongly likeness to recent films counts against a film, 0..1. */
const VARIETY = 0.6;
/** How strongly the seed shuffles films of similar worth, as a share of their worth. */
const JITTER = 0.15;

/**
 * What each film is worth asking for: the chance that the person has seen it (`seenChances`) times how uncertain taste leaves its
 * stars, z' V z (`TasteDoubt`). V hangs on which films were answered and on nothing else, so that no model is asked.
 * @returns >= 0, length itemCount
 */
export function askingWorth(films: AskableFilms, judgements: RateQueueInput['judgements']): Float64Array {
  const { effects, ratings, people, network } = films;
  const chance = seenChances(ratings, effects.ratings, judgements, people);
  const gram = network.rating?.gram;
  if (!gram) return chance;
  const sums = createGramSums(gram);
  for (const { item, kind } of judgements) if (taughtBy(kind)) writeGram(sums, gram, item, 0, 1);
  const doubt = new TasteDoubt(sums, gram);
  return chance.map((known, item) => (known === 0 ? 0 : known * doubt.of(item)));
}

/**
 * The next films to judge, best first; the same input gives the same films.
 *
 * Films that are known and telling (`askingWorth`), varied in genre and decade. Films judged, "haven't seen" included, are
 * never asked again.
 * @param worthOf told where it is known already
 */
export function nextFilms(
  films: AskableFilms,
  input: RateQueueInput,
  worthOf: () => Float64Array = () => askingWorth(films, input.judgements),
): number[] {
  return planFilms(films, input, worthOf);
}

/**
 * Plans films by what each is worth asking for, varied in genre and decade (maximal marginal relevance, Carbonell and
 * Goldstein 1998) and shuffled a little by the seed: those to be kept, then others.
 * @param scoresOf what each film is worth, >= 0; asked for only where films are missing.
 * @param worthAt what counts instead of the scores for a film in a place of the queue, 0-based, among the best by them.
 */
export function planFilms(
  films: Pick<AskableFilms, 'catalogue'>,
  { judgements, seed, keep, skipped, count }: RateQueueInput,
  scoresOf: () => Float64Array,
  worthAt?: (place: number) => ((item: number) => number) | null,
): number[] {
  const judged = new Set(judgements.map(({ item }) => item));
  const planned = [...new Set(keep)].filter((item) => !judged.has(item)).slice(0, count);
  if (planned.length === count) return planned;
  const out = new Set([...judged, ...skipped, ...planned]);
  const scores = scoresOf().map(
    (score, item) => score * (1 + JITTER * (hashIntegers(seed, item) / 2 ** 32 - 0.5)),
  );
  const candidates = topK(scores, CANDIDATES, (item) => out.has(item));
  const shown = judgements.slice(0, RECENT).map(({ item }) => item);
  while (planned.length < count) {
    const worth = worthAt?.(judgements.length + planned.length) ?? ((item: number) => scores[item]);
    const recent = [...planned].reverse().concat(shown).slice(0, RECENT);
    const next = pickVaried(films, candidates, worth, recent, (item) => planned.includes(item));
    if (next === null) break;
    planned.push(next);
  }
  return planned;
}

function pickVaried(
  { catalogue }: Pick<AskableFilms, 'catalogue'>,
  candidates: readonly number[],
  worth: (item: number) => number,
  recent: readonly number[],
  taken: (item: number) => boolean,
): number | null {
  let best: number | null = null;
  let bestWorth = -1;
  for (const item of candidates) {
    // Likeness only takes away, and is slow to tell.
    if (worth(item) <= bestWorth || taken(item)) continue;
    const likeness = recent.map((other) => likenessOf(catalogue, item, other));
    const varied = worth(item) * (1 - VARIETY * Math.max(0, ...likeness));
    if (varied > bestWorth) {
      best = item;
      bestWorth = varied;
    }
  }
  return best;
}

/** Likeness of two films at a glance, 0..1: shared genres (Jaccard) and the same decade. */
function likenessOf(catalogue: AskableFilms['catalogue'], a: number, b: number): number {
  const shared = countBits(catalogue.genres[a] & catalogue.genres[b]);
  const all = countBits(catalogue.genres[a] | catalogue.genres[b]);
  const decade = Math.floor(catalogue.year[a] / 10) === Math.floor(catalogue.year[b] / 10) ? 1 : 0;
  return 0.7 * (all > 0 ? shared / all : 1) + 0.3 * decade;
}
