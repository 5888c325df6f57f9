import type { SeenAnswer } from '../../data/opinion';
import { RANKING_UNITS, type RankingTerms } from '../network/lists/ranking-part';
import {
  LIKE_WINDOWS,
  popularityWeight,
  STEERING_WINDOW,
  WATCHED_TIMES,
  WATCHED_WINDOW,
  WATCHED_WINDOWS,
} from '../network/lists/ranking-settings';
import { entryOf } from '../network/lists/scaled-table';
import { AnswerWindows, type TimedAnswer } from './answer-windows';
import { TableQuery } from './table-query';

/** What a ranking score is made of; each is a line of its own where it is explained. */
export type RankingTerm = 'cells' | 'likes table' | 'watched table' | 'series' | 'steering';

/** One past answer's exact part in one term of a film's score. */
export interface TermPart {
  term: RankingTerm;
  item: number;
  answer: SeenAnswer;
  /** In units of 1/RANKING_UNITS, whole. */
  units: number;
}

/**
 * All of a ranking score but its cells: how known a film is, two tables, series, and what dislikes take from what is like
 * them. Follows answer by answer; whole numbers throughout, so equal answers give equal scores however they came.
 */
export class ListTerms {
  private readonly terms: RankingTerms;
  private readonly likesQuery: TableQuery;
  private readonly watchedQuery: TableQuery;
  private readonly likes: AnswerWindows;
  /** Every answer. */
  private readonly answers: AnswerWindows;
  /** Likes and so-so: in the table's windows, and in the one of the cells. */
  private readonly watched: AnswerWindows;
  private readonly recent: AnswerWindows;
  /** What a like of a series adds to its films, and the last like besides, in units. */
  private readonly seriesUnits: { each: number; last: number };
  /** Likes of each series. */
  private readonly series = new Map<number, number>();
  /** What each film disliked of late takes, worked out when it is first asked for. */
  private readonly taken = new Map<number, Float64Array | null>();

  /** @param watchedMoved is told of each film that enters (1) or leaves (-1) what was watched of late, for the cells. */
  constructor(terms: RankingTerms, watchedMoved: (item: number, sign: 1 | -1) => void) {
    this.terms = terms;
    const { series, seriesLast } = terms.settings;
    this.seriesUnits = {
      each: Math.round(series * RANKING_UNITS),
      last: Math.round(seriesLast * RANKING_UNITS),
    };
    this.likesQuery = new TableQuery(terms.likesTable);
    this.watchedQuery = new TableQuery(terms.watchedTable);
    this.likes = new AnswerWindows(LIKE_WINDOWS, ({ item }, sign) => this.likesQuery.add(item, sign));
    this.answers = new AnswerWindows([STEERING_WINDOW], ({ item, answer }, sign) => {
      if (answer !== 'dislike') return;
      if (sign < 0) this.taken.delete(item);
      else this.taken.set(item, null);
    });
    this.recent = new AnswerWindows([WATCHED_WINDOW], ({ item }, sign) => watchedMoved(item, sign));
    this.watched = new AnswerWindows(WATCHED_WINDOWS, ({ item, answer }, sign) =>
      this.watchedQuery.add(item, sign * timesOf(answer)),
    );
  }

  /** All answers, from the oldest to the latest. */
  get all(): readonly TimedAnswer[] {
    return this.answers.all;
  }

  learn(answer: TimedAnswer): void {
    for (const windows of this.windowsOf(answer)) windows.insert(answer);
    if (answer.answer === 'like') this.countSeries(answer.item, 1);
  }

  /** @throws RangeError if it was never learned. */
  unlearn(answer: TimedAnswer): void {
    for (const windows of this.windowsOf(answer)) windows.remove(answer);
    if (answer.answer === 'like') this.countSeries(answer.item, -1);
  }

  private windowsOf({ answer }: TimedAnswer): AnswerWindows[] {
    if (answer === 'dislike') return [this.answers];
    const seen = [this.answers, this.watched, this.recent];
    return answer === 'like' ? [...seen, this.likes] : seen;
  }

  /** Adds to the scores of all films, in units. @param scores length itemCount. */
  addTo(scores: Float64Array): void {
    const { terms } = this;
    const fame = popularityWeight(terms.settings, this.answers.count) * RANKING_UNITS;
    for (let i = 0; i < scores.length; i++) scores[i] += Math.round(fame * terms.fame[i]);
    this.likesQuery.addTo(scores);
    this.watchedQuery.addTo(scores);
    this.addSeries(scores);
    for (const item of this.taken.keys()) {
      const taken = this.takenBy(item);
      for (let i = 0; i < scores.length; i++) scores[i] -= taken[i];
    }
  }

