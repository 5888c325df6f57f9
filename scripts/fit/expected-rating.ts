// Fits STARS_PER_MATCH of src/wnn/personal/expected-rating.ts on held-out users: npm run fit:expected-rating -- [--json]
import { readFileSync } from 'node:fs';
import { fitItemEffects } from '../../src/data/item-effects';
import { opinionOf } from '../../src/data/opinion';
import { unpackDataset } from '../../src/data/unpack';
import { dealFolds, eligibleUsers, selectUsers } from '../../src/evaluation/folds';
import { historyAt, ratingOrder, splitHistory } from '../../src/evaluation/splits';
import { learnRating, ratingDefaults } from '../../src/wnn/fit/learn-rating';
import { networkOf } from '../../src/wnn/network/assembly';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { rawMatch } from '../../src/wnn/personal/rating-readout';

const FOLDS = 5;
const SEED = 1;
/** Ratings that the person has given when the figure is shown; Infinity is the first 80 %. */
const LENGTHS = [5, 10, 20, 50, Number.POSITIVE_INFINITY];

/** Sums of a regression through the origin of y, what people differ in stars, on x, what the match moved. */
interface Sums {
  n: number;
  xx: number;
  xy: number;
  yy: number;
}

const { catalogue, ratings } = unpackDataset(
  readFileSync(new URL('../../public/data/movielens.bin', import.meta.url)),
);
const folds = dealFolds(eligibleUsers(ratings), FOLDS, SEED);
/** By length, then by fold. */
const sums: Sums[][] = LENGTHS.map(() => folds.map(() => ({ n: 0, xx: 0, xy: 0, yy: 0 })));

folds.forEach((held, fold) => {
  const heldOut = new Set(held);
  const others = selectUsers(
    ratings,
    Array.from(ratings.userId.keys()).filter((user) => !heldOut.has(user)),
  );
  const effects = fitItemEffects(catalogue, others);
  const data = { catalogue, ratings: others, effects, seed: SEED };
  const rating = learnRating(data, ratingDefaults('likes', true));
  const network = networkOf(catalogue, effects, { rating, ranking: null });
  for (const user of held) {
    const { train, test } = splitHistory(historyAt(ratings, ratingOrder(ratings, user, 'random', SEED)));
    const model = new PersonalModel(network);
    let learned = 0;
    LENGTHS.forEach((length, l) => {
      for (; learned < Math.min(length, train.item.length); learned++) {
        model.answer(train.item[learned], opinionOf(train.halfStars[learned]));
      }
      const sum = sums[l][fold];
      test.item.forEach((item, r) => {
        const x = rawMatch(network, model.memory, item) - effects.likeRate[item];
        const y = test.halfStars[r] / 2 - effects.globalMean - effects.bias[item];
        sum.n++;
        sum.xx += x * x;
        sum.xy += x * y;
        sum.yy += y * y;
      });
    });
  }
});

function added(parts: readonly Sums[]): Sums {
  return parts.reduce((a, b) => ({ n: a.n + b.n, xx: a.xx + b.xx, xy: a.xy + b.xy, yy: a.yy + b.yy }));
}
const slopeOf = ({ xx, xy }: Sums) => xy / xx;
const rmseAt = ({ n, xx, xy, yy }: Sums, slope: number) =>
  Math.sqrt((yy - 2 * slope * xy + slope * slope * xx) / n);

const all = added(sums.flat());
const slope = slopeOf(all);
const rows = LENGTHS.map((length, l) => {
  const sum = added(sums[l]);
  // Each fold judged by the slope of the others: what the constant promises for people it was not fitted on.
  const squares = folds.map((_, fold) => {
    const others = added(sums.flatMap((byFold) => byFold.filter((_, other) => other !== fold)));
    return rmseAt(sums[l][fold], slopeOf(others)) ** 2 * sums[l][fold].n;
  });
  return {
    ratings: Number.isFinite(length) ? length : 'first 80 %',
    ownSlope: slopeOf(sum),
    rmseOfMost: rmseAt(sum, 0),
    rmseOfYou: Math.sqrt(squares.reduce((a, b) => a + b) / sum.n),
  };
});
if (process.argv.includes('--json')) console.log(JSON.stringify({ slope, rows }));
else {
  console.log(`Stars per match: ${slope.toFixed(3)} (${all.n} held-out ratings)`);
  console.table(rows);
}
