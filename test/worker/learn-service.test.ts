import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Accuracy } from '../../src/packs/measure-pack';
import { decodePack } from '../../src/packs/pack-format';
import { createLearnClient } from '../../src/worker/learn/client';
import type { LearnProgress } from '../../src/worker/learn/contract';
import { pickedFolder, smallFolder, spawnLearningInProcess } from './learn-in-process';

const CONTENTS = smallFolder(40);
const MEASURED: Accuracy = { network: 'hybrid', people: 4, rmse: 0.9, auc: 0.7, ndcg10: null };
const request = (picked: { files: File[]; paths?: string[] }) => ({
  ...picked,
  ...{ filmsUrl: 'films.bin', seed: 3 },
});
const bytes = (text: string) => new TextEncoder().encode(text);

test('learning: makes the same pack of a folder and of a zip file, with its accuracy, and tells how far it is', async () => {
  const told: LearnProgress[] = [];
  const spawned = spawnLearningInProcess();
  const outcome = await createLearnClient(() => spawned).learn(request(pickedFolder(CONTENTS)), (progress) =>
    told.push(progress),
  );
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const { manifest, notices } = outcome.value;
  expect(manifest).toMatchObject({
    ...{ name: 'ml-made-up', films: 60, leastLikes: 0, withRatings: true, isPrivate: true, seed: 3 },
    ...{ learned: { people: 40, ratings: 1000 }, source: { films: 60, people: 40, ratings: 1000 } },
    accuracy: { network: 'hybrid', people: 4 },
  });
  expect(notices).toEqual([]);
  expect(spawned.terminated).toBe(true);
  const opened = decodePack(outcome.value.bytes);
  expect(opened.manifest).toEqual(manifest);
  expect(Object.keys(opened.networks)).toEqual(['hybrid', 'wnn']);

  const shares = told.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  expect(new Set(told.map(({ doing }) => doing))).toEqual(
    new Set([
      ...['Reading the films', 'Reading the ratings', 'Learning what goes together'],
      ...['Learning what people think of films', 'Measuring on people held out'],
    ]),
  );

  const inner = Object.entries(CONTENTS).map(([name, text]) => [`ml-made-up/${name}`, bytes(text)] as const);
  const zip = zipSync(Object.fromEntries(inner)) as Uint8Array<ArrayBuffer>;
  const zipped = new File([zip], 'ml-made-up.zip');
  const again = await createLearnClient(() =>
    spawnLearningInProcess({ measure: async () => manifest.accuracy as Accuracy }),
  ).learn(request({ files: [zipped] }), () => {});
  if (again.kind !== 'done') throw new Error(JSON.stringify(again));
  expect({ ...decodePack(again.value.bytes), manifest: {} }).toEqual({ ...opened, manifest: {} });
});

test('learning: answers cancelled at once and ends the workers when it is called off', async () => {
  const spawned = spawnLearningInProcess({ measure: () => new Promise(() => {}) });
  const client = createLearnClient(() => spawned);
  const answer = client.learn(request(pickedFolder(CONTENTS)), () => {});
  client.cancel();
  expect(await answer).toEqual({ kind: 'cancelled' });
  expect(spawned.terminated).toBe(true);
});

test('learning: says in a sentence why there is nothing to learn from', async () => {
  const messageOf = async (contents: Record<string, string>) => {
    const client = createLearnClient(() => spawnLearningInProcess({ measure: async () => MEASURED }));
    const outcome = await client.learn(request(pickedFolder(contents)), () => {});
    return outcome.kind === 'refused' && outcome.message;
  };
  expect(await messageOf(smallFolder(7))).toBe(
    'Only 7 people have two ratings or more here: too few to learn from. At least 20 are needed.',
  );
  expect(
    await messageOf({ ...CONTENTS, 'ratings.csv': 'userId,movieId,rating,timestamp\n1,2,x,4\n' }),
  ).toMatch(/^ratings\.csv, line 2: /);
  expect(await messageOf({ 'notes.txt': 'nothing' })).toMatch(/notes\.txt/);
});

test('learning: tells of a breakdown of either worker, and of too little memory, in sentences', async () => {
  const spawned = spawnLearningInProcess({ measure: () => new Promise(() => {}) });
  const answer = createLearnClient(() => spawned).learn(request(pickedFolder(CONTENTS)), () => {});
  spawned.crash('the browser ended it without a word, perhaps for want of memory');
  expect(await answer).toEqual({
    kind: 'failed',
    message:
      'Learning broke down: the browser ended it without a word, perhaps for want of memory. Nothing has changed; choose the files again to try once more.',
  });
  const poor = spawnLearningInProcess({
    async fetch() {
      throw new Error('no connection');
    },
  });
  const offline = await createLearnClient(() => poor).learn(request(pickedFolder(CONTENTS)), () => {});
  expect(offline).toMatchObject({
    kind: 'refused',
    message: 'The bundled films could not be loaded. Check the connection, then try again.',
  });
  const full = spawnLearningInProcess({
    async measure() {
      throw new RangeError('Array buffer allocation failed');
    },
  });
  const tooLarge = await createLearnClient(() => full).learn(request(pickedFolder(CONTENTS)), () => {});
  expect(tooLarge).toMatchObject({ kind: 'failed' });
  expect('message' in tooLarge && tooLarge.message).toMatch(/too little memory/);
  const none = createLearnClient(() => {
    throw new Error('no workers');
  });
  expect(await none.learn(request(pickedFolder(CONTENTS)), () => {})).toMatchObject({ kind: 'failed' });
});
