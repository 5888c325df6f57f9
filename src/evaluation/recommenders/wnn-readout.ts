import type { Training } from '../../baselines/recommender';
import { fitItemEffects } from '../../data/item-effects';
import { solveSymmetric } from '../../lib/linear-algebra';
import { createRandom, deriveSeed } from '../../lib/random';
import { UNITS } from '../../wnn/memory';
import { type PublicModel, starsVerdict } from '../../wnn/public-model';
import { selectUsers } from '../folds';
import { ratingOrder, trainCount } from '../splits';
import { KINDS, readVotes, type StarAddresses, writeStars } from './star-cells';
import type { Gate, GatePoint } from './wnn-gate';

/** How votes become stars; public, the same for all users. */
export interface TunedReadout {
  /**
   * Weight >= 0 of the mean vote of each kind of node, in the order of `KINDS`. Kinds share a strength: with seeded
   * connections no single node has earned one of its own.
   */
  strength: Float64Array;
  /** By number of ratings, ascending. */
  gates: GatePoint[];
}

/** Training users on whom strengths and gates are chosen, held out of the means and biases used for that. */
const INNER_USERS = 200;
/** History lengths with a gate of their own; 80 % of a user's ratings comes last. */
const GATE_POINTS = [0, 1, 2, 5, 10, 20, 50];
const RIDGE = 30;

/** One training row: the target and what the readout sees of it. */
interface Row {
  /** Stars beyond mu + b_i. */
  target: number;
  userBias: number;
  votes: Float64Array;
}

/** Chooses strengths and gates on training users who are held out of the effects they are measured against. */
export function tuneReadout(training: Training, shared: PublicModel, addresses: StarAddresses): TunedReadout {
  const rows = collectRows(training, shared, addresses);
  const last = rows[rows.length - 1];
  const strength = nonNegativeFit(last);
  const gates = rows.map((list, p): GatePoint => {
    const ratings = GATE_POINTS[p] ?? 2 * GATE_POINTS[GATE_POINTS.length - 1];
    return { ratings, gate: fitGate(list, strength) };
  });
  return { strength, gates };
}

/** Rows after each number of ratings in GATE_POINTS, and after 80 % of each user's ratings. */
function collectRows(training: Training, shared: PublicModel, addresses: StarAddresses): Row[][] {
  const { ratings, catalogue, seed } = training;
  const users = Array.from({ length: ratings.userCount }, (_, user) => user);
  const inner = createRandom(deriveSeed(seed, 'wnn readout')).shuffle(users).slice(0, INNER_USERS);
  const held = new Set(inner);
  const outer = selectUsers(
    ratings,
    users.filter((user) => !held.has(user)).sort((a, b) => a - b),
  );
  const model = { ...shared, effects: fitItemEffects(catalogue, outer) };
  const rows: Row[][] = [...GATE_POINTS, 0].map(() => []);
  const state = new Int32Array(addresses.stateLength);
  for (const user of inner.sort((a, b) => a - b)) {
    const order = ratingOrder(ratings, user, 'random', seed);
    const lastPoint = trainCount(order.length);
    const verdicts = Array.from(order, (r) => starsVerdict(model, ratings.item[r], ratings.halfStars[r] / 2));
    const read = (list: Row[]) => {
      for (let k = lastPoint; k < order.length; k++) {
        const votes = new Float64Array(KINDS.length);
        const userBias = readVotes(addresses, state, ratings.item[order[k]], votes);
        list.push({ target: verdicts[k].deviation / UNITS, userBias, votes });
      }
    };
    for (let n = 0; n <= lastPoint; n++) {
      const point = GATE_POINTS.indexOf(n);
      if (point >= 0) read(rows[point]);
      if (n === lastPoint) read(rows[rows.length - 1]);
      else writeStars(addresses, state, ratings.item[order[n]], verdicts[n].deviation, 1);
    }
    state.fill(0);
  }
  return rows;
}

/** Least squares of target - b_u on the kinds' votes; a kind that would get a negative strength is left out. */
function nonNegativeFit(rows: readonly Row[]): Float64Array {
  let used = KINDS.map((_, k) => k);
  for (;;) {
    const fitted = leastSquares(
      rows.map(({ votes }) => used.map((k) => votes[k])),
      rows.map(({ target, userBias }) => target - userBias),
      used.map(() => 1),
    );
    const kept = used.filter((_, k) => fitted[k] >= 0);
    if (kept.length === used.length) {
      const strength = new Float64Array(KINDS.length);
      used.forEach((kind, k) => {
        strength[kind] = fitted[k];
      });
      return strength;
    }
    used = kept;
  }
}

function fitGate(rows: readonly Row[], strength: Float64Array): Gate {
  const voted = rows.map(({ votes }) => votes.reduce((sum, vote, k) => sum + strength[k] * vote, 0));
  const [offset, userBias, votes] = leastSquares(
    rows.map((row, r) => [1, row.userBias, voted[r]]),
    rows.map(({ target }) => target),
    [0, 0.5, 1],
  );
  return [offset, userBias, votes];
}

/** Ridge regression toward `prior`. */
function leastSquares(features: number[][], target: number[], prior: number[]): Float64Array {
  const width = prior.length;
  if (width === 0) return new Float64Array(0);
  const gram = new Float64Array(width * width);
  const moment = Float64Array.from(prior, (value) => RIDGE * value);
  for (let a = 0; a < width; a++) gram[a * width + a] = RIDGE;
  features.forEach((row, r) => {
    for (let a = 0; a < width; a++) {
      moment[a] += row[a] * target[r];
      for (let b = 0; b <= a; b++) gram[a * width + b] += row[a] * row[b];
    }
  });
  return solveSymmetric(gram, width, moment);
}
