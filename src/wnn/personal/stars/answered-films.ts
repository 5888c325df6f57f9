import { NEIGHBOUR_LAMBDA, type RatingNeighbours } from '../../network/rating-neighbours';

/** From so many changed answers on, all are looked up anew. */
const MANY = 16;
/** Up to so many at once, and so many in all, answers are asked for their neighbours rather than every film looked at. */
const FEW_AT_ONCE = 32;
/** See FEW_AT_ONCE. */
const FEW = 512;

/**
 * All answers ascending by film, kept in step with a model: after a click only the film clicked is moved. Also the room in
 * which a readout of stars writes what it makes of each answer, so that none is taken and given back with every click.
 */
export class AnsweredFilms {
  /** How many there are; what stands behind them in the arrays does not count. */
  count = 0;
  /** Catalogue indices, ascending, and what each answer says in whole 1/UNITS star beyond mu + b_i. */
  items = new Uint32Array(64);
  deviations = new Int32Array(64);
  /** What taste leaves over of each answer, in stars: by place, and by film, where NaN stands for no answer. */
  over = new Float64Array(64);
  readonly overOf: Float64Array;
  /** What is left over in each cell, as the readout numbers them. */
  readonly leftover: Float64Array;
  /** What answers to films rated like it say of each film: sum of weights times what is left over, and of weights. */
  private toward = new Float64Array(0);
  private weights = new Float64Array(0);
  private areFew = true;
  private readonly changes: number[] = [];
  private stale = true;

  /** @param films in the catalogue @param cells that the readout numbers */
  constructor(films: number, cells: number) {
    this.overOf = new Float64Array(films);
    this.leftover = new Float64Array(cells);
  }

  /** To be called when the answer to a film has changed. */
  changed(item: number): void {
    if (this.changes.length < MANY) this.changes.push(item);
    else this.stale = true;
  }

  /** Brings all up to date with the answers held, by film. */
  follow(held: ReadonlyMap<number, { deviation: number }>): void {
    if (this.stale) this.start(held);
    else for (const item of this.changes) this.move(item, held.get(item)?.deviation);
    if (this.count > FEW || (this.stale && this.count > FEW_AT_ONCE)) this.areFew = false;
    this.changes.length = 0;
    this.stale = false;
  }

  /**
   * To be called when `over` is written. Who clicks from the first film on then has the neighbours worked out of one film
   * more with every click, and not those of all films that are shown.
   */
  lookAround(neighbours: RatingNeighbours | null): void {
    if (!neighbours || !this.areFew || this.count === 0) return;
    const films = this.overOf.length;
    if (this.toward.length === 0)
      [this.toward, this.weights] = [new Float64Array(films), new Float64Array(films)];
    this.toward.fill(0);
    this.weights.fill(NEIGHBOUR_LAMBDA);
    for (let n = 0; n < this.count; n++) {
      const { items, weight } = neighbours(this.items[n]);
      for (let k = 0; k < items.length; k++) {
        this.toward[items[k]] += weight[k] * this.over[n];
        this.weights[items[k]] += weight[k];
      }
    }
  }

  /** The shrunken mean of what is left over of answers to films rated like one, in stars. */
  near(item: number, neighbours: RatingNeighbours | null): number {
    if (!neighbours || this.count === 0) return 0;
    if (this.areFew) return this.toward[item] / this.weights[item];
    const { items, weight } = neighbours(item);
    let sum = 0;
    let total = NEIGHBOUR_LAMBDA;
    for (let k = 0; k < items.length; k++) {
      const over = this.overOf[items[k]];
      if (Number.isNaN(over)) continue;
      sum += weight[k] * over;
      total += weight[k];
    }
    return sum / total;
  }

  private start(held: ReadonlyMap<number, { deviation: number }>): void {
    this.makeRoom(held.size);
    this.overOf.fill(Number.NaN);
    this.count = held.size;
    this.items.set(Uint32Array.from(held.keys()).sort());
    for (let place = 0; place < this.count; place++) {
      this.deviations[place] = held.get(this.items[place])?.deviation ?? 0;
    }
  }

  private move(item: number, deviation: number | undefined): void {
    const { items, deviations, count } = this;
    let place = 0;
    for (let high = count; place < high; ) {
      const middle = (place + high) >>> 1;
      if (items[middle] < item) place = middle + 1;
      else high = middle;
    }
    const isThere = place < count && items[place] === item;
    if (deviation === undefined) {
      this.overOf[item] = Number.NaN;
      if (!isThere) return;
      for (const list of [items, deviations]) list.copyWithin(place, place + 1, count);
      this.count--;
      return;
    }
    if (!isThere) {
      this.makeRoom(count + 1);
      for (const list of [this.items, this.deviations]) list.copyWithin(place + 1, place, count);
      this.count++;
    }
    this.items[place] = item;
    this.deviations[place] = deviation;
  }

  private makeRoom(answers: number): void {
    if (answers <= this.items.length) return;
    const room = 2 * answers;
    const { items, deviations } = this;
    this.items = new Uint32Array(room);
    this.deviations = new Int32Array(room);
    this.over = new Float64Array(room);
    this.items.set(items);
    this.deviations.set(deviations);
  }
}
