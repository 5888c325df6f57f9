import { Command } from 'commander';
import { bias } from '../../src/baselines/bias';
import { createEase, EASE_DEFAULTS } from '../../src/baselines/ease';
import { createItemKnn, ITEM_KNN_OPTIONS } from '../../src/baselines/item-knn';
import { createMf, MF_OPTIONS } from '../../src/baselines/mf';
import { popularity } from '../../src/baselines/popularity';
import type { Recommender } from '../../src/baselines/recommender';
import { createRidge, RIDGE_OPTIONS } from '../../src/baselines/ridge';
import { createUserKnn, USER_KNN_OPTIONS } from '../../src/baselines/user-knn';
import { loadBundledData } from '../../src/cli/load-data';
import { dealFolds, eligibleUsers } from '../../src/evaluation/folds';
import type { Split } from '../../src/evaluation/types';
import { type InnerFold, innerFolds, measure } from './inner-folds';
import { fitGates } from './ridge-gates';

/** Values tried for each option, the others at their defaults. */
interface Grid {
  defaults: Record<string, unknown>;
  create(options: Record<string, number>, part: 'ratings' | 'lists'): Recommender;
  /** Options of the predicted rating, tried on both splits. */
  ratings: Record<string, number[]>;
  /** Options of the list, tried on the chronological split. */
  lists: Record<string, number[]>;
}

const GRIDS: Record<string, Grid> = {
  ridge: {
    defaults: { ...RIDGE_OPTIONS.stars },
    create: createRidge,
    ratings: { lambda: [14, 20, 28, 34, 40, 50, 60, 80] },
    lists: {},
  },
  'item-knn': {
    defaults: { ...ITEM_KNN_OPTIONS.stars },
    create: (tried, serves) => createItemKnn({ ...tried, serves }),
    ratings: {
      neighbours: [20, 40, 80],
      similarityShrinkage: [10, 25, 50, 100],
      voteShrinkage: [0.03, 0.1, 0.3, 1],
      power: [1, 1.5, 2, 3],
      minimumUsers: [2, 4, 8],
    },
    lists: {
      listNeighbours: [50, 200, 500, 1000],
      listShrinkage: [0, 1, 3, 5, 10],
      listExponent: [0.5, 0.6, 0.65, 0.7, 0.8],
    },
  },
  'user-knn': {
    defaults: { ...USER_KNN_OPTIONS.stars },
    create: createUserKnn,
    ratings: {
      neighbours: [20, 60, 150],
      similarityShrinkage: [10, 30, 60, 120],
      voteShrinkage: [0.1, 0.3, 0.6, 1, 2],
      power: [1, 1.5, 2],
    },
    lists: {
      listNeighbours: [25, 40, 60, 100],
      listShrinkage: [5, 10, 20, 40],
      listExponent: [0, 0.2, 0.3, 0.4],
    },
  },
  mf: {
    defaults: { ...MF_OPTIONS.stars },
    create: createMf,
    ratings: { lambda: [3, 5, 7, 10, 15], factors: [4, 8, 16, 32], iterations: [4, 10, 20] },
    lists: {},
  },
  ease: {
    defaults: { ...EASE_DEFAULTS },
    create: createEase,
    ratings: {},
    lists: { lambda: [40, 70, 100, 150, 250, 400] },
  },
};

const command = new Command('tune-baselines')
  .description(
    'Tries the options of the rivals on inner folds of the training users of one fold (docs/baselines.md).',
  )
  .option('--models <names>', 'comma-separated', Object.keys(GRIDS).join(','))
  .option('--outer <fold>', 'fold whose users are left out, 0 to 4', '0')
  .option('--inner <count>', 'inner folds', '3')
  .option('--seed <seed>', 'of the folds and splits', '1')
  .parse();
const options = command.opts<{ models: string; outer: string; inner: string; seed: string }>();

const dataset = loadBundledData();
const seed = Number(options.seed);
const outer = dealFolds(eligibleUsers(dataset.ratings), 5, seed);
const users = outer.flatMap((fold, k) => (k === Number(options.outer) ? [] : fold)).sort((a, b) => a - b);
const foldsOf = (split: TriedSplit) =>
  innerFolds(dataset, users, { folds: Number(options.inner), split, seed });
type TriedSplit = Exclude<Split, 'global'>;
const folds: Record<TriedSplit, InnerFold[]> = {
  random: foldsOf('random'),
  chronological: foldsOf('chronological'),
};

function report(recommender: Recommender, split: TriedSplit, setting: string): void {
  const { rmse, auc, ndcg10 } = measure(recommender, folds[split]);
  const list = Number.isNaN(ndcg10) ? '' : `ndcg10 ${ndcg10.toFixed(4)}`;
  const line = [recommender.name, split, setting, `rmse ${rmse.toFixed(4)}`, `auc ${auc.toFixed(4)}`, list];
  console.log(line.map((cell, column) => cell.padEnd([9, 14, 26][column] ?? 0)).join(' '));
}

for (const split of ['random', 'chronological'] as const) {
  report(bias, split, '');
  report(popularity, split, '');
}
if (options.models.split(',').includes('ridge')) {
  const ungated = createRidge({ gates: [{ ratings: 1, userBias: 1, votes: 1 }] });
  for (const split of ['random', 'chronological'] as const) {
    for (const { ratings, userBias, votes } of fitGates(ungated, folds[split])) {
      const gate = `b_u x ${userBias.toFixed(2)}, votes x ${votes.toFixed(2)}`;
      console.log(`ridge     ${split.padEnd(14)} gate after ${ratings}: ${gate}`);
    }
  }
}
for (const name of options.models.split(',')) {
  const grid = GRIDS[name];
  if (!grid) command.error(`There is no model "${name}" to tune. Models: ${Object.keys(GRIDS).join(', ')}.`);
  const tries: [TriedSplit, 'ratings' | 'lists'][] = [
    ['random', 'ratings'],
    ['chronological', 'ratings'],
    ['chronological', 'lists'],
  ];
  for (const [split, part] of tries) {
    for (const [option, values] of Object.entries(grid[part])) {
      for (const value of values) {
        const mark = grid.defaults[option] === value ? ' *' : '';
        report(grid.create({ [option]: value }, part), split, `${option}=${value}${mark}`);
      }
    }
  }
}
