import { countBits } from '../../lib/bits';
import { hashIntegers } from '../../lib/hash';
import { topK } from '../../lib/top-k';
import type { Library } from '../platform/library';
import type { Judgement } from '../profile/profile-model';

/** What the order of the films to judge depends on, beside the public data and the model. */
export interface RateQueueInput {
  /** What was said already, latest first. */
  judgements: readonly Judgement[];
  /** Makes the order differ between profiles, never between visits. */
  seed: number;
  /** Films that stand at the front as long as they can still be judged. */
  keep: readonly number[];
  /** Films put off, not to be asked for now. */
  skipped: readonly number[];
  /** How many films to plan. */
  count: number;
}

/** Judgements (likes, dislikes and "haven't seen") after which the model's doubt begins to steer. */
const OPENING = 12;
/** Only the best this many candidates are weighed against each other for variety. */
const CANDIDATES = 400;
/** Films shown before that a new one should differ from. */
const RECENT = 6;
/** How strongly likeness to recent films counts against a film, 0..1. */
const VARIETY = 0.6;
/** How strongly the seed shuffles films of similar worth, as a share of their worth. */
const JITTER = 0.15;

/**
 * The next films to judge, best first; the same input gives the same films.
 *
 * First films that are known and telling: log popularity x rating entropy (Rashid et al. 2002, "Getting to know you",
 * IUI), varied in genre and decade (maximal marginal relevance, Carbonell and Goldstein 1998). Later two in three are
 * films known to many of which the model is unsure, the match nearest one half. Someone who has seen few of the films
 * shown is asked for better known ones. Films judged, "haven't seen" included, are never asked again.
 * @param matchOf chance that the person likes a film, 0..1
 */
export function nextFilms(
  library: Library,
  matchOf: (item: number) => number,
  input: RateQueueInput,
): number[] {
  const { judgements, keep, skipped, count } = input;
  const judged = new Set(judgements.map(({ item }) => item));
  const planned = [...new Set(keep)].filter((item) => !judged.has(item)).slice(0, count);
  if (planned.length === count) return planned;
  const out = new Set([...judged, ...skipped, ...planned]);
  const telling = tellingScores(library, input);
  const candidates = topK(telling, CANDIDATES, (item) => out.has(item));
  const unsure = new Map(
    candidates.map((item) => {
      const doubt = 1 - Math.abs(2 * matchOf(item) - 1);
      return [item, doubt * Math.log1p(library.effects.ratings[item])];
    }),
  );
  const shown = judgements.slice(0, RECENT).map(({ item }) => item);
  while (planned.length < count) {
    const place = judgements.length + planned.length;
    const doubtful = place >= OPENING && place % 3 !== 0;
    const worth = (item: number) => (doubtful ? (unsure.get(item) ?? 0) : telling[item]);
    const recent = [...planned].reverse().concat(shown).slice(0, RECENT);
    const next = pickVaried(library, candidates, worth, recent, (item) => planned.includes(item));
    if (next === null) break;
    planned.push(next);
  }
  return planned;
}

function tellingScores(
  { catalogue, effects, ratingEntropy }: Library,
  { judgements, seed }: RateQueueInput,
): Float64Array {
  const recent = judgements.slice(0, OPENING);
  const unseen = recent.filter(({ kind }) => kind === 'unseen').length;
  const fame = 1 + (2 * unseen) / OPENING;
  const scores = new Float64Array(catalogue.count);
  for (let item = 0; item < scores.length; item++) {
    const jitter = 1 + JITTER * (hashIntegers(seed, item) / 2 ** 32 - 0.5);
    scores[item] = Math.log1p(effects.ratings[item]) ** fame * ratingEntropy[item] * jitter;
  }
  return scores;
}

function pickVaried(
  { catalogue }: Library,
  candidates: readonly number[],
  worth: (item: number) => number,
  recent: readonly number[],
  taken: (item: number) => boolean,
): number | null {
  let best: number | null = null;
  let bestWorth = -1;
  for (const item of candidates) {
    if (taken(item)) continue;
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
function likenessOf(catalogue: Library['catalogue'], a: number, b: number): number {
  const shared = countBits(catalogue.genres[a] & catalogue.genres[b]);
  const all = countBits(catalogue.genres[a] | catalogue.genres[b]);
  const decade = Math.floor(catalogue.year[a] / 10) === Math.floor(catalogue.year[b] / 10) ? 1 : 0;
  return 0.7 * (all > 0 ? shared / all : 1) + 0.3 * decade;
}
