import type { FittedRecommender, History, PersonalRecommender, Training } from '../baselines/recommender';
import type { Dataset } from '../data/dataset';
import { fitItemEffects } from '../data/item-effects';
import { LIKE_HALF_STARS } from '../data/ratings';
import { LIKE_THRESHOLD_MATCH } from '../evaluation/metrics';
import { rest, SLICE_MS } from '../evaluation/protocol';
import { findModel } from '../evaluation/recommenders/registry';
import { deriveSeed } from '../lib/random';
import type { DuelClick, DuelEvent, DuelValue, DuelView } from './contract';

/** A like and a dislike in half stars, for systems that are taught likes: they read the side of the threshold alone. */
const LIKE = LIKE_HALF_STARS;
const DISLIKE = LIKE_HALF_STARS - 1;
const SEED = 1;
interface System {
  fitted: FittedRecommender;
  fitMs: number;
  /** What it has said so far, and of which clicks. */
  saysLike: boolean[];
  played: DuelClick[];
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

/** Systems fitted on all users of the data, taught by likes alone. @param clock milliseconds since any fixed moment. */
export function createDuel(dataset: Dataset, clock: () => number): Duel {
  const systems = new Map<string, System>();
  let training: Training | null = null;
  const itemOf = new Map(Array.from(dataset.catalogue.movieId, (id, item) => [id, item]));

  const system = (name: string): System => {
    const known = systems.get(name);
    if (known) return known;
    const { catalogue, ratings } = dataset;
    training ??= {
      ...{ catalogue, ratings, effects: fitItemEffects(catalogue, ratings) },
      ...{ feedback: 'likes', join: 'corrected', seed: deriveSeed(SEED, 'duel') },
    };
    const begun = clock();
    const fitted = findModel(name, { protocol: 'new-user' })
      .create({ protocol: 'new-user', fit: 'quick' })
      .fit(training, []);
    const made = { fitted, fitMs: clock() - begun, saysLike: [], played: [] };
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
        const follow = createFollower(playing.fitted, history);
        let sliceBegun = clock();
        for (let c = agreed; c < clicks.length; c++) {
          const score = follow(c).predict(history.item.subarray(c, c + 1))[0];
          saysLike.push(score >= LIKE_THRESHOLD_MATCH);
          if (clock() < sliceBegun + SLICE_MS) continue;
          tell({ model, state: 'playing', fitMs, saysLike: [...saysLike] });
          await rest({ signal });
          sliceBegun = clock();
        }
        Object.assign(playing, { saysLike, played: clicks });
        views.push({ model, state: 'done', fitMs, saysLike });
        tell(...views.slice(-1));
      }
      return { known, views };
    },
  };
}

/** How many clicks from the start two sequences share: what was said of them still holds. */
function agreement(before: readonly DuelClick[], now: readonly DuelClick[]): number {
  let same = 0;
  while (
    same < before.length &&
    same < now.length &&
    before[same].movieId === now[same].movieId &&
    before[same].like === now[same].like
  ) {
    same++;
  }
  return same;
}

function historyOf(clicks: readonly DuelClick[], items: ReadonlyMap<number, number>): History {
  return {
    item: Uint32Array.from(clicks, ({ movieId }) => items.get(movieId) ?? 0),
    halfStars: Uint8Array.from(clicks, ({ like }) => (like ? LIKE : DISLIKE)),
    timestamp: Uint32Array.from(clicks, ({ time }) => Math.max(0, Math.floor(time / 1000))),
  };
}

/** A model that has learned the first n clicks, n never falling. */
function createFollower(fitted: FittedRecommender, history: History): (n: number) => PersonalRecommender {
  const part = (n: number): History => ({
    item: history.item.subarray(0, n),
    halfStars: history.halfStars.subarray(0, n),
    timestamp: history.timestamp.subarray(0, n),
  });
  let personal: PersonalRecommender | null = null;
  let learned = -1;
  return (n) => {
    if (personal?.learn) {
      for (; learned < n; learned++) {
        personal.learn(history.item[learned], history.halfStars[learned], history.timestamp[learned]);
      }
    } else if (!personal || learned !== n) {
      personal?.release?.();
      personal = fitted.personalize(part(n), deriveSeed(SEED, 'duel', 'user'), 0);
      learned = n;
    }
    return personal;
  };
}
