import type { SeenAnswer } from '../../data/opinion';
import { compareAnswers, placeOf, type Timed } from '../network/answer-order';

/** What was said of a film that was seen, and when. */
export interface TimedAnswer extends Timed {
  answer: SeenAnswer;
}

/**
 * The latest answers of one kind, in exact windows: the window of size W holds the W latest. An answer that comes in lets
 * the oldest of a full window out; one that is taken back lets the next older in again. So windows depend on the answers
 * alone, whatever was learned and forgotten in between.
 */
export class AnswerWindows {
  /** Ascending by compareAnswers. */
  private readonly answers: TimedAnswer[] = [];
  private readonly sizes: readonly number[];
  private readonly moved: (answer: TimedAnswer, windows: number) => void;

  /**
   * @param sizes of the windows, Infinity for all answers.
   * @param moved is told of every answer that enters windows, and how many, or leaves them, then below 0.
   */
  constructor(sizes: readonly number[], moved: (answer: TimedAnswer, windows: number) => void) {
    this.sizes = sizes;
    this.moved = moved;
  }

  get count(): number {
    return this.answers.length;
  }

  /** All answers, from the oldest to the latest. */
  get all(): readonly TimedAnswer[] {
    return this.answers;
  }

  /** How many of the windows hold the answer at a place in `all`. */
  windowsAt(place: number): number {
    const age = this.answers.length - place;
    let count = 0;
    for (const size of this.sizes) if (age <= size) count++;
    return count;
  }

  /** The same as to insert one after the other, while there is none. @param answers ascending by compareAnswers */
  fill(answers: readonly TimedAnswer[]): void {
    for (const one of answers) this.answers.push(one);
    // What others push out again never comes in.
    for (let place = 0; place < answers.length; place++) {
      const entered = this.windowsAt(place);
      if (entered > 0) this.moved(answers[place], entered);
    }
  }

  insert(answer: TimedAnswer): void {
    const { answers } = this;
    const place = placeOf(answers, answer);
    if (place === answers.length) answers.push(answer);
    else answers.splice(place, 0, answer);
    const entered = this.windowsAt(place);
    if (entered > 0) this.moved(answer, entered);
    this.pass(answers.length - place, -1);
  }

  /** @throws RangeError if it is not there. */
  remove(answer: TimedAnswer): void {
    const { answers } = this;
    const place = placeOf(answers, answer);
    const found = answers[place];
    if (!found || compareAnswers(found, answer) !== 0 || found.answer !== answer.answer) {
      throw new RangeError('What was never learned cannot be unlearned.');
    }
    const left = this.windowsAt(place);
    if (left > 0) this.moved(found, -left);
    this.pass(answers.length - place, 1);
    if (place === answers.length - 1) answers.pop();
    else answers.splice(place, 1);
  }

  /** Moves what stands just beyond every window that an answer of this age, in answers, is in: a full window keeps its size. */
  private pass(age: number, windows: 1 | -1): void {
    const { answers } = this;
    for (const size of this.sizes) {
      if (age <= size && size < answers.length) this.moved(answers[answers.length - 1 - size], windows);
    }
  }
}

/** Answers by film in the order of their times. */
export function inTime(answers: ReadonlyMap<number, Pick<TimedAnswer, 'answer' | 'time'>>): TimedAnswer[] {
  const all = Array.from(answers, ([item, { answer, time }]) => ({ item, answer, time }));
  return all.sort(compareAnswers);
}
