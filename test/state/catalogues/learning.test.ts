import { expect, test, vi } from 'vitest';
import type { PackManifest } from '../../../src/packs/pack-format';
import { createLearningStore } from '../../../src/state/catalogues/learning';
import { catalogueId } from '../../../src/storage/films/catalogues';
import type { Outcome } from '../../../src/worker/contract';
import { createLearnClient } from '../../../src/worker/learn/client';
import type { LearnedPack, LearnProgress, LearnRequest } from '../../../src/worker/learn/contract';

const MANIFEST = { name: 'ml-new', films: 60 } as PackManifest;
const BYTES = new Uint8Array(3_000_000);
const PICKED = { files: [new File(['x'], 'ml.zip')] };
const PROGRESS: LearnProgress = { doing: 'Learning what goes together', share: 0.3, remainingMs: 9000 };
const learned: Outcome<LearnedPack> = {
  kind: 'done',
  value: { bytes: BYTES, manifest: MANIFEST, notices: ['links.csv was left out.'] },
};

/** The store over workers that answer when they are told to. */
function open() {
  const calls: { request: LearnRequest; tell(progress: LearnProgress): void; terminated: boolean }[] = [];
  const answers: ((outcome: Outcome<LearnedPack>) => void)[] = [];
  const client = createLearnClient(() => {
    const call = { request: {} as LearnRequest, tell: (_: LearnProgress) => {}, terminated: false };
    calls.push(call);
    return {
      service: {
        learn(request, onProgress) {
          Object.assign(call, { request, tell: onProgress });
          return new Promise((resolve) => answers.push(resolve));
        },
      },
      terminate() {
        call.terminated = true;
      },
      onCrash() {},
    };
  });
  let guards = 0;
  const guard = () => {
    guards++;
    return () => {
      guards--;
    };
  };
  const store = createLearningStore({ client, filmsUrl: 'films.bin', seed: 1, guard });
  return { store, calls, answers, at: () => store.getState().at, guards: () => guards };
}

test('learning store: shows how far it is, hands the bytes on, and guards the page meanwhile', async () => {
  const { store, calls, answers, at, guards } = open();
  const keep = vi.fn(async (_: Uint8Array) => null);
  store.getState().choose(PICKED, keep);
  expect(calls[0].request).toMatchObject({ filmsUrl: 'films.bin', seed: 1 });
  expect(guards()).toBe(1);
  calls[0].tell(PROGRESS);
  expect(at()).toEqual({ step: 'learning', progress: PROGRESS });
  answers[0](learned);
  await vi.waitFor(() =>
    expect(at()).toEqual({
      ...{ step: 'learned', manifest: MANIFEST, notices: ['links.csv was left out.'] },
      kept: { state: 'kept', id: catalogueId(BYTES) },
    }),
  );
  expect(keep.mock.calls.map(([bytes]) => bytes === BYTES)).toEqual([true]);
  await vi.waitFor(() => expect(guards()).toBe(0));
});

test('learning store: says why nothing was learned, and forgets it when other files are chosen', async () => {
  const { store, answers, at } = open();
  store.getState().choose(PICKED, async () => null);
  answers[0]({ kind: 'refused', message: 'ml.zip is empty.' });
  await vi.waitFor(() => expect(at()).toEqual({ step: 'failed', message: 'ml.zip is empty.' }));
  store.getState().choose(PICKED, async () => null);
  expect(at().step).toBe('learning');
});

test('learning store: ends the workers at once when it is called off, and hears of them no more', async () => {
  const { store, calls, answers, at, guards } = open();
  const keep = vi.fn(async (_: Uint8Array) => null);
  store.getState().choose(PICKED, keep);
  store.getState().cancel();
  expect(at()).toEqual({ step: 'choosing' });
  await vi.waitFor(() => expect(calls[0].terminated).toBe(true));
  calls[0].tell(PROGRESS);
  answers[0](learned);
  await vi.waitFor(() => expect(guards()).toBe(0));
  expect(at()).toEqual({ step: 'choosing' });
  expect(keep).not.toHaveBeenCalled();
});

test('learning store: keeps what was learned at hand where the disk is full, until it can be kept', async () => {
  const { store, answers, at } = open();
  let isFull = true;
  store.getState().choose(PICKED, async () => (isFull ? 'There is no room for it.' : null));
  answers[0](learned);
  await vi.waitFor(() =>
    expect(at()).toMatchObject({ kept: { state: 'lost', message: 'There is no room for it.' } }),
  );
  isFull = false;
  store.getState().keepAgain();
  await vi.waitFor(() => expect(at()).toMatchObject({ kept: { state: 'kept' } }));
});
