import { likesMatrix } from '../../data/rating-matrix';
import { ByteReader, ByteWriter, DamagedBytesError } from '../../lib/bytes';
import { type EnvelopeFormat, seal, unseal } from '../../lib/envelope';
import { solveSymmetric } from '../../lib/linear-algebra';
import { createRandom, deriveSeed } from '../../lib/random';
import { type SparseMatrix, transpose } from '../../lib/sparse-matrix';
import { expectedOfFilms, likedItems } from '../deviations';
import { popularityScores } from '../popularity';
import type { FittedRecommender, History, PersonalRecommender, Recommender, Training } from '../recommender';
import { weightsByAge } from './list-recommender';

/** The loss and how it is minimized. */
export interface IalsOptions {
  factors: number;
  /** Weight of the wish that a film nobody said anything of scores 0. */
  unobserved: number;
  /** Penalty, multiplied by (likes + unobserved x number of the other side) to the power `frequency`. */
  lambda: number;
  frequency: number;
  epochs: number;
  /** Likes after which an older like counts half when a user is folded in; Infinity is as published. */
  halfLife: number;
}

/** Chosen for nDCG@10 in 16 trials: npx tsx scripts/fit/tune-rivals.ts --models ials */
const IALS_DEFAULTS: IalsOptions = {
  ...{ factors: 128, unobserved: 0.1, lambda: 0.01, frequency: 1, epochs: 12, halfLife: 25 },
};

/** Spread of the first values, over the root of the number of factors. */
const STARTING_SPREAD = 0.1;

const FORMAT: EnvelopeFormat = { magic: 'WLIA', version: 1, what: 'The fitted implicit factors' };

/**
 * iALS (Hu, Koren and Volinsky 2008) with the penalty and the care of Rendle et al. 2021, "Revisiting the performance of
 * iALS on item recommendation benchmarks" (arXiv 2110.14037): factors v of users and h of films by alternating least squares,
 *
 *   sum over likes (1 - v h)² + a sum over all (v h)² + l (sum_u (n_u + a I)^nu |v_u|² + sum_i (n_i + a U)^nu |h_i|²)
 *
 * A new user is folded in: the same least squares for v alone, likes weighed by age.
 */
export function createIals(options: Partial<IalsOptions> = {}): Recommender {
  const settings = { ...IALS_DEFAULTS, ...options };
  return {
    name: 'ials',
    fit(training) {
      const likes = likesMatrix(training.ratings, training.catalogue.count);
      return new FittedIals(
        training,
        settings,
        Float32Array.from(factorizeLikes(likes, settings, training.seed)),
      );
    },
    pack(fitted) {
      if (!(fitted instanceof FittedIals)) throw new TypeError('Not fitted by ials.');
      const { buffer, byteOffset, byteLength } = fitted.films;
      const writer = new ByteWriter();
      writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
      return seal(FORMAT, writer.finish());
    },
    unpack(bytes, training) {
      const reader = new ByteReader(unseal(FORMAT, bytes).payload);
      const films = new Float32Array(reader.bytes(reader.remaining).slice().buffer);
      if (films.length !== training.catalogue.count * settings.factors) {
        throw new DamagedBytesError(`${FORMAT.what} are of other data.`);
      }
      return new FittedIals(training, settings, films);
    },
  };
}

/** With the defaults. */
export const ials: Recommender = createIals();

class FittedIals implements FittedRecommender {
  /** Row-major, films x factors; 32-bit numbers, so that they are the same when read back from a file. */
  readonly films: Float32Array;
  private readonly settings: IalsOptions;
  private readonly gram: Float64Array;
  private readonly expected: Float64Array;
  private readonly floor: Float64Array;

  constructor({ effects, feedback }: Training, settings: IalsOptions, films: Float32Array) {
    this.films = films;
    this.settings = settings;
    this.gram = gramOf(films, settings.factors);
    this.expected = expectedOfFilms(effects, feedback);
    this.floor = popularityScores(effects);
  }

  personalize(history: History): PersonalRecommender {
    const { films, settings, expected, floor } = this;
    return {
      predict: (items) => Float64Array.from(items, (item) => expected[item]),
      rank: () => {
        const liked = likedItems(history);
        const weights = weightsByAge(liked.length, settings.halfLife);
        const user = solveRow(films, this.gram, settings, liked, weights, floor.length);
        // Popularity decides only between films that nothing is known of.
        return floor.map((likes, item) => {
          let sum = likes * 1e-9;
          for (let f = 0; f < user.length; f++) sum += user[f] * films[item * user.length + f];
          return sum;
        });
      },
    };
  }
}

/** Factors of films, row-major, films x factors; 0 for films that nobody likes. */
export function factorizeLikes(likes: SparseMatrix, settings: IalsOptions, seed: number): Float64Array {
  const { factors, epochs } = settings;
  const byFilm = transpose(likes);
  const random = createRandom(deriveSeed(seed, 'ials'));
  const spread = STARTING_SPREAD / Math.sqrt(factors);
  const films = Float64Array.from({ length: byFilm.rowCount * factors }, () => spread * random.normal());
  const users = new Float64Array(likes.rowCount * factors);
  for (let epoch = 0; epoch < epochs; epoch++) {
    solveRows(likes, films, users, settings);
    solveRows(byFilm, users, films, settings);
  }
  return films;
}

function solveRows(
  rows: SparseMatrix,
  fixed: Float64Array,
  solved: Float64Array,
  settings: IalsOptions,
): void {
  const gram = gramOf(fixed, settings.factors);
  for (let row = 0; row < rows.rowCount; row++) {
    const entries = rows.column.subarray(rows.offsets[row], rows.offsets[row + 1]);
    solved.set(solveRow(fixed, gram, settings, entries, null, rows.columnCount), row * settings.factors);
  }
}

/** Sum of the outer products of all rows; both triangles. */
function gramOf(rows: ArrayLike<number>, factors: number): Float64Array {
  const gram = new Float64Array(factors * factors);
  for (let at = 0; at < rows.length; at += factors) {
    for (let a = 0; a < factors; a++) {
      const value = rows[at + a];
      for (let b = 0; b < factors; b++) gram[a * factors + b] += value * rows[at + b];
    }
  }
  return gram;
}

/**
 * Factors of one user (or film) with these entries, the other side fixed.
 * @param weights of the entries; ones if null. @param others number of rows of the other side.
 */
function solveRow(
  fixed: ArrayLike<number>,
  gram: Float64Array,
  { factors, unobserved, lambda, frequency }: IalsOptions,
  entries: Uint32Array,
  weights: Float64Array | null,
  others: number,
): Float64Array {
  const moment = new Float64Array(factors);
  if (entries.length === 0) return moment;
  const system = gram.map((value) => unobserved * value);
  const penalty = lambda * (entries.length + unobserved * others) ** frequency;
  for (let a = 0; a < factors; a++) system[a * factors + a] += penalty;
  entries.forEach((entry, r) => {
    const weight = weights ? weights[r] : 1;
    const at = entry * factors;
    for (let a = 0; a < factors; a++) {
      const value = weight * fixed[at + a];
      moment[a] += value;
      for (let b = 0; b <= a; b++) system[a * factors + b] += value * fixed[at + b];
    }
  });
  return solveSymmetric(system, factors, moment);
}
