import type { FittedRecommender, History, PersonalRecommender, Training } from '../baselines/recommender';
import { fitAnswerLines } from '../data/answer-lines';
import type { Dataset } from '../data/dataset';
import { fitItemEffects } from '../data/item-effects';
import { HALF_STARS_OF_ANSWER } from '../data/opinion';
import { LIKE_THRESHOLD_STARS } from '../evaluation/metrics';
import { rest, SLICE_MS } from '../evaluation/protocol';
import { findDuelSystem } from '../evaluation/recommenders/duel-systems';
import { sliceHistory } from '../evaluation/splits';
import { deriveSeed } from '../lib/random';
import { agreement } from './agreement';
import type { DuelClick, DuelEvent, DuelValue, DuelView } from './contract';

const SEED = 1;
interface System {
  fitted: FittedRecommender;
  fitMs: number;
  /** What it has said so far, and of which clicks. */
  saysLike: boolean[];
  played: DuelClick[];
  /** Its model of the person, which has learned all of them but the last; null where it must be made anew. */
  follower: Follower | null;
}

/** A model of a person that follows the clicks. */
interface Follower {
  personal: PersonalRecommender;
  /** Clicks learned. */
  learned: number;
}

/** A person's own clicks against systems that are fitted once, when they are first asked. */
export interface Duel {
  /**
   * Plays the clicks against every system in `models`, one after the other; what a system said of the same clicks before
   * is not asked again. `onEvent` hears when a system begins and ends, and of every slice.
   * @throws the signal's reason where it was aborted.
   */
  play(
    clicks: readonly DuelClick[],
    models: readonly string[],
    signal: AbortSignal,
    onEvent: (event: DuelEvent) => void,
  ): Promise<DuelValue>;
}

/**
 * Systems fitted on all users of the data and taught by clicks, as the evaluation does it (`--feedback clicks`): each learns
 * all three answers, and says "like" where it expects 3.75 stars and more.
 * @param clock milliseconds since any fixed moment.
 */
export function createDuel(dataset: Dataset, clock: () => number): Duel {
  const systems = new Map<string, System>();
  let training: Training | null = null;
  const itemOf = new Map(Array.from(dataset.catalogue.movieId, (id, item) => [id, item]));

  const system = (name: string): System => {
    const known = systems.get(name);
    if (known) return known;
    training ??= trainingOf(dataset);
    const begun = clock();
    const fitted = findDuelSystem(name).create().fit(training, []);
    const made = { fitted, fitMs: clock() - begun, saysLike: [], played: [], follower: null };
    systems.set(name, made);
    return made;
  };

  return {
    async play(all, models, signal, onEvent) {
      const known = all.flatMap(({ movieId }, index) => (itemOf.has(movieId) ? [index] : []));
      const clicks = known.map((index) => all[index]);
      const history = historyOf(clicks, itemOf);
      const views: DuelView[] = [];
      const tell = (...changes: DuelEvent['views']) => onEvent({ known, views: changes });
      tell(...models.map((model) => ({ model, state: 'waiting' as const })));
      for (const model of models) {
        tell({ model, state: 'fitting' });
        await rest({ signal });
        const playing = system(model);
        const { fitMs } = playing;
        const agreed = agreement(playing.played, clicks);
        const saysLike = playing.saysLike.slice(0, agreed);
        let { follower } = playing;
        // Given back at the end only: what a duel that was ended early has learned is not in `played`.
        playing.follower = null;
        if (follower && follower.learned > agreed) follower = letGo(follower);
        let sliceBegun = clock();
        for (let c = agreed; c < clicks.length; c++) {
          follower = follow(playing.fitted, follower, history, c);
          saysLike.push(expectsLike(follower.personal, history.item.subarray(c, c + 1)));
          if (clock() < sliceBegun + SLICE_MS) continue;
          tell({ model, state: 'playing', fitMs, saysLike: [...saysLike] });
          await rest({ signal });
          sliceBegun = clock();
        }
        Object.assign(playing, { saysLike, played: clicks, follower });
        views.push({ model, state: 'done', fitMs, saysLike });
        tell(...views.slice(-1));
      }
      return { known, views };
    },
  };
}

function trainingOf({ catalogue, ratings }: Dataset): Training {
  const effects = fitItemEffects(catalogue, ratings);
  const answers = fitAnswerLines(ratings, effects);
  return {
    ...{ catalogue, ratings, effects, answers },
    ...{ feedback: 'clicks', join: 'corrected', seed: deriveSeed(SEED, 'duel') },
  };
}

/** What it says of one film, as `likeAccuracy` reads it. @param film one item. */
function expectsLike(personal: PersonalRecommender, film: Uint32Array): boolean {
  const [stars] = personal.predictFor?.('likeAccuracy', film) ?? personal.predict(film);
  return stars >= LIKE_THRESHOLD_STARS;
}

function historyOf(clicks: readonly DuelClick[], items: ReadonlyMap<number, number>): History {
  return {
    item: Uint32Array.from(clicks, ({ movieId }) => items.get(movieId) ?? 0),
    halfStars: Uint8Array.from(clicks, ({ answer }) => HALF_STARS_OF_ANSWER[answer]),
    timestamp: Uint32Array.from(clicks, ({ time }) => Math.max(0, Math.floor(time / 1000))),
  };
}

/**
 * The model that has learned the first n clicks: click by click where it can, or made anew from all of them.
 * @param follower has learned at most the first n of the same clicks.
 */
function follow(fitted: FittedRecommender, follower: Follower | null, history: History, n: number): Follower {
  const learn = follower?.personal.learn;
  if (follower && learn) {
    for (; follower.learned < n; follower.learned++) {
      const r = follower.learned;
      learn.call(follower.personal, history.item[r], history.halfStars[r], history.timestamp[r]);
    }
    return follower;
  }
  if (follower?.learned === n) return follower;
  letGo(follower);
  const known = sliceHistory(history, 0, n);
  return { personal: fitted.personalize(known, deriveSeed(SEED, 'duel', 'user'), 0), learned: n };
}

/** An undone click cannot be taken out of a model here: it is folded anew from the clicks that stand. */
function letGo(follower: Follower | null): null {
  follower?.personal.release?.();
  return null;
}
