import type { Ratings } from '../data/ratings';
import type { Rows } from '../data/read/ratings/rating-lines';
import { joinOf, leastJoined, MOST_OUTSIDE } from '../evaluation/paper';
import type { EvaluationOptions } from '../evaluation/types';
import { groupSample, PeopleSample, rankOf } from './people-sample';
import { readRatings, type SourceFilms, sampleSeed } from './read-source';

/** Some more than the sample asks for: a rating that stands twice in the file is counted twice, and counts once. */
const SPARE = 20;

/**
 * Reads those people of very many whom the protocol `paper` needs: enough who have the ratings that it asks for, drawn from all
 * who do, and as many of all people as what is shared is fitted on. The file is read twice, piece by piece: to count, and to take.
 * Where there are several seeds, twice as many, so that the seeds' samples differ.
 * @throws CsvError naming file and line, or EvaluationError where the data lack the join that is asked for
 */
export async function readPaperPeople(films: SourceFilms, options: EvaluationOptions): Promise<Ratings> {
  const isJoined = joinOf(films.catalogue, options);
  const joined = new Map<number, number>();
  const count = (rows: Rows) => {
    for (let r = 0; r < rows.count; r++) {
      const own = joined.get(rows.user[r]) ?? 0;
      joined.set(rows.user[r], own + (isJoined(rows.item[r]) ? 1 : 0));
    }
  };
  const tell = () => {};
  await readRatings(films, count, { tell });
  const seed = sampleSeed(options.seed);
  const drawn = whoIsRead(joined, options, seed);
  const sample = new PeopleSample(Math.max(1, drawn.size), seed);
  await readRatings(films, (rows) => sample.addRows(rows, (user) => drawn.has(user)), { tell });
  return groupSample(sample.drawn);
}

/** @param joined how many ratings of each person find a TMDB row */
function whoIsRead(
  joined: ReadonlyMap<number, number>,
  options: EvaluationOptions,
  seed: number,
): ReadonlySet<number> {
  const ranks = new Map(Array.from(joined.keys(), (user) => [user, rankOf(user, seed)]));
  const inOrder = [...ranks].sort(([, a], [, b]) => a - b).map(([user]) => user);
  const least = leastJoined(options);
  const wanted = options.users * Math.min(2, options.seeds) + SPARE;
  const able = inOrder.filter((user) => (joined.get(user) ?? 0) >= least).slice(0, wanted);
  return new Set([...able, ...inOrder.slice(0, MOST_OUTSIDE)]);
}
