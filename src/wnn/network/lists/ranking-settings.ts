/** How the terms of a ranking score are weighed; shipped with the nodes. */
export interface RankingSettings {
  /** Weight of log(1 + public likes) before the first answer, and after very many; halfway down after `popularityFalls` answers. */
  popularityFirst: number;
  popularityLast: number;
  popularityFalls: number;
  /** Factor on the nodes' recall of dislikes. */
  dislikes: number;
  /** Weight of what is liked in the first table, and of what was watched of late in the second. */
  likesTable: number;
  watchedTable: number;
  /** Added to the other films of a series of which one is liked, and once more to those of the series liked last. */
  series: number;
  seriesLast: number;
  /** Taken from what is like a film disliked of late: times (cosine of likes - floor), where above. */
  steering: number;
  steeringFloor: number;
}

/** In the order in which they are shipped. */
export const SETTING_NAMES = [
  ...(['popularityFirst', 'popularityLast', 'popularityFalls', 'dislikes'] as const),
  ...(['likesTable', 'watchedTable', 'series', 'seriesLast', 'steering', 'steeringFloor'] as const),
];

/** Settings under which nothing but fame counts. */
export const PLAIN_SETTINGS: RankingSettings = {
  ...{ popularityFirst: 1, popularityLast: 1, popularityFalls: 1, dislikes: 0 },
  ...{ likesTable: 0, watchedTable: 0, series: 0, seriesLast: 0, steering: 0, steeringFloor: 0 },
};

/** Films that count as recently watched in cells: the latest in number that were liked or so-so. */
export const WATCHED_WINDOW = 20;

/** Windows over the latest likes: one like asks the table as often as it is in one of them. They stand for a half-life. */
export const LIKE_WINDOWS: readonly number[] = [10, 20, 50, 100, Number.POSITIVE_INFINITY];

/** The same over the latest films that were liked or so-so, for the table of what is watched. */
export const WATCHED_WINDOWS: readonly number[] = [3, 6, 12];

/** How often a film asks the table of what is watched, in each of its windows; what is disliked asks for nothing. */
export const WATCHED_TIMES = { like: 3, 'so-so': 2 } as const;

/** A dislike takes from what is like it as long as it is among the latest answers, so many in number. */
export const STEERING_WINDOW = 5;

/** The weight of log(1 + public likes) after a number of answers. */
export function popularityWeight(
  { popularityFirst, popularityLast, popularityFalls }: RankingSettings,
  answers: number,
): number {
  const left = popularityFalls / (popularityFalls + answers);
  return popularityLast + (popularityFirst - popularityLast) * left;
}
