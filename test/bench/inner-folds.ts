import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type {
  Feedback,
  History,
  PersonalRecommender,
  Recommender,
  Training,
} from '../../src/baselines/recommender';
import type { Dataset } from '../../src/data/dataset';
import { fitItemEffects } from '../../src/data/item-effects';
import { LIKE_HALF_STARS, type Ratings } from '../../src/data/ratings';
import { readBundledCsv } from '../../src/data/read-bundled-csv';
import { hashIntegers } from '../../src/lib/hash';
import { createRandom, deriveSeed } from '../../src/lib/random';
import { topK } from '../../src/lib/top-k';

export type Split = 'random' | 'chronological';

/** One inner fold: what a candidate is fitted on, and the held-out training users it is judged by. */
export interface InnerFold {
  training: Training;
  users: { train: History; test: History }[];
}

/** Pooled rmse, and means over users; NaN where nothing could be measured. */
export interface Figures {
  rmse: number;
  auc: number;
  ndcg10: number;
  /** Milliseconds: the fit, and personalize + predict a user. */
  fitMs: number;
  userMs: number;
}

export function loadDataset(): Dataset {
  const text = (name: string) => readFileSync(new URL(`../../datasets/${name}.csv`, import.meta.url), 'utf8');
  return readBundledCsv({ ratings: text('ratings'), movies: text('movies'), published: null });
}

/** Ratings of the chosen users only. */
export function ratingsOf(ratings: Ratings, users: readonly number[]): Ratings {
  const offsets = new Uint32Array(users.length + 1);
  users.forEach((user, u) => {
    offsets[u + 1] = offsets[u] + ratings.offsets[user + 1] - ratings.offsets[user];
  });
  const count = offsets[users.length];
  const chosen: Ratings = {
    userCount: users.length,
    count,
    userId: Uint32Array.from(users, (user) => ratings.userId[user]),
    offsets,
    item: new Uint32Array(count),
    halfStars: new Uint8Array(count),
    timestamp: new Uint32Array(count),
  };
  users.forEach((user, u) => {
    const [start, end] = [ratings.offsets[user], ratings.offsets[user + 1]];
    chosen.item.set(ratings.item.subarray(start, end), offsets[u]);
    chosen.halfStars.set(ratings.halfStars.subarray(start, end), offsets[u]);
    chosen.timestamp.set(ratings.timestamp.subarray(start, end), offsets[u]);
  });
  return chosen;
}

/** Splits users at random into `count` parts of nearly equal size. */
export function partsOf(users: readonly number[], count: number, seed: number): number[][] {
  const shuffled = createRandom(seed).shuffle([...users]);
  return Array.from({ length: count }, (_, part) =>
    shuffled.filter((_, place) => place % count === part).sort((a, b) => a - b),
  );
}

/** Divides a user's ratings 80/20, at random or in time with ties in hashed order. */
export function splitHistory(ratings: Ratings, user: number, split: Split, seed: number) {
  const rows = Array.from(
    { length: ratings.offsets[user + 1] - ratings.offsets[user] },
    (_, k) => ratings.offsets[user] + k,
  );
  if (split === 'random') createRandom(deriveSeed(seed, ratings.userId[user])).shuffle(rows);
  else {
    const order = (r: number) => hashIntegers(ratings.item[r], seed);
    rows.sort((a, b) => ratings.timestamp[a] - ratings.timestamp[b] || order(a) - order(b));
  }
  const cut = Math.floor(rows.length * 0.8);
  const part = (some: number[]): History => ({
    item: Uint32Array.from(some, (r) => ratings.item[r]),
    halfStars: Uint8Array.from(some, (r) => ratings.halfStars[r]),
    timestamp: Uint32Array.from(some, (r) => ratings.timestamp[r]),
  });
  return { train: part(rows.slice(0, cut)), test: part(rows.slice(cut)) };
}

/** Folds within the given users: each is held out once, from everything fitted. */
export function innerFolds(
  { catalogue, ratings }: Dataset,
  users: readonly number[],
  options: { folds: number; split: Split; feedback: Feedback; seed: number },
): InnerFold[] {
  const parts = partsOf(users, options.folds, deriveSeed(options.seed, 'inner'));
  return parts.map((held) => {
    const fitted = ratingsOf(
      ratings,
      users.filter((user) => !held.includes(user)),
    );
    const effects = fitItemEffects(catalogue, fitted);
    const { feedback, seed } = options;
    return {
      training: { catalogue, ratings: fitted, effects, feedback, join: 'corrected', seed },
      users: held.map((user) => splitHistory(ratings, user, options.split, seed)),
    };
  });
}

/** Figures of a recommender over inner folds. */
export function measure(recommender: Recommender, folds: readonly InnerFold[]): Figures {
  let squares = 0;
  let count = 0;
  const aucs: number[] = [];
  const ndcgs: number[] = [];
  let fitMs = 0;
  let userMs = 0;
  let users = 0;
  for (const fold of folds) {
    const started = performance.now();
    const fitted = recommender.fit(fold.training, []);
    fitMs += performance.now() - started;
    const personalStart = performance.now();
    for (const { train, test } of fold.users) {
      const model = fitted.personalize(train, 1, 0);
      const predicted = model.predict(test.item);
      for (let r = 0; r < predicted.length; r++) {
        squares += (Math.min(5, Math.max(0.5, predicted[r])) - test.halfStars[r] / 2) ** 2;
        count++;
      }
      aucs.push(aucOf(predicted, test));
      if (model.rank) ndcgs.push(ndcgOf(model, train, test));
      users++;
    }
    userMs += performance.now() - personalStart;
  }
  const mean = (values: number[]) => {
    const numbers = values.filter((value) => !Number.isNaN(value));
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  };
  return {
    rmse: Math.sqrt(squares / count),
    auc: mean(aucs),
    ndcg10: mean(ndcgs),
    fitMs: fitMs / folds.length,
    userMs: userMs / users,
  };
}

/** Chance that a liked film is placed above another; NaN without both kinds. */
function aucOf(predicted: Float64Array, test: History): number {
  let wins = 0;
  let pairs = 0;
  for (let a = 0; a < predicted.length; a++) {
    if (test.halfStars[a] < LIKE_HALF_STARS) continue;
    for (let b = 0; b < predicted.length; b++) {
      if (test.halfStars[b] >= LIKE_HALF_STARS) continue;
      pairs++;
      wins += predicted[a] > predicted[b] ? 1 : predicted[a] === predicted[b] ? 0.5 : 0;
    }
  }
  return wins / pairs;
}

/** nDCG at 10 over every film outside the training part; NaN without a relevant one. */
function ndcgOf(model: PersonalRecommender, train: History, test: History): number {
  const relevant = new Set(test.item.filter((_, r) => test.halfStars[r] >= LIKE_HALF_STARS));
  const seen = new Set(train.item);
  const scores = model.rank?.() ?? [];
  let gain = 0;
  topK(scores, 10, (item) => seen.has(item)).forEach((item, place) => {
    if (relevant.has(item)) gain += 1 / Math.log2(place + 2);
  });
  let ideal = 0;
  for (let place = 0; place < Math.min(10, relevant.size); place++) ideal += 1 / Math.log2(place + 2);
  return gain / ideal;
}
