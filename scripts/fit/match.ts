/**
 * Measures MATCH_CALIBRATION of src/wnn/personal/match-calibration.ts: `npm run fit:match -- [--fit full]`.
 *
 * The training users of one outer fold are dealt into inner folds; each is held out from a network learned of the others
 * (hybrid, likes). Held-out people like and dislike films of their training part, and the raw match of each of their test
 * films is taken after 5, 10 and 30 clicks, in random order and in time. Prints the share liked by raw match, and for
 * several numbers of clicks at which half of the modesty is left the log loss and the calibration error. The same seed
 * prints the same figures.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { History } from '../../src/baselines/recommender';
import { opinionOf } from '../../src/data/opinion';
import { LIKE_HALF_STARS } from '../../src/data/ratings';
import { unpackDataset } from '../../src/data/unpack';
import { dealFolds, eligibleUsers } from '../../src/evaluation/folds';
import type { Split } from '../../src/evaluation/types';
import { learnRating, quickRating, ratingDefaults } from '../../src/wnn/fit/learn-rating';
import { networkOf } from '../../src/wnn/network/assembly';
import type { Network } from '../../src/wnn/network/network';
import { calibratedMatch, MATCH_CALIBRATION } from '../../src/wnn/personal/match-calibration';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { rawMatch } from '../../src/wnn/personal/rating-readout';
import { innerFolds } from './inner-folds';

const { values: options } = parseArgs({
  options: {
    fit: { type: 'string', default: 'quick' },
    outer: { type: 'string', default: '1' },
    inner: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(options.seed);

/** Clicks after which raw matches are taken for the table; the last is for the modesty alone. */
const LENGTHS = [5, 10, 30, 100];
const TABLE_LENGTHS = [5, 10, 30];
/** Bounds of the table's bins: the outer ones are open. Between .2 and .7 raw matches are taken as they are. */
const BOUNDS = [-0.2, 0, 0.1, 0.2, 0.7, 0.8, 0.9, 1, 1.1];
const MODEST_CLICKS = [0, 5, 10, 20, 40, 80, Number.POSITIVE_INFINITY];

/** A film that a held-out person judged later, and what they were told of it. */
interface Told {
  split: Split;
  clicks: number;
  raw: number;
  liked: boolean;
}

/** Raw matches of a person's test films after the first clicks of their training part. */
function toldOf(network: Network, split: Split, { train, test }: { train: History; test: History }): Told[] {
  const model = new PersonalModel(network);
  const told: Told[] = [];
  for (const clicks of LENGTHS) {
    if (train.item.length < clicks) break;
    for (let r = model.opinions.size; r < clicks; r++) {
      model.answer(train.item[r], opinionOf(train.halfStars[r]));
    }
    test.item.forEach((item, r) => {
      const raw = rawMatch(network, model.memory, item);
      told.push({ split, clicks, raw, liked: test.halfStars[r] >= LIKE_HALF_STARS });
    });
  }
  return told;
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
const likedShare = (told: readonly Told[]) => mean(told.map(({ liked }) => Number(liked)));

/** Mean over ten bins of the figure, by their films, of how far the share liked is from the mean figure. */
function calibrationError(figures: readonly { figure: number; liked: boolean }[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    figures.filter(({ figure }) => Math.min(9, Math.floor(10 * figure)) === bin),
  );
  const gaps = bins
    .filter(({ length }) => length > 0)
    .map((bin) => bin.length * Math.abs(mean(bin.map((each) => each.figure - Number(each.liked)))));
  return gaps.reduce((sum, gap) => sum + gap, 0) / figures.length;
}

const dataset = unpackDataset(readFileSync(new URL('../../public/data/movielens.bin', import.meta.url)));
const outer = dealFolds(eligibleUsers(dataset.ratings), 5, seed);
const users = outer.flatMap((fold, k) => (k === Number(options.outer) ? [] : fold)).sort((a, b) => a - b);
const splits: Split[] = ['random', 'chronological'];
const folds = splits.map((split) =>
  innerFolds(dataset, users, { folds: Number(options.inner), split, seed }),
);
const told = folds[0].flatMap(({ training }, fold) => {
  const settings = ratingDefaults('likes', true);
  const rating = learnRating(training, options.fit === 'full' ? settings : quickRating(settings));
  const network = networkOf(training.catalogue, training.effects, { rating, ranking: null });
  return splits.flatMap((split, s) => folds[s][fold].users.flatMap((user) => toldOf(network, split, user)));
});

const inTable = told.filter(({ clicks }) => TABLE_LENGTHS.includes(clicks));
console.log(
  `Share liked by raw match, after ${TABLE_LENGTHS.join(', ')} clicks (${inTable.length} films told):`,
);
console.table(
  [Number.NEGATIVE_INFINITY, ...BOUNDS].map((from, bin) => {
    const to = BOUNDS[bin] ?? Number.POSITIVE_INFINITY;
    const inside = inTable.filter(({ raw }) => raw >= from && raw < to);
    const raw = mean(inside.map((each) => each.raw));
    return {
      ...{ from, to, films: inside.length, raw: raw.toFixed(3), liked: likedShare(inside).toFixed(3) },
      ...Object.fromEntries(
        splits.map((split) => [split, likedShare(inside.filter((each) => each.split === split)).toFixed(3)]),
      ),
      inCode: calibratedMatch(raw, 1, { ...MATCH_CALIBRATION, modestClicks: 1e9 }).toFixed(3),
    };
  }),
);
console.log('Log loss and calibration error by the number of clicks at which half of the modesty is left:');
console.table(
  MODEST_CLICKS.map((modestClicks) => {
    const calibration = { ...MATCH_CALIBRATION, modestClicks: Math.min(1e9, modestClicks) };
    const row: Record<string, string> = { modestClicks: String(modestClicks) };
    for (const clicks of LENGTHS) {
      const figures = told
        .filter((each) => each.clicks === clicks)
        .map(({ raw, liked }) => ({ liked, figure: calibratedMatch(raw, clicks, calibration) }));
      const loss = mean(figures.map(({ figure, liked }) => -Math.log(liked ? figure : 1 - figure)));
      row[`after ${clicks}`] = `${loss.toFixed(4)} / ${calibrationError(figures).toFixed(4)}`;
    }
    return row;
  }),
);
