// Tunes the rivals on inner folds of the training users of fold 0 of the bundled data (docs/baselines.md):
//   npx tsx scripts/fit/tune-rivals.ts --models ease-recent --feedback clicks
import { Command, Option } from 'commander';
import type { HistoryGate } from '../../src/baselines/history-gate';
import type { FittedRecommender, History } from '../../src/baselines/recommender';
import { loadBundledData } from '../../src/cli/load-data';
import { LIKE_HALF_STARS } from '../../src/data/ratings';
import { dealFolds, eligibleUsers } from '../../src/evaluation/folds';
import { tailNdcg10 } from '../../src/evaluation/list-metrics';
import { LIST_LENGTH, ndcg10, squaredErrors } from '../../src/evaluation/metrics';
import type { Split } from '../../src/evaluation/types';
import { topK } from '../../src/lib/top-k';
import { CLICK_SPACES } from './click-spaces';
import { innerFolds } from './inner-folds';
import { fitGates } from './ridge-gates';
import { type Settings, type Space, STAR_SPACES, TRIALS } from './rival-spaces';

const command = new Command('tune-rivals')
  .description(`Chooses the options of rivals by ${TRIALS} trials on inner folds (docs/baselines.md).`)
  .option('--models <names>', 'comma-separated; unsaid: all')
  .addOption(
    new Option('--feedback <kind>', 'what the held-out users teach')
      .choices(['stars', 'clicks'] as const)
      .default('stars' as const),
  )
  .option('--outer <fold>', 'fold whose users are left out, 0 to 4', '0')
  .option('--trials <count>', 'settings that each is given', String(TRIALS))
  .option('--inner <count>', 'inner folds', '2')
  .option('--seed <seed>', 'of the folds and splits', '1')
  .parse();
const given = command.opts<{
  models?: string;
  feedback: 'stars' | 'clicks';
  trials: string;
  outer: string;
  inner: string;
  seed: string;
}>();
const seed = Number(given.seed);
const { feedback } = given;
const spaces = feedback === 'clicks' ? CLICK_SPACES : STAR_SPACES;

const dataset = loadBundledData();
const outer = dealFolds(eligibleUsers(dataset.ratings), 5, seed);
const users = outer.flatMap((fold, k) => (k === Number(given.outer) ? [] : fold)).sort((a, b) => a - b);
const foldsOf = (split: Split) =>
  innerFolds(dataset, users, { folds: Number(given.inner), split, seed, feedback });
/** The same users are held out in both. */
const folds = { random: foldsOf('random'), chronological: foldsOf('chronological') };

/** Figures of one setting over the inner folds: pooled RMSE, means over users of the others. */
type Figures = Record<'random' | 'inTime' | 'ndcg10' | 'tailNdcg10', number>;

function measure({ create, serves }: Space, settings: Settings, gates?: readonly HistoryGate[]): Figures {
  const recommender = create(settings, gates);
  const sums: Record<keyof Figures, [sum: number, weight: number]> = {
    random: [0, 0],
    inTime: [0, 0],
    ndcg10: [0, 0],
    tailNdcg10: [0, 0],
  };
  const add = (name: keyof Figures, value: number, weight: number) => {
    sums[name][0] += value;
    sums[name][1] += weight;
  };
  folds.chronological.forEach(({ training, users: inTime }, k) => {
    const fitted = recommender.fit(training, []);
    if (serves === 'lists') {
      for (const { train, test } of inTime) addList(fitted, train, test, training.effects.likes, add);
      return;
    }
    for (const [name, list] of [['random', folds.random[k].users] as const, ['inTime', inTime] as const]) {
      for (const { train, test } of list) {
        const personal = fitted.personalize(train, 1, 0);
        add(name, ...squaredErrors(personal.predict(test.item), test.halfStars));
        personal.release?.();
      }
    }
  });
  const mean = ([sum, weight]: [number, number]) => sum / weight;
  return {
    random: Math.sqrt(mean(sums.random)),
    inTime: Math.sqrt(mean(sums.inTime)),
    ndcg10: mean(sums.ndcg10),
    tailNdcg10: mean(sums.tailNdcg10),
  };
}