  /** Films that count as recently watched. */
  watchedItems(): ReadonlySet<number> {
    return new Set(this.recent.all.slice(-WATCHED_WINDOW).map(({ item }) => item));
  }

  /** Whole numbers by which equal states are told: sums of both tables' rows, then what was disliked of late, in order. */
  state(): Float64Array {
    const disliked = this.dislikedOfLate().map(({ item }) => item);
    return Float64Array.from([...this.likesQuery.state, ...this.watchedQuery.state, ...disliked]);
  }

  private dislikedOfLate(): TimedAnswer[] {
    return this.answers.all.slice(-STEERING_WINDOW).filter(({ answer }) => answer === 'dislike');
  }

  /** Where a film stands by how known it is, in units. */
  startOf(film: number): number {
    const weight = popularityWeight(this.terms.settings, this.answers.count);
    return Math.round(weight * RANKING_UNITS * this.terms.fame[film]);
  }

  /** What a film has from likes of its series, in units. */
  seriesOf(film: number): number {
    const series = this.terms.collection[film];
    if (series === 0 || !this.series.has(series)) return 0;
    const { each, last } = this.seriesUnits;
    const latest = this.likes.all.at(-1);
    return latest && this.terms.collection[latest.item] === series ? each + last : each;
  }

  /** Splits what `addTo` adds to one film over answers and terms; with `startOf` they sum to it exactly. */
  partsOf(film: number): TermPart[] {
    const { terms, likes, watched } = this;
    const parts: TermPart[] = [];
    const add = (term: RankingTerm, { item, answer }: TimedAnswer, units: number) => {
      if (units !== 0) parts.push({ term, item, answer, units });
    };
    likes.all.forEach((one, place) => {
      add('likes table', one, likes.windowsAt(place) * entryOf(terms.likesTable, one.item, film));
    });
    watched.all.forEach((one, place) => {
      const times = watched.windowsAt(place) * timesOf(one.answer);
      if (times > 0) add('watched table', one, times * entryOf(terms.watchedTable, one.item, film));
    });
    const series = terms.collection[film];
    const ofSeries = likes.all.filter(({ item }) => series > 0 && terms.collection[item] === series);
    const { each, last } = this.seriesUnits;
    splitEvenly(each, ofSeries.length).forEach((units, k) => {
      add('series', ofSeries[k], units + (ofSeries[k] === likes.all.at(-1) ? last : 0));
    });
    for (const one of this.dislikedOfLate()) add('steering', one, -this.takenBy(one.item)[film]);
    return parts;
  }

  private addSeries(scores: Float64Array): void {
    if (this.series.size === 0) return;
    const { collection } = this.terms;
    for (let i = 0; i < scores.length; i++) if (collection[i] !== 0) scores[i] += this.seriesOf(i);
  }

  private countSeries(item: number, sign: 1 | -1): void {
    const series = this.terms.collection[item];
    if (series === 0) return;
    const likes = (this.series.get(series) ?? 0) + sign;
    if (likes === 0) this.series.delete(series);
    else this.series.set(series, likes);
  }

  private takenBy(item: number): Float64Array {
    const known = this.taken.get(item);
    if (known) return known;
    const { neighbours, settings, fame } = this.terms;
    const factor = settings.steering * RANKING_UNITS;
    const taken = new Float64Array(fame.length);
    if (neighbours && factor > 0) {
      const cosines = neighbours(item);
      for (let other = 0; other < taken.length; other++) {
        if (other !== item && cosines[other] > settings.steeringFloor)
          taken[other] = Math.round(factor * (cosines[other] - settings.steeringFloor));
      }
    }
    this.taken.set(item, taken);
    return taken;
  }
}

/** How often an answer asks the table of what is watched, in each window. */
function timesOf(answer: SeenAnswer): number {
  return answer === 'dislike' ? 0 : WATCHED_TIMES[answer];
}

/** Whole numbers that differ by one at most and sum to the total; the first ones are the larger. @returns length count. */
export function splitEvenly(total: number, count: number): number[] {
  const each = Math.trunc(total / count);
  const left = total - each * count;
  return Array.from({ length: count }, (_, k) => each + (k < Math.abs(left) ? Math.sign(left) : 0));
}
