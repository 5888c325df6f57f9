import { answerOf } from '../../data/opinion';
import { NO_CELL } from '../network/node-bank';
import { RANKING_UNITS, type RankingPart } from '../network/ranking-part';
import type { TimedAnswer } from '../personal/answer-windows';
import {
  type CellCounts,
  recallOfDislikes,
  recallOfLikes,
  recallOfWatched,
  recallParts,
} from '../personal/cell-recall';
import { ListTerms, splitEvenly, type TermPart } from '../personal/list-terms';
import { LiveRecall } from '../personal/live-recall';

/** A score taken apart, in units of 1/RANKING_UNITS: start + sum of the parts' units = score, exactly. */
export interface RankingParts {
  score: number;
  start: number;
  parts: TermPart[];
}

/**
 * One user's memory for lists, taught by stars or by answers: what each cell holds of likes, of films watched of late and of
 * dislikes, and the terms beside the cells. Depends on the answers and their times alone, whatever came and went.
 */
export class RankingMemory {
  private readonly model: RankingPart;
  private readonly terms: ListTerms;
  private readonly liked: Int32Array;
  private readonly watched: Int32Array;
  private readonly disliked: Int32Array;
  private readonly held = new Map<number, TimedAnswer>();
  /** Made when a ranking is first asked for. */
  private live: LiveRecall | undefined;

  constructor(model: RankingPart) {
    this.model = model;
    const cells = model.bank.firstCell[model.bank.nodeCount] + 1;
    this.liked = new Int32Array(cells);
    this.watched = new Int32Array(cells);
    this.disliked = new Int32Array(cells);
    this.terms = new ListTerms(model.terms, (item, sign) => this.write(this.watched, item, sign));
  }

  /** Learns what a rating stands for; what was said of the film before is forgotten first. @param halfStars 1..10. */
  learn(item: number, halfStars: number, timestamp: number): void {
    this.forget(item);
    const answer = { item, answer: answerOf(halfStars), time: timestamp };
    this.held.set(item, answer);
    this.terms.learn(answer);
    this.writeAnswer(answer, 1);
  }

  /** @throws RangeError if this was never learned. */
  unlearn(item: number, halfStars: number, timestamp: number): void {
    const held = this.held.get(item);
    if (!held || held.time !== timestamp || held.answer !== answerOf(halfStars)) {
      throw new RangeError('What was never learned cannot be unlearned.');
    }
    this.forget(item);
  }

  /** Forgets what was said of a film, exactly. Does nothing where nothing was said. */
  forget(item: number): void {
    const answer = this.held.get(item);
    if (!answer) return;
    this.held.delete(item);
    this.terms.unlearn(answer);
    this.writeAnswer(answer, -1);
  }

  /** The state as bytes: equal states have equal bytes. */
  bytes(): Uint8Array {
    const views = [this.liked, this.watched, this.disliked, this.terms.state()];
    return Uint8Array.from(views.flatMap((view) => [...new Uint8Array(view.buffer)]));
  }

  /** Scores of the whole catalogue: a fresh array of length itemCount; multiples of 1/RANKING_UNITS. */
  rank(): Float64Array {
    const { bank } = this.model;
    this.live ??= new LiveRecall(bank, (node, cell) => this.sumOf(node, cell));
    this.live.follow();
    const scores = new Float64Array(this.live.recalled);
    this.terms.addTo(scores);
    for (let i = 0; i < scores.length; i++) scores[i] /= RANKING_UNITS;
    return scores;
  }

  /**
   * Splits a film's score over answers and terms. What a cell recalls is not linear in its films, so those that wrote it
   * share its likes', its watched and its dislikes' part evenly; all other terms are sums over answers.
   */
  explain(film: number): RankingParts {
    const { bank } = this.model;
    const units = new Map<number, number>();
    const recent = this.terms.watchedItems();
    for (let t = 0; t < bank.nodeCount; t++) {
      const row = bank.cell.subarray(t * bank.itemCount, (t + 1) * bank.itemCount);
      if (row[film] === NO_CELL) continue;
      const parts = this.partsOf(t, bank.firstCell[t] + row[film]);
      const share = (total: number, films: TimedAnswer[]) =>
        splitEvenly(total, films.length).forEach((part, k) => {
          units.set(films[k].item, (units.get(films[k].item) ?? 0) + part);
        });
      const inCell = this.terms.all.filter(({ item }) => row[item] === row[film]);
      share(
        parts.likes,
        inCell.filter(({ answer }) => answer === 'like'),
      );
      share(
        parts.watched,
        inCell.filter(({ item }) => recent.has(item)),
      );
      share(
        parts.dislikes,
        inCell.filter(({ answer }) => answer === 'dislike'),
      );
    }
    const cells = this.terms.all.flatMap(({ item, answer }): TermPart[] => {
      const own = units.get(item) ?? 0;
      return own === 0 ? [] : [{ term: 'cells', item, answer, units: own }];
    });
    const parts = [...cells, ...this.terms.partsOf(film)];
    const start = this.terms.startOf(film);
    return { score: parts.reduce((sum, part) => sum + part.units, start), start, parts };
  }

  /** The sum of `partsOf`; most cells are empty. */
  private sumOf(node: number, cell: number): number {
    const { model } = this;
    const likes = this.liked[cell];
    const watched = this.watched[cell];
    const dislikes = this.disliked[cell];
    if (likes + watched + dislikes === 0) return 0;
    return (
      recallOfLikes(model, node, cell, likes) +
      recallOfWatched(model, node, cell, watched) +
      recallOfDislikes(model, node, cell, dislikes)
    );
  }

  private partsOf(node: number, cell: number): CellCounts {
    return recallParts(this.model, node, cell, {
      likes: this.liked[cell],
      watched: this.watched[cell],
      dislikes: this.disliked[cell],
    });
  }

  private writeAnswer({ item, answer }: TimedAnswer, sign: 1 | -1): void {
    if (answer === 'like') this.write(this.liked, item, sign);
    if (answer === 'dislike') this.write(this.disliked, item, sign);
  }

  private write(counts: Int32Array, item: number, sign: 1 | -1): void {
    const { cell, firstCell, itemCount, nodeCount } = this.model.bank;
    for (let t = 0, at = item; t < nodeCount; t++, at += itemCount) {
      if (cell[at] !== NO_CELL) counts[firstCell[t] + cell[at]] += sign;
    }
    this.live?.changed(item);
  }
}
