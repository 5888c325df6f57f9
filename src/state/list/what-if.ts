import type { PersonalModel } from '../../wnn/personal/personal-model';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import { type Ranking, rankAll, ranksIn, topOf } from './ranking';

/**
 * The list as it is, without the click that is thought away: the ranking of a model that never learned the film.
 * @param judged as in `rankAll`, and `catalogue` too; the film thought away counts as not judged
 */
export function rankWithout(
  model: PersonalModel,
  click: number,
  tuning: CompiledTuning | null,
  judged: Iterable<number> = [],
  catalogue: Parameters<typeof rankAll>[3] = null,
): Ranking {
  const others = [...judged].filter((item) => item !== click);
  return model.without([click], () => rankAll(model, tuning, others, catalogue));
}

/** One film of a list that might be. */
export interface Placed {
  item: number;
  /** Places from 1, as the list is and as it would be; null where it has none, as behind another film of its series. */
  from: number | null;
  to: number | null;
}

/** What a list would become. */
export interface WhatIf {
  /** The list as it would be, best first. */
  list: Placed[];
  /** Films that would come into it, best first, and those that would leave it. */
  entering: Placed[];
  leaving: Placed[];
  /** Films that would stay in it at another place, the farthest first. */
  moving: Placed[];
  /** The film whose reasons are being looked at. */
  film: Placed;
}

/**
 * Compares two rankings over the films that a screen shows.
 * @param length of the list on screen
 * @param kept out of both lists whatever their scores, as films being judged are
 */
export function compareLists(
  now: Ranking,
  then: Ranking,
  film: number,
  length: number,
  kept: readonly number[] = [],
): WhatIf {
  const shown = (ranking: Ranking) =>
    topOf(ranking, length + kept.length)
      .filter((item) => !kept.includes(item))
      .slice(0, length);
  const before = shown(now);
  const after = shown(then);
  // Places are counted as on screen, where the films kept out have none.
  const placesOf = (ranking: Ranking, items: readonly number[]) => {
    const ahead = ranksIn(ranking, kept).filter((rank) => rank !== null);
    return ranksIn(ranking, items).map((rank) => rank && rank - ahead.filter((other) => other < rank).length);
  };
  const items = [...new Set([...after, ...before, film])];
  const from = placesOf(now, items);
  const to = placesOf(then, items);
  const placed = new Map(items.map((item, n) => [item, { item, from: from[n], to: to[n] }]));
  const places = (chosen: readonly number[]) => chosen.map((item) => placed.get(item) as Placed);
  const distance = ({ from, to }: Placed) => Math.abs((from ?? 0) - (to ?? 0));
  return {
    list: places(after),
    entering: places(after.filter((item) => !before.includes(item))),
    leaving: places(before.filter((item) => !after.includes(item))),
    moving: places(after.filter((item) => before.includes(item)))
      .filter((place) => place.from !== place.to)
      .sort((a, b) => distance(b) - distance(a)),
    film: places([film])[0],
  };
}
