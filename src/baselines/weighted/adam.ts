/** Adam's settings in the paper's benchmark: PyTorch's defaults (Kingma and Ba 2015, arXiv 1412.6980). */
const LEARNING_RATE = 0.001;
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** From this many steps on, what is left of the first moment (.9^200) no longer moves a number. */
const LONGEST_DRIFT = 200;

/** Adam over one flat array of parameters. */
export class Adam {
  private readonly m: Float64Array;
  private readonly v: Float64Array;
  private readonly learningRate: number;
  private step = 0;

  constructor(length: number, learningRate: number = LEARNING_RATE) {
    this.learningRate = learningRate;
    this.m = new Float64Array(length);
    this.v = new Float64Array(length);
  }

  /** One step down the gradients. */
  update(parameters: Float64Array, gradients: Float64Array): void {
    const { m, v } = this;
    this.step++;
    const rate = this.learningRate / (1 - BETA1 ** this.step);
    const correction = 1 / Math.sqrt(1 - BETA2 ** this.step);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradients[i];
      m[i] += (1 - BETA1) * (g - m[i]);
      v[i] += (1 - BETA2) * (g * g - v[i]);
      parameters[i] -= (rate * m[i]) / (Math.sqrt(v[i]) * correction + EPSILON);
    }
  }
}

/**
 * An embedding table under Adam. Dense Adam, which the benchmark uses, moves every row at every step, also those that
 * are not in the batch, since their moments are still decaying. Here a row stands still until it is needed and then
 * makes up for the steps it missed: without epsilon these moves are a sum of known factors times m / sqrt(v), and
 * epsilon enters by its mean over the missed steps, exact to first order in epsilon / sqrt(v).
 */
export class EmbeddingTable {
  readonly width: number;
  /** rows x width. Rows are up to date after `bringUpToDate`. */
  readonly values: Float64Array;
  private readonly gradients: Float64Array;
  private readonly m: Float64Array;
  private readonly v: Float64Array;
  /** The step after which a row was last brought up to date; 0 for rows that no batch has held. */
  private readonly current: Int32Array;
  private readonly isInBatch: Uint8Array;
  private batch: number[] = [];
  /** By step t: both bias corrections in one, sqrt(1 - BETA2^t) / (1 - BETA1^t), and epsilon's part beside them. */
  private readonly moves: number[] = [0];
  private readonly epsilons: number[] = [0];
  private step = 0;

  /** @param values rows x width initial values, taken over. */
  constructor(values: Float64Array, width: number) {
    const rows = values.length / width;
    this.width = width;
    this.values = values;
    this.gradients = new Float64Array(values.length);
    this.m = new Float64Array(values.length);
    this.v = new Float64Array(values.length);
    this.current = new Int32Array(rows);
    this.isInBatch = new Uint8Array(rows);
  }

  /** Brings a row up to date and copies it. */
  read(row: number, target: Float64Array, offset: number): void {
    this.bringUpToDate(row);
    const { width, values } = this;
    for (let d = 0; d < width; d++) target[offset + d] = values[row * width + d];
  }

  /** Adds to the gradient of a row, making it part of the batch. */
  addGradient(row: number, source: Float64Array, offset: number): void {
    const { width, gradients } = this;
    if (this.isInBatch[row] === 0) {
      this.isInBatch[row] = 1;
      this.batch.push(row);
    }
    for (let d = 0; d < width; d++) gradients[row * width + d] += source[offset + d];
  }

  /** One step for the rows of the batch; a new batch begins. Its rows must have been read since the last step. */
  update(): void {
    const { width, values, gradients, m, v } = this;
    this.step++;
    const rate = LEARNING_RATE / (1 - BETA1 ** this.step);
    const correction = 1 / Math.sqrt(1 - BETA2 ** this.step);
    const move = rate / correction / LEARNING_RATE;
    this.moves.push(move);
    this.epsilons.push((EPSILON * move) / correction);
    for (const row of this.batch) {
      for (let i = row * width; i < (row + 1) * width; i++) {
        const g = gradients[i];
        gradients[i] = 0;
        m[i] += (1 - BETA1) * (g - m[i]);
        v[i] += (1 - BETA2) * (g * g - v[i]);
        values[i] -= (rate * m[i]) / (Math.sqrt(v[i]) * correction + EPSILON);
      }
      this.current[row] = this.step;
      this.isInBatch[row] = 0;
    }
    this.batch = [];
  }

  /** Makes up for the steps a row has missed. */
  bringUpToDate(row: number): void {
    const from = this.current[row];
    const missed = this.step - from;
    if (from === 0 || missed === 0) return;
    this.current[row] = this.step;
    const { width, values, m, v } = this;
    let drift = 0;
    let epsilonSum = 0;
    for (let j = Math.min(missed, LONGEST_DRIFT); j > 0; j--) {
      drift = (drift + this.moves[from + j]) * (BETA1 / Math.sqrt(BETA2));
      epsilonSum = (epsilonSum + this.epsilons[from + j]) * (BETA1 / BETA2);
    }
    const epsilon = epsilonSum / drift;
    const decayM = BETA1 ** missed;
    const decayV = BETA2 ** missed;
    for (let i = row * width; i < (row + 1) * width; i++) {
      values[i] -= (LEARNING_RATE * drift * m[i]) / (Math.sqrt(v[i]) + epsilon);
      m[i] *= decayM;
      v[i] *= decayV;
    }
  }

  /** Brings all rows up to date. */
  finish(): void {
    for (let row = 0; row < this.current.length; row++) this.bringUpToDate(row);
  }
}
