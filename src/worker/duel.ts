import type { FittedRecommender, History, PersonalRecommender, Training } from '../baselines/recommender';
import type { Dataset } from '../data/dataset';
import { fitItemEffects } from '../data/item-effects';
import { LIKE_HALF_STARS } from '../data/ratings';
import { LIKE_THRESHOLD_MATCH } from '../evaluation/metrics';
import { findModel } from '../evaluation/recommenders/registry';
import { deriveSeed } from '../lib/random';
import type { DuelClick, DuelEvent, DuelView } from './contract';

/** A like and a dislike in half stars, for systems that are taught likes: they read the side of the threshold alone. */
const LIKE = LIKE_HALF_STARS;
const DISLIKE = LIKE_HALF_STARS - 1;
const SEED = 1;
/** The page hears of the duel at most this often, unless a system begins or ends. */
const MILLIS_BETWEEN = 150;

interface System {
  fitted: FittedRecommender;
  fitMs: number;
  /** What it has said so far, and of which clicks. */
  saysLike: boolean[];
  played: DuelClick[];
}

/** Plays a person's own clicks against systems fitted on all users of the data; taught by likes alone. */
export function createDuel(dataset: Dataset, clock: () => number) {
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
    async play(
      all: DuelClick[],
      models: string[],
      signal: AbortSignal,
      onEvent: (event: DuelEvent) => void,
    ): Promise<DuelEvent> {
      const known = all.flatMap(({ movieId }, index) => (itemOf.has(movieId) ? [index] : []));
      const clicks = known.map((index) => all[index]);
      const history = historyOf(clicks, itemOf);
      const views = new Map<string, DuelView>(
        models.map((model) => [model, { model, state: 'waiting', fitMs: 0, saysLike: [] }]),
      );
      const event = (): DuelEvent => ({ known, views: [...views.values()] });
      for (const model of models) {
        views.set(model, { model, state: 'fitting', fitMs: 0, saysLike: [] });
        onEvent(event());
        await turn(signal);
        const playing = system(model);
        const agreed = agreement(playing.played, clicks);
        const saysLike = playing.saysLike.slice(0, agreed);
        const follow = createFollower(playing.fitted, history);
        let toldAt = clock();
        for (let c = agreed; c < clicks.length; c++) {
          const score = follow(c).predict(history.item.subarray(c, c + 1))[0];
          saysLike.push(score >= LIKE_THRESHOLD_MATCH);
          if (clock() < toldAt + MILLIS_BETWEEN) continue;
          toldAt = clock();
          views.set(model, { model, state: 'playing', fitMs: playing.fitMs, saysLike: [...saysLike] });
          onEvent(event());
          await turn(signal);
        }
        Object.assign(playing, { saysLike, played: clicks });
        views.set(model, { model, state: 'done', fitMs: playing.fitMs, saysLike });
        onEvent(event());
      }
      return event();
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

/** Lets messages through. */
async function turn(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  signal.throwIfAborted();
}
