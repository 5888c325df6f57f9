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
  private readonly moved: (answer: TimedAnswer, sign: 1 | -1) => void;

  /**
   * @param sizes of the windows, Infinity for all answers.
   * @param moved is told of every answer that enters (1) or leaves (-1) a window, once a window.
   */
  constructor(sizes: readonly number[], moved: (answer: TimedAnswer, sign: 1 | -1) => void) {
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
    return this.sizes.reduce((count, size) => count + Number(age <= size), 0);
  }

  insert(answer: TimedAnswer): void {
    const { answers } = this;
    const place = placeOf(answers, answer);
    answers.splice(place, 0, answer);
    for (const size of this.sizes) {
      if (answers.length - place > size) continue;
      this.moved(answer, 1);
      const leaving = answers[answers.length - 1 - size];
      if (leaving) this.moved(leaving, -1);
    }
  }

  /** @throws RangeError if it is not there. */
  remove(answer: TimedAnswer): void {
    const { answers } = this;
    const place = placeOf(answers, answer);
    const found = answers[place];
    if (!found || compareAnswers(found, answer) !== 0 || found.answer !== answer.answer) {
      throw new RangeError('What was never learned cannot be unlearned.');
    }
    for (const size of this.sizes) {
      if (answers.length - place > size) continue;
      this.moved(found, -1);
      const returning = answers[answers.length - 1 - size];
      if (returning) this.moved(returning, 1);
    }
    answers.splice(place, 1);
  }
}
