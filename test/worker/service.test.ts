import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadMovieLensFolder } from '../../src/cli/load-data';
import { datasetChecksum } from '../../src/evaluation/checksum';
import type { EvaluationOptions, EvaluationResult, ModelLine } from '../../src/evaluation/types';
import { encodePack } from '../../src/packs/pack-format';
import type { Outcome, RunEvent, RunValue } from '../../src/worker/contract';
import { createCompareService } from '../../src/worker/service';
import { evaluate } from '../evaluation/evaluate';
import { bundledDataset } from '../fixtures/bundled';
import { DATASET_URLS } from '../fixtures/bundled-files';
import { smallPack } from '../fixtures/small-pack';
import { fetchBundled } from './in-process';

const SMALL: EvaluationOptions = {
  ...{ protocol: 'paper', models: ['constant', 'user-constant', 'bias', 'user-knn'], split: 'random' },
  ...{
    feedback: 'stars',
    fit: 'quick',
    join: 'corrected',
    users: 40,
    ratings: 20,
    folds: 5,
    seed: 3,
    seeds: 1,
  },
};
const bundledSource = { kind: 'bundled', urls: DATASET_URLS } as const;
const clock = () => performance.now();

async function openService() {
  const service = createCompareService({ fetch: fetchBundled, clock });
  const opened = await service.open(bundledSource, () => {});
  expect(opened.kind).toBe('done');
  return service;
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function evaluateHere(options: EvaluationOptions): Promise<EvaluationResult> {
  return evaluate(bundledDataset(), options, { clock });
}

const withoutTimes = ({ fitMs: _f, trainMs: _t, predictMs: _p, ...line }: ModelLine) => line;

describe('CompareService.run', () => {
  test.each<Partial<EvaluationOptions>>([
    {},
    { seeds: 2, join: 'published' },
    { protocol: 'prequential', split: 'chronological', models: ['bias', 'user-constant'], folds: 2 },
    { protocol: 'top-n', split: 'chronological', models: ['popularity'], folds: 2 },
  ])('gives the lines of `evaluate` digit for digit when the options change by %j', async (changes) => {
    const options = { ...SMALL, ...changes };
    const { result } = unwrap(await (await openService()).run(options, () => {}));
    const expected = await evaluateHere(options);
    expect(result.models.map(withoutTimes)).toEqual(expected.models.map(withoutTimes));
    expect(result.comparisons).toEqual(expected.comparisons);
  });

  test('gives views that agree with the lines, inside bootstrap intervals, when it is done', async () => {
    const { result, views } = unwrap(await (await openService()).run(SMALL, () => {}));
    expect(views.map(({ model }) => model)).toEqual(SMALL.models);
    for (const [index, view] of views.entries()) {
      const value = result.models[index].within1Star as number;
      expect(view).toMatchObject({ state: 'done', interval: { method: 'bootstrap' }, learned: 16 });
      expect(view.line).toEqual(result.models[index]);
      expect(view.interval?.low).toBeLessThanOrEqual(value);
      expect(view.interval?.high).toBeGreaterThanOrEqual(value);
      expect(view.band.at(-1)).toMatchObject({ users: 40, value: expect.closeTo(value, 10) });
      expect(view.band.length).toBeLessThanOrEqual(50);
    }
  });

  test('tells how far it has come, from nothing to all, when it goes on', async () => {
    const events: RunEvent[] = [];
    unwrap(await (await openService()).run(SMALL, (event) => events.push(event)));
    const done = events.map(({ progress }) => progress.tasksDone);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(new Set(events.map(({ progress }) => progress.model))).toEqual(new Set(SMALL.models));
    expect(events.at(-1)?.progress).toMatchObject({ tasksDone: 4, tasks: 4, share: 1, remainingMs: 0 });
  });

  test('answers cancelled when it is cancelled, paused or not', async () => {
    const service = await openService();
    for (const pausing of [false, true]) {
      let heard = 0;
      const outcome = await service.run(SMALL, () => {
        heard++;
        if (heard > 1) return;
        if (pausing) service.setPaused(true);
        setTimeout(() => service.cancel(), 5);
      });
      expect(outcome).toEqual({ kind: 'cancelled' });
      expect(heard).toBeGreaterThan(0);
    }
    expect((await service.run(SMALL, () => {})).kind).toBe('done');
  });

  test('tells nothing when it is paused, and comes to the same end when it goes on', async () => {
    const service = await openService();
    let heardWhilePaused = 0;
    let paused = false;
    const { result } = unwrap<RunValue>(
      await service.run(SMALL, () => {
        if (paused) heardWhilePaused++;
        if (paused || heardWhilePaused > 0) return;
        paused = true;
        service.setPaused(true);
        setTimeout(() => {
          paused = false;
          heardWhilePaused = -1000;
          service.setPaused(false);
        }, 60);
      }),
    );
    expect(heardWhilePaused).toBeLessThan(0);
    expect(result.models.map(withoutTimes)).toEqual((await evaluateHere(SMALL)).models.map(withoutTimes));
  });

  test('is refused when the data cannot give it, and when another is going on', async () => {
    const service = await openService();
    const outcome = await service.run({ ...SMALL, users: 5000 }, () => {});
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('5000 users') });
    const first = service.run(SMALL, () => {});
    expect(await service.run(SMALL, () => {})).toMatchObject({ kind: 'refused' });
    expect((await first).kind).toBe('done');
  });
});

