import { expect, test } from 'vitest';
import { encodePack } from '../../src/packs/pack-format';
import { type PublicBytes, prepareData } from '../../src/packs/public-data';
import { buffersOf, withFunctions, withoutFunctions } from '../../src/worker/films/sent-data';
import { prepare } from '../../src/worker/films/service';
import { smallPack } from '../fixtures/small-pack';

const bytesOf = (options: Parameters<typeof smallPack>[0] = {}): PublicBytes => ({
  kind: 'pack',
  pack: encodePack(smallPack(options)),
  wanted: 'hybrid',
});

/** Sends data as from one thread to another, handing over what can be. */
function sent(bytes: PublicBytes) {
  const outcome = prepare(bytes);
  if (outcome.kind !== 'done') throw new Error(outcome.message);
  const buffers = buffersOf(outcome.sent);
  const arrived = structuredClone(outcome.sent, { transfer: buffers });
  expect(buffers.every(({ byteLength }) => byteLength === 0)).toBe(true);
  return withFunctions(arrived);
}

test('sent data: are what was computed, and tell which films are alike as before', () => {
  const bytes = bytesOf();
  const { data, about } = prepareData(bytes);
  const arrived = sent(bytes);
  expect(withoutFunctions(arrived)).toEqual(withoutFunctions({ data, about }));
  for (const item of [0, 5, 40]) {
    expect(arrived.data.network.terms.neighbours?.(item)).toEqual(data.network.terms.neighbours?.(item));
    expect(arrived.data.network.rating?.neighbours?.(item)).toEqual(data.network.rating?.neighbours?.(item));
  }
});

test('sent data: tell of no alike films where there are no ratings', () => {
  const { network } = sent(bytesOf({ withRatings: false })).data;
  expect([network.terms.neighbours, network.rating?.neighbours ?? null]).toEqual([null, null]);
});

test('prepare: says for a person what is wrong with damaged bytes', () => {
  const bytes = bytesOf();
  if (bytes.kind === 'pack') bytes.pack[bytes.pack.length - 1] ^= 1;
  expect(prepare(bytes)).toMatchObject({ kind: 'damaged', message: expect.stringContaining('damaged') });
});
