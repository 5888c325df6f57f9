import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedBytesError } from '../../../src/lib/bytes';
import { type Opinion, PersonalModel } from '../../../src/wnn/personal/personal-model';
import { decodeSnapshot, encodeSnapshot } from '../../../src/wnn/personal/snapshot';
import { bundledModel } from '../../fixtures/bundled';

const network = bundledModel();
const clicks = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: network.bank.itemCount - 1 }),
    fc.constantFrom<Opinion>('like', 'dislike'),
  ),
  { maxLength: 20 },
);

function taught(history: readonly (readonly [number, Opinion])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [film, said] of history) model.rate(film, said);
  return model;
}

describe('snapshot', () => {
  it('gives the same model back when decoded', () => {
    fc.assert(
      fc.property(clicks, fc.nat(), (list, lastEvent) => {
        const model = taught(list);
        const read = decodeSnapshot(network, encodeSnapshot(model, lastEvent));
        expect(read.lastEvent).toBe(lastEvent);
        expect(read.model.stateBytes()).toEqual(model.stateBytes());
        expect([...read.model.opinions].sort()).toEqual([...model.opinions].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a snapshot of an earlier version when all else is sound', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1);
    // Bytes 4 to 7 are the version, which no checksum covers.
    bytes[4] = 1;
    expect(() => decodeSnapshot(network, bytes)).toThrow('earlier form (1)');
  });

  it('refuses a snapshot when any byte is flipped', () => {
    const bytes = encodeSnapshot(
      taught([
        [5, 'like'],
        [77, 'dislike'],
      ]),
      2,
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.slice();
        damaged[at] ^= flip;
        expect(() => decodeSnapshot(network, damaged)).toThrow(DamagedBytesError);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a snapshot when it was cut short or lengthened', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeSnapshot(network, bytes.subarray(0, length))).toThrow(DamagedBytesError);
    }
    expect(() => decodeSnapshot(network, Uint8Array.from([...bytes, 0]))).toThrow(DamagedBytesError);
  });

  it('refuses a snapshot when it belongs to another network', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1);
    expect(() => decodeSnapshot({ ...network, checksum: network.checksum ^ 1 }, bytes)).toThrow(
      'another version of the network',
    );
  });
});