describe('CompareService.open', () => {
  const text = (lines: string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
  const movies = text(['movieId,title,genres', '1,Toy Story (1995),Animation|Comedy', '2,Heat (1995),Crime']);
  const ratings = text([
    'userId,movieId,rating,timestamp',
    '1,1,4.0,10',
    '1,2,2.5,20',
    '2,1,5.0,30',
    '2,2,3.0,40',
  ]);
  const read = async (files: File[]) => {
    const service = createCompareService({ fetch: fetchBundled, clock });
    const source = { kind: 'files', files, filmsUrl: DATASET_URLS.films, skipSingleRatings: false } as const;
    return service.open(source, () => {});
  };
  const file = (name: string, bytes: Uint8Array) => new File([bytes as BlobPart], name);

  test('gives the same facts when a folder comes as files or as a zip file', async () => {
    const folder = unwrap(await read([file('movies.csv', movies), file('ratings.csv', ratings)]));
    const zip = zipSync({
      'ml/movies.csv': movies,
      'ml/ratings.csv': ratings,
      'ml/README.txt': text(['hello']),
    });
    const zipped = unwrap(await read([file('ml.zip', zip)]));
    expect(folder).toMatchObject({ films: 2, users: 2, ratings: 4, published: false });
    expect(zipped).toEqual({
      ...folder,
      name: 'ml.zip',
      own: { folder: 'ml.zip', skipSingleRatings: false },
    });
  });

  test.each([
    ['files that are missing', [file('ratings.csv', ratings)], 'movies.csv'],
    ['nothing of MovieLens', [file('holiday.jpg', movies)], 'none of them'],
    ['a file that only claims to be a zip', [file('ml.zip', ratings)], 'cannot be unpacked'],
    [
      'a rating out of range, by file and line',
      [
        file('movies.csv', movies),
        file('ratings.csv', text(['userId,movieId,rating,timestamp', '1,1,7,10'])),
      ],
      'ratings.csv, line 2',
    ],
  ])('is refused when it is given %s', async (_what, files, words) => {
    expect(await read(files)).toMatchObject({ kind: 'refused', message: expect.stringContaining(words) });
  });

  test('gives the checksum that the command line has of the same folder or zip file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'weightless-service-'));
    const zip = zipSync({ 'a/movies.csv': movies, 'a/ratings.csv': ratings });
    mkdirSync(join(folder, 'ml'));
    writeFileSync(join(folder, 'ml', 'movies.csv'), movies);
    writeFileSync(join(folder, 'ml', 'ratings.csv'), ratings);
    writeFileSync(join(folder, 'ml.zip'), zip);
    for (const [name, files] of [
      ['ml.zip', [file('ml.zip', zip)]],
      ['ml', [file('movies.csv', movies), file('ratings.csv', ratings)]],
    ] as const) {
      const dataset = await loadMovieLensFolder(join(folder, name), { skipSingleRatings: false });
      const checksum = datasetChecksum(dataset).toString(16).padStart(8, '0');
      expect(unwrap(await read([...files]))).toMatchObject({ checksum });
    }
    rmSync(folder, { recursive: true });
  });

  test('takes the folder at the top, and says so, when the files come with their paths', async () => {
    const service = createCompareService({ fetch: fetchBundled, clock });
    const older = text(['userId,movieId,rating,timestamp', '1,1,4.0,10', '1,2,2.5,20']);
    const source = {
      ...({ kind: 'files', filmsUrl: DATASET_URLS.films, skipSingleRatings: false } as const),
      files: [ratings, movies, older, movies].map((bytes) => file('x', bytes)),
      paths: ['ml/ratings.csv', 'ml/movies.csv', 'ml/old/ratings.csv', 'ml/old/movies.csv'],
    };
    expect(unwrap(await service.open(source, () => {}))).toMatchObject({
      ...{ name: 'ml', ratings: 4, own: { folder: 'ml', skipSingleRatings: false } },
      notices: ['There are also ratings and movies in ml/old; what lies above was read.'],
    });
  });

  test('answers cancelled when it is cancelled, and reads again after that', async () => {
    const service = createCompareService({ fetch: fetchBundled, clock });
    const source = {
      ...({ kind: 'files', filmsUrl: DATASET_URLS.films, skipSingleRatings: false } as const),
      files: [file('movies.csv', movies), file('ratings.csv', ratings)],
    };
    expect(await service.open(source, () => service.cancel())).toEqual({ kind: 'cancelled' });
    expect((await service.open(source, () => {})).kind).toBe('done');
  });

  test('is refused when a file has gone since it was chosen', async () => {
    const gone = file('ratings.csv', ratings);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await read([gone, file('movies.csv', movies)])).toMatchObject({
      ...{
        kind: 'refused',
        message: expect.stringContaining('ratings.csv cannot be read: it has gone or changed'),
      },
    });
  });

  test('says what the server answered when the bundled data are not there', async () => {
    const service = createCompareService({ fetch: async () => new Response('', { status: 404 }), clock });
    const outcome = await service.open(bundledSource, () => {});
    expect(outcome).toMatchObject({ kind: 'refused', message: expect.stringContaining('404') });
  });
});

