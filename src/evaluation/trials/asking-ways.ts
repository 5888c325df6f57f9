import type { Training } from '../../baselines/recommender';
import { itemStatistics } from '../../data/statistics';
import type { Network } from '../../wnn/network/network';
import { nextFilms } from '../../wnn/personal/asking/next-films';
import { KEPT, type RateQueueInput } from '../../wnn/personal/asking/rate-queue';
import { type AskedFilm, seenChances } from '../../wnn/personal/asking/seen-chance';
import { TasteDoubt, type TasteSpread, tasteSpread } from '../../wnn/personal/asking/taste-doubt';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { matchOf } from '../../wnn/personal/rating-readout';
import { type FamedFilms, nextFamedFilms } from './famed-films';

/**
 * Ways to choose the next film to ask for, the app's first:
 * - `app`: `nextFilms`, planned ahead as on the Rate screen;
 * - `famed`: log popularity and how opinions differ, then the match nearest one half (`nextFamedFilms`), planned likewise;
 * - `fame`: the film most often rated;
 * - `doubt`: what is uncertain of the film's stars, z' V z, times log popularity;
 * - `settled`: what an answer would settle of everyone's films (`TasteDoubt`), times the share of people who rated the film;
 * - `seen`: the chance that the person has seen the film, told by people who had seen the same ones;
 * - `seen-doubt`, `seen-settled`: that chance times the root of `doubt` or of `settled`.
 */
export const ASKING_WAYS = [
  'app',
  'famed',
  'fame',
  'doubt',
  'settled',
  'seen',
  'seen-doubt',
  'seen-settled',
] as const;
/** One of ASKING_WAYS. */
export type AskingWay = (typeof ASKING_WAYS)[number];

/** What ways choose by, the same for every person. */
export interface AskedOf {
  films: FamedFilms;
  network: Network;
  spread: TasteSpread;
  /** When each film was first rated, in seconds since 1970; infinite for never. */
  firstRated: Float64Array;
  /** Films by number of ratings, most first; equals by index. */
  byFame: readonly number[];
}

/** Films that fewer people know than so many others are not asked for by ways other than the app's. */
const WELL_KNOWN = 1000;

/** @param network of which expected stars are read. */
export function askedOf({ catalogue, effects, ratings }: Training, network: Network): AskedOf {
  const { entropyBits } = itemStatistics(ratings, catalogue.count);
  const gram = network.rating?.gram;
  const firstRated = new Float64Array(catalogue.count).fill(Number.POSITIVE_INFINITY);
  for (let r = 0; r < ratings.count; r++) {
    firstRated[ratings.item[r]] = Math.min(firstRated[ratings.item[r]], ratings.timestamp[r]);
  }
  const fame = (a: number, b: number) => effects.ratings[b] - effects.ratings[a] || a - b;
  return {
    films: { catalogue, effects, ratings, network, ratingEntropy: entropyBits },
    network,
    firstRated,
    spread: gram ? tasteSpread(gram, effects.ratings) : new Float64Array(0),
    byFame: Array.from({ length: catalogue.count }, (_, item) => item)
      .sort(fame)
      .slice(0, WELL_KNOWN),
  };
}

/** Chooses films one at a time. */
export interface Asker {
  /**
   * The next film to ask for; null where none is left.
   * @param judgements all that was said, latest first. @param model has learned it.
   */
  next(judgements: readonly AskedFilm[], model: PersonalModel): number | null;
}

/** @param never films that may not be asked for. */
export function createAsker(way: AskingWay, of: AskedOf, never: readonly number[], seed: number): Asker {
  if (way !== 'app' && way !== 'famed') return byWorth(way, of, never);
  const { films } = of;
  return plannedAhead((input, model) =>
    way === 'app'
      ? nextFilms(films, { ...input, skipped: never, seed })
      : nextFamedFilms(films, (item) => matchOf(model, item), { ...input, skipped: never, seed }),
  );
}

/** As on the Rate screen: a click does not change the films that stand next. */
function plannedAhead(
  plan: (input: Pick<RateQueueInput, 'judgements' | 'keep' | 'count'>, model: PersonalModel) => number[],
): Asker {
  let planned: number[] = [];
  return {
    next(judgements, model) {
      planned = plan({ judgements, keep: planned.slice(1), count: KEPT }, model);
      return planned[0] ?? null;
    },
  };
}

type WayByWorth = Exclude<AskingWay, 'app' | 'famed'>;

/** The film worth most, each question anew. */
function byWorth(way: WayByWorth, of: AskedOf, never: readonly number[]): Asker {
  const out = new Set(never);
  const { ratings } = of.films.effects;
  let learned = -1;
  let telling: readonly number[] = [];
  return {
    next(judgements, model) {
      // "Haven't seen" teaches the model nothing.
      if (model.answers.size !== learned) {
        learned = model.answers.size;
        telling = of.byFame.map(tellingBy(way, of, model));
      }
      const known = way.startsWith('seen') ? seenChances(of.films.ratings, ratings, judgements) : null;
      let best: number | null = null;
      let most = -1;
      of.byFame.forEach((item, k) => {
        const worth = telling[k] * (known ? known[item] : 1);
        if (worth <= most || out.has(item)) return;
        best = item;
        most = worth;
      });
      if (best !== null) out.add(best);
      return best;
    },
  };
}

/** What a film's answer is worth, but for the chance that the person has seen it. */
function tellingBy(
  way: WayByWorth,
  { films, network, spread }: AskedOf,
  model: PersonalModel,
): (item: number) => number {
  const fame = (item: number) => films.effects.ratings[item];
  if (way === 'seen') return () => 1;
  if (way === 'fame' || !network.rating) return fame;
  const doubt = new TasteDoubt(model.sums, network.rating.gram, spread);
  if (way === 'doubt') return (item) => doubt.of(item) * Math.log1p(fame(item));
  if (way === 'settled') return (item) => doubt.settledBy(item) * fame(item);
  if (way === 'seen-doubt') return (item) => Math.sqrt(doubt.of(item));
  return (item) => Math.sqrt(doubt.settledBy(item));
}
