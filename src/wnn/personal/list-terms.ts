import type { SeenAnswer } from '../../data/opinion';
import { RANKING_UNITS, type RankingTerms, seriesCount } from '../network/lists/ranking-part';
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

/** What a dislike takes from films like it. */
interface Taken {
  /** Ascending, and what is taken from each in units, > 0. */
  films: readonly number[];
  units: readonly number[];
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
  private readonly series: Int32Array;
  /** What each film disliked of late takes, worked out when it is first asked for. */
  private readonly taken = new Map<number, Taken | null>();

  /** @param watchedMoved is told of each film that enters (1) or leaves (-1) what was watched of late, for the cells. */
  constructor(terms: RankingTerms, watchedMoved: (item: number, sign: 1 | -1) => void) {
    this.terms = terms;
    const { series, seriesLast } = terms.settings;
    this.seriesUnits = {
      each: Math.round(series * RANKING_UNITS),
      last: Math.round(seriesLast * RANKING_UNITS),
    };
    this.series = new Int32Array(seriesCount(terms.collection));
    this.likesQuery = new TableQuery(terms.likesTable);
    this.watchedQuery = new TableQuery(terms.watchedTable);
    this.likes = new AnswerWindows(LIKE_WINDOWS, ({ item }, windows) => this.likesQuery.add(item, windows));
    this.answers = new AnswerWindows([STEERING_WINDOW], ({ item, answer }, windows) => {
      if (answer !== 'dislike') return;
      if (windows < 0) this.taken.delete(item);
      else this.taken.set(item, null);
    });
    this.recent = new AnswerWindows([WATCHED_WINDOW], ({ item }, windows) =>
      watchedMoved(item, windows < 0 ? -1 : 1),
    );
    this.watched = new AnswerWindows(WATCHED_WINDOWS, ({ item, answer }, windows) =>
      this.watchedQuery.add(item, windows * timesOf(answer)),
    );
  }

  /** All answers, from the oldest to the latest. */
  get all(): readonly TimedAnswer[] {
    return this.answers.all;
  }

  /** The same as to learn one after the other, while nothing was learned. @param answers ascending by compareAnswers */
  learnAll(answers: readonly TimedAnswer[]): void {
    const seen = answers.filter(({ answer }) => answer !== 'dislike');
    const liked = seen.filter(({ answer }) => answer === 'like');
    this.answers.fill(answers);
    this.watched.fill(seen);
    this.recent.fill(seen);
    this.likes.fill(liked);
    for (const { item } of liked) this.countSeries(item, 1);
  }

  learn(answer: TimedAnswer): void {
    this.answers.insert(answer);
    if (answer.answer === 'dislike') return;
    this.watched.insert(answer);
    this.recent.insert(answer);
    if (answer.answer !== 'like') return;
    this.likes.insert(answer);
    this.countSeries(answer.item, 1);
  }

  /** @throws RangeError if it was never learned. */
  unlearn(answer: TimedAnswer): void {
    this.answers.remove(answer);
    if (answer.answer === 'dislike') return;
    this.watched.remove(answer);
    this.recent.remove(answer);
    if (answer.answer !== 'like') return;
    this.likes.remove(answer);
    this.countSeries(answer.item, -1);
  }

  /** Adds to the scores of all films, in units. @param scores length itemCount. */
  addTo(scores: Float64Array): void {
    const { terms } = this;
    const weight = popularityWeight(terms.settings, this.answers.count) * RANKING_UNITS;
    addFameAndSeries(scores, terms, weight, this.unitsBySeries());
    this.likesQuery.addTo(scores);
    this.watchedQuery.addTo(scores);
    for (const item of this.taken.keys()) {
      const { films, units } = this.takenBy(item);
      for (let k = 0; k < films.length; k++) scores[films[k]] -= units[k];
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
    const weight = popularityWeight(this.terms.settings, this.answers.count) * RANKING_UNITS;
    return wholeUnits(weight * this.terms.fame[film]);
  }

  /** What a film has from likes of its series, in units. */
  seriesOf(film: number): number {
    const series = this.terms.collection[film];
    if (series === 0 || this.series[series] === 0) return 0;
    const { each, last } = this.seriesUnits;
    return this.latestSeries === series ? each + last : each;
  }

  /** Series of the latest like; 0 for none. */
  private get latestSeries(): number {
    const latest = this.likes.all.at(-1);
    return latest ? this.terms.collection[latest.item] : 0;
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
    ofSeries.forEach((one, k) => {
      // Whole numbers that differ by one at most and sum to it; the first ones are the larger.
      const units = Math.floor((each + ofSeries.length - 1 - k) / ofSeries.length);
      add('series', one, units + (one === likes.all.at(-1) ? last : 0));
    });
    for (const one of this.dislikedOfLate()) add('steering', one, -unitsFrom(this.takenBy(one.item), film));
    return parts;
  }

  /** What the films of each series have from likes, in units; 0 is of films of no series. */
  private unitsBySeries(): Float64Array {
    const { series, latestSeries } = this;
    const { each, last } = this.seriesUnits;
    const units = new Float64Array(series.length);
    for (let s = 1; s < series.length; s++) if (series[s] > 0) units[s] = each;
    if (latestSeries !== 0) units[latestSeries] += last;
    return units;
  }

  private countSeries(item: number, sign: 1 | -1): void {
    const series = this.terms.collection[item];
    if (series !== 0) this.series[series] += sign;
  }

  private takenBy(item: number): Taken {
    const known = this.taken.get(item);
    if (known) return known;
    const { neighbours, settings } = this.terms;
    const factor = settings.steering * RANKING_UNITS;
    const films: number[] = [];
    const units: number[] = [];
    const cosines = neighbours && factor > 0 ? neighbours(item) : [];
    for (let other = 0; other < cosines.length; other++) {
      if (other === item || !(cosines[other] > settings.steeringFloor)) continue;
      films.push(other);
      units.push(Math.round(factor * (cosines[other] - settings.steeringFloor)));
    }
    const taken = { films, units };
    this.taken.set(item, taken);
    return taken;
  }
}

/** The hot loop, by itself so that engines compile it alone. @param units of each series */
function addFameAndSeries(
  scores: Float64Array,
  { fame, collection }: RankingTerms,
  weight: number,
  units: Float64Array,
): void {
  for (let i = 0; i < scores.length; i++) scores[i] += wholeUnits(weight * fame[i]) + units[collection[i]];
}

/** The nearest whole number. Math.round takes several times as long: its rules for halves and signs are no processor's. */
function wholeUnits(units: number): number {
  return Math.floor(units + 0.5);
}

function unitsFrom({ films, units }: Taken, film: number): number {
  const place = films.indexOf(film);
  return place < 0 ? 0 : units[place];
}

/** How often an answer asks the table of what is watched, in each window. */
function timesOf(answer: SeenAnswer): number {
  return answer === 'dislike' ? 0 : WATCHED_TIMES[answer];
}
