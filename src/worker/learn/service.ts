import { SCREEN_LEARNING } from '../../data/read/caller';
import { RefusalError } from '../../data/read/refusal';
import { EvaluationError } from '../../evaluation/types';
import { DamagedBytesError } from '../../lib/bytes';
import { learnPack, type PackSource, usualLeastLikes, wholeOf, withoutObscure } from '../../packs/learn-pack';
import type { Accuracy } from '../../packs/measure-pack';
import { encodePack, PACK_NETWORKS } from '../../packs/pack-format';
import { joinSource, readPeople, readSourceFilms } from '../../packs/read-source';
import { folderFiles, pause } from '../picked-files';
import { type Fetch, readBundledFilms } from '../read-bundled';
import type { LearnedPack, LearnProgress, LearnRequest, LearnService, Measure } from './contract';
import { createLearnWatch } from './progress';

/** People drawn at most, so that learning ends while somebody waits: those of latest-small (610) are all taken. */
const MOST_PEOPLE = 1000;
/** Fewer teach nothing, and leave nobody to be held out. */
const FEWEST_PEOPLE = 20;
/** How often it is told that measuring still goes on, in milliseconds. */
const TOLD_MS = 1000;

/** What learning needs from where it runs. */
export interface LearnDependencies {
  fetch: Fetch;
  /** Milliseconds since any fixed moment; decides nothing. */
  clock(): number;
  /** Measures in another worker, while this one learns. */
  measure: Measure;
}

/** The work of the worker that reads and learns, wherever it runs. */
export function createLearnService(dependencies: LearnDependencies): LearnService {
  return {
    async learn(request, onProgress) {
      try {
        return { kind: 'done', value: await learn(request, dependencies, onProgress) };
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        if ([RefusalError, EvaluationError, DamagedBytesError].some((kind) => error instanceof kind))
          return { kind: 'refused', message: words };
        if (isOutOfMemory(error)) return { kind: 'failed', message: NO_MEMORY };
        return { kind: 'failed', message: `Learning broke down: ${words || 'it did not say why'}.` };
      }
    },
  };
}

const NO_MEMORY =
  'Learning broke down: the browser gave it too little memory. Close other tabs and try again, or learn the pack with npm run learn.';

/** Browsers have no name of their own for it: "Array buffer allocation failed", "Invalid typed array length", "out of memory". */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /allocation|array length|array buffer|out of memory/i.test(error.message);
}

async function learn(
  request: LearnRequest,
  { fetch, clock, measure }: LearnDependencies,
  onProgress: (progress: LearnProgress) => void,
): Promise<LearnedPack> {
  const { seed } = request;
  const watch = createLearnWatch(clock, onProgress);
  const { source, notices } = await readAll(request, fetch, watch.reading);
  const whole = wholeOf(source);
  const leastLikes = usualLeastLikes(whole.films);
  const kept = withoutObscure(source, leastLikes);
  refuseFew(kept);
  // The other worker is handed the ratings before this one hears of nothing any more.
  const measuring = settle(
    measure({
      dataset: { catalogue: kept.catalogue, ratings: kept.sample },
      network: PACK_NETWORKS[0],
      seed,
    }),
  );
  await pause();
  const settings = { seed, leastLikes, networks: PACK_NETWORKS, withRatings: true };
  const pack = learnPack(kept, settings, whole, null, watch.learning);
  let measured: Measured | null = null;
  while (!measured) {
    watch.measuring('Measuring on people held out');
    measured = await Promise.race([measuring, wait(TOLD_MS)]);
  }
  if ('error' in measured) throw measured.error;
  const manifest = { ...pack.manifest, accuracy: measured.accuracy };
  return { bytes: encodePack({ ...pack, manifest }), manifest, notices };
}

/** Reads the films, and the ratings piece by piece. */
async function readAll(
  request: LearnRequest,
  fetch: Fetch,
  tell: (doing: string, share: number) => void,
): Promise<{ source: PackSource; notices: string[] }> {
  tell('Reading the films', 0);
  const films = await readSourceFilms(folderFiles(request), {
    caller: SCREEN_LEARNING,
    known: async () => (await readBundledFilms(request.filmsUrl, fetch)).catalogue,
  });
  const how = { most: MOST_PEOPLE, seed: request.seed };
  const people = await readPeople(films, { ...how, tell: (share) => tell('Reading the ratings', share) });
  return { source: joinSource(films, [people], how), notices: [...films.notices] };
}

function refuseFew({ sample }: PackSource): void {
  if (sample.userCount >= FEWEST_PEOPLE) return;
  const found = sample.userCount === 1 ? 'Only one person has' : `Only ${sample.userCount} people have`;
  throw new EvaluationError(
    `${found} two ratings or more here: too few to learn from. At least ${FEWEST_PEOPLE} are needed.`,
  );
}

/** What became of measuring; a promise of it never rejects unheard. */
type Measured = { accuracy: Accuracy } | { error: unknown };

function settle(measuring: Promise<Accuracy>): Promise<Measured> {
  return measuring.then(
    (accuracy) => ({ accuracy }),
    (error: unknown) => ({ error }),
  );
}

function wait(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), milliseconds);
  });
}
