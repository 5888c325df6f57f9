import { packBundled } from '../../src/data/bundled/pack-bundled';
import { measurePack } from '../../src/packs/measure-pack';
import type { SpawnedLearning } from '../../src/worker/learn/client';
import type { Measure } from '../../src/worker/learn/contract';
import { createLearnService } from '../../src/worker/learn/service';
import { catalogueOf, randomRows } from '../evaluation/small-data';
import { makeDataset } from '../fixtures/small-world';
import { type InProcessWorker, inProcess } from './cloned-worker';

const clock = () => performance.now();
const bundled = () => new Response(packBundled(makeDataset(1, 40)).films);

/** What is other than in the app. */
interface InProcess {
  measure?: Measure;
  fetch?(url: string): Promise<Response>;
}

/** The real service of learning in this very thread. */
export function spawnLearningInProcess({
  measure,
  fetch,
}: InProcess = {}): SpawnedLearning & InProcessWorker {
  const { life, serve } = inProcess(
    createLearnService({
      clock,
      fetch: fetch ?? (async () => bundled()),
      measure: measure ?? ((request) => measurePack(structuredClone(request), clock)),
    }).learn,
  );
  return Object.assign(life, { service: { learn: serve } });
}

/** The text of a made-up MovieLens folder: so many people of 60 films, each having rated 25. */
export function smallFolder(people: number): Record<'movies.csv' | 'ratings.csv', string> {
  const films = catalogueOf(60);
  const movies = [...films.movieId].map(
    (id, i) => `${id},Film ${i} (1990),${i % 2 ? 'Drama' : 'Comedy|Sci-Fi'}`,
  );
  const ratings = randomRows(people, 60, 25).map(
    ({ user, item, stars, time }) => `${user},${films.movieId[item]},${stars},${time}`,
  );
  return {
    'movies.csv': `${['movieId,title,genres', ...movies].join('\n')}\n`,
    'ratings.csv': `${['userId,movieId,rating,timestamp', ...ratings].join('\n')}\n`,
  };
}

/** The files of a folder as a person picks it. */
export function pickedFolder(contents: Record<string, string>): { files: File[]; paths: string[] } {
  return {
    files: Object.entries(contents).map(([name, text]) => new File([text], name)),
    paths: Object.keys(contents).map((name) => `ml-made-up/${name}`),
  };
}
