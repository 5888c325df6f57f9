import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../../src/cli/files';
import { loadBundledData } from '../../src/cli/load-data';
import type { Dataset } from '../../src/data/dataset';
import { fitItemEffects } from '../../src/data/item-effects';
import { answerOf } from '../../src/data/opinion';
import { topK } from '../../src/lib/top-k';
import { decodeNetwork } from '../../src/wnn/network/assembly';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { encodeSnapshot } from '../../src/wnn/personal/snapshot';

/** What the model that the app ships takes in bytes, and how long it takes on this machine. */
export interface DeviceFigures {
  /** The processor's name and Node's version. */
  machine: string;
  /** Ratings of the person measured. */
  ratings: number;
  /** What is kept of the person: the saved model, and the same compressed. */
  stateBytes: number;
  stateGzipBytes: number;
  /** What everybody downloads, compressed: films and ratings, and the network that the app uses. */
  publicGzipBytes: { file: string; bytes: number }[];
  /** Median milliseconds: one answer learned; the list of 50 brought up to date after it. */
  updateMs: number;
  listMs: number;
}

/** The person measured has so many ratings. */
const RATINGS = 500;
/** What is asked for after a click: the best fifty of the whole catalogue. */
const LIST = 50;
/** Answers that are timed; the first ones warm up. */
const RUNS = 500;
const WARM_UP_RUNS = 100;

const publicFile = (file: string) => readFileSync(join(ROOT, 'public', 'data', file));

/** Measures the network that the app uses with the first 500 ratings of the first person of the bundled data who has so many. */
export function measureDevice(clock: () => number): DeviceFigures {
  const dataset = loadBundledData();
  const { catalogue, ratings } = dataset;
  const network = decodeNetwork(
    catalogue,
    fitItemEffects(catalogue, ratings),
    publicFile('network-hybrid.bin'),
    ratings,
  );
  const model = new PersonalModel(network);
  for (const { item, answer } of firstAnswers(dataset)) model.answer(item, answer);
  // Bound to a log of no events: a real one is hashed to as many bytes.
  const state = encodeSnapshot(model, 0, '[]');
  return {
    machine: `${cpus()[0]?.model.trim() || 'an unnamed processor'}, Node ${process.versions.node}`,
    ratings: RATINGS,
    stateBytes: state.length,
    stateGzipBytes: gzipSync(state).length,
    publicGzipBytes: ['films.bin', 'ratings.bin', 'network-hybrid.bin'].map((file) => ({
      file,
      bytes: gzipSync(publicFile(file)).length,
    })),
    ...timings(model, clock),
  };
}

function firstAnswers({ ratings }: Dataset): { item: number; answer: string }[] {
  const { offsets, item, halfStars, userCount, timestamp } = ratings;
  const user = Array.from({ length: userCount }, (_, u) => u).find(
    (u) => offsets[u + 1] - offsets[u] >= RATINGS,
  );
  if (user === undefined) throw new Error(`Nobody in the bundled data has ${RATINGS} ratings.`);
  return Array.from({ length: offsets[user + 1] - offsets[user] }, (_, r) => offsets[user] + r)
    .sort((a, b) => timestamp[a] - timestamp[b] || a - b)
    .slice(0, RATINGS)
    .map((r) => ({ item: item[r], answer: answerOf(halfStars[r]) }));
}

/** As in the app: after every answer the ranking is brought up to date, and the best fifty are taken. */
function timings(model: PersonalModel, clock: () => number): { updateMs: number; listMs: number } {
  const { opinions } = model;
  const unknown = Array.from({ length: model.network.bank.itemCount }, (_, item) => item).filter(
    (item) => !opinions.has(item),
  );
  const updates: number[] = [];
  const lists: number[] = [];
  let sum = model.rankingScores()[0];
  for (const item of unknown.slice(0, RUNS)) {
    const begun = clock();
    model.answer(item, 'like');
    const learned = clock();
    const list = topK(model.rankingScores(), LIST, (film) => opinions.has(film));
    lists.push(clock() - learned);
    updates.push(learned - begun);
    sum += list[0];
    model.forget(item);
  }
  // Read, so that no engine can leave out what is timed.
  if (!Number.isFinite(sum)) throw new Error('A list was empty.');
  return { updateMs: median(updates.slice(WARM_UP_RUNS)), listMs: median(lists.slice(WARM_UP_RUNS)) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
