import { compareAnswers } from '../../../src/wnn/network/answer-order';
import { RANKING_UNITS } from '../../../src/wnn/network/lists/ranking-part';
import {
  LIKE_WINDOWS,
  popularityWeight,
  STEERING_WINDOW,
  WATCHED_TIMES,
  WATCHED_WINDOW,
  WATCHED_WINDOWS,
} from '../../../src/wnn/network/lists/ranking-settings';
import { entryOf, type ScaledTable } from '../../../src/wnn/network/lists/scaled-table';
import { NO_CELL } from '../../../src/wnn/network/node-bank';
import type { TimedAnswer } from '../../../src/wnn/personal/answer-windows';
import { recallOfCell } from '../../../src/wnn/personal/cell-recall';
import type { PersonalModel } from '../../../src/wnn/personal/personal-model';

/** Ranking scores of some films by their definition, from the answers alone. */
export function plainScores({ network, answers }: PersonalModel, films: readonly number[]): number[] {
  const { bank, ranking, terms } = network;
  const all: TimedAnswer[] = [...answers]
    .map(([item, { answer, time }]) => ({ item, answer, time }))
    .sort(compareAnswers);
  const likes = all.filter(({ answer }) => answer === 'like');
  const dislikes = all.filter(({ answer }) => answer === 'dislike');
  const seen = all.filter(({ answer }) => answer !== 'dislike');
  const watched = seen.slice(-WATCHED_WINDOW);
  const timesOf = ({ answer }: TimedAnswer) => (answer === 'dislike' ? 0 : WATCHED_TIMES[answer]);
  const timesIn = (list: readonly unknown[], place: number, windows: readonly number[]) =>
    windows.filter((size) => list.length - place <= size).length;
  const asked = (
    table: ScaledTable,
    list: readonly TimedAnswer[],
    film: number,
    times: (place: number) => number,
  ) => list.reduce((sum, { item }, place) => sum + times(place) * entryOf(table, item, film), 0);
  return films.map((film) => {
    const weight = popularityWeight(terms.settings, all.length);
    let units = Math.round(weight * RANKING_UNITS * terms.fame[film]);
    for (let t = 0; t < bank.nodeCount; t++) {
      const row = t * bank.itemCount;
      const local = bank.cell[row + film];
      if (local === NO_CELL) continue;
      const inCell = (list: readonly TimedAnswer[]) =>
        list.filter(({ item }) => bank.cell[row + item] === local).length;
      const counts = { likes: inCell(likes), watched: inCell(watched), dislikes: inCell(dislikes) };
      const recalled = recallOfCell(ranking, t, bank.firstCell[t] + local, counts);
      units += recalled.likes + recalled.watched + recalled.dislikes;
    }
    units += asked(terms.likesTable, likes, film, (place) => timesIn(likes, place, LIKE_WINDOWS));
    units += asked(
      terms.watchedTable,
      seen,
      film,
      (place) => timesIn(seen, place, WATCHED_WINDOWS) * timesOf(seen[place]),
    );
    const series = terms.collection[film];
    if (series > 0 && likes.some(({ item }) => terms.collection[item] === series)) {
      units += Math.round(terms.settings.series * RANKING_UNITS);
      const last = likes[likes.length - 1].item;
      if (terms.collection[last] === series) units += Math.round(terms.settings.seriesLast * RANKING_UNITS);
    }
    const ofLate = all.slice(-STEERING_WINDOW).filter(({ answer }) => answer === 'dislike');
    for (const { item } of ofLate) {
      const cosine = item === film ? 0 : (terms.neighbours?.(item)[film] ?? 0);
      const above = Math.max(0, cosine - terms.settings.steeringFloor);
      units -= Math.round(terms.settings.steering * RANKING_UNITS * above);
    }
    return units / RANKING_UNITS;
  });
}