describe('CompareService.duel', () => {
  const clicks = [1, 2, 3, 6, 10, 32, 47, 50, 110, 260].map((movieId, index) => ({
    ...{ movieId, answer: (['dislike', 'like', 'so-so'] as const)[index % 3] },
    ...{ time: 1_000_000 * index, predictionVisible: false },
  }));
  const models = ['constant', 'bias', 'wnn', 'user-knn'];

  test('says the same of a click when that click and later ones are turned round', async () => {
    const service = await openService();
    const whole = unwrap(await service.duel(clicks, models, () => {}));
    const other = await openService();
    const turned = clicks.map((click, index) => ({
      ...click,
      ...(index >= 6 && { answer: click.answer === 'like' ? ('dislike' as const) : ('like' as const) }),
    }));
    const twisted = unwrap(await other.duel(turned, models, () => {}));
    for (const [index, view] of whole.views.entries()) {
      expect(view.saysLike).toHaveLength(clicks.length);
      // The seventh click is the first that differs: what is said before learning it is the same.
      expect(twisted.views[index].saysLike.slice(0, 7)).toEqual(view.saysLike.slice(0, 7));
    }
  });

  test('says the same when clicks come one by one and all at once', async () => {
    const service = await openService();
    for (let n = 1; n < clicks.length; n += 3)
      unwrap(await service.duel(clicks.slice(0, n), models, () => {}));
    const grown = unwrap(await service.duel(clicks, models, () => {}));
    const fresh = unwrap(await (await openService()).duel(clicks, models, () => {}));
    expect(grown.views.map(({ saysLike }) => saysLike)).toEqual(fresh.views.map(({ saysLike }) => saysLike));
  });

  test('leaves a click out when the data do not have its film', async () => {
    const foreign = { movieId: 4_000_000, answer: 'like' as const, time: 0, predictionVisible: false };
    const service = await openService();
    const { known, views } = unwrap(await service.duel([foreign, ...clicks], ['bias'], () => {}));
    expect(known).toEqual(clicks.map((_, index) => index + 1));
    expect(views[0].saysLike).toHaveLength(clicks.length);
  });
});

describe('CompareService.open of a pack', () => {
  const fileOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]);

  test('measures on the ratings of the pack, and says which it is', async () => {
    const pack = smallPack();
    const service = createCompareService({ fetch: fetchBundled, clock });
    const source = { kind: 'pack', name: 'ml-newer.wlpk', file: fileOf(encodePack(pack)) } as const;
    const facts = unwrap(await service.open(source, () => {}));
    expect(facts).toMatchObject({
      ...{ name: 'ml-newer (the films in use)', films: 80, ratings: pack.dataset.ratings.count },
      own: { folder: 'ml-newer.wlpk', skipSingleRatings: false },
      checksum: datasetChecksum(pack.dataset).toString(16).padStart(8, '0'),
    });
    const options: EvaluationOptions = {
      ...{ ...SMALL, protocol: 'new-user', models: ['bias', 'user-constant'], folds: 2 },
    };
    const { result } = unwrap(await service.run(options, () => {}));
    const expected = await evaluate(pack.dataset, options, { clock });
    expect(result.models.map(withoutTimes)).toEqual(expected.models.map(withoutTimes));
  });

  test('refuses a damaged one with a sentence', async () => {
    const bytes = encodePack(smallPack());
    bytes[bytes.length - 3] ^= 1;
    const service = createCompareService({ fetch: fetchBundled, clock });
    const outcome = await service.open({ kind: 'pack', name: 'a.wlpk', file: fileOf(bytes) }, () => {});
    expect(outcome).toEqual({ kind: 'refused', message: 'The catalogue pack is damaged.' });
  });
});