function addList(
  fitted: FittedRecommender,
  train: History,
  test: History,
  likes: Uint32Array,
  add: (name: 'ndcg10' | 'tailNdcg10', value: number, weight: number) => void,
): void {
  const relevant = new Set(test.item.filter((_, r) => test.halfStars[r] >= LIKE_HALF_STARS));
  if (relevant.size === 0) return;
  const seen = new Set(train.item);
  const personal = fitted.personalize(train, 1, 0);
  const list = topK(personal.rank?.() ?? [], LIST_LENGTH, (item) => seen.has(item));
  add('ndcg10', ndcg10(list, relevant), 1);
  add('tailNdcg10', tailNdcg10(list, relevant, likes), 1);
}

/**
 * The gate of a system, to two digits. With every setting: on the inner folds. With the chosen one: on five inner folds,
 * whose training users are nearly as many as at last. Where votes hold b_u, its own weight is what is left.
 */
function gatesOf({ create, gate, speaksForBias }: Space, settings: Settings): HistoryGate[] {
  const round = (value: number) => Math.round(100 * value) / 100;
  const own =
    gate === 'each'
      ? folds.random
      : innerFolds(dataset, users, { folds: 5, split: 'random', seed, feedback });
  return fitGates(create(settings), own).map(({ ratings, userBias, votes }) => ({
    ...{ ratings, votes: round(votes) },
    userBias: round(speaksForBias ? userBias - votes : userBias),
  }));
}

function tell(name: string, trial: string, settings: Settings, figures: Figures): void {
  const known = Object.entries(figures).filter(([, value]) => !Number.isNaN(value));
  console.log(
    `${name.padEnd(20)} ${trial.padEnd(7)} ${known.map(([key, value]) => `${key} ${value.toFixed(4)}`).join('  ')}  ${JSON.stringify(settings, (_, value) => (value === Number.POSITIVE_INFINITY ? 'Infinity' : value))}`,
  );
}

/** One option after another, in the order of the space: its value is changed where that is better, at most as many as trials. */
function tune(name: string, space: Space): void {
  const score = ({ random, inTime, ndcg10: list }: Figures) =>
    space.serves === 'lists' ? list : -(random + inTime) / 2;
  const tried: { settings: Settings; figures: Figures }[] = [];
  const attempt = (settings: Settings) => {
    const figures = measure(space, settings, space.gate === 'each' ? gatesOf(space, settings) : undefined);
    tried.push({ settings, figures });
    tell(name, `${tried.length}`, settings, figures);
    return score(figures);
  };
  let best = space.start;
  let bestScore = attempt(best);
  for (const [option, values] of space.steps) {
    const from = best;
    for (const value of values) {
      if (tried.length === Number(given.trials)) break;
      const settings = { ...from, [option]: value };
      const reached = attempt(settings);
      if (reached > bestScore) [best, bestScore] = [settings, reached];
    }
  }
  const chosen = tried.find(({ settings }) => settings === best) ?? tried[0];
  tell(name, 'chosen', chosen.settings, chosen.figures);
  if (space.gate) {
    const gates = gatesOf(space, chosen.settings);
    tell(name, 'gated', chosen.settings, measure(space, chosen.settings, gates));
    for (const gate of gates) console.log(JSON.stringify(gate));
  }
  if (space.serves !== 'lists') return;
  const kept = tried.filter(({ figures }) => figures.ndcg10 >= 0.97 * bestScore);
  const tail = kept.reduce((a, b) => (b.figures.tailNdcg10 > a.figures.tailNdcg10 ? b : a));
  tell(name, 'tail', tail.settings, tail.figures);
}

for (const name of given.models?.split(',') ?? Object.keys(spaces)) {
  const space = spaces[name];
  if (!space)
    command.error(`There is no model "${name}" to tune. Models: ${Object.keys(spaces).join(', ')}.`);
  tune(name, space);
}
