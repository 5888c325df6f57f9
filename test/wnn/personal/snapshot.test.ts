import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import { DamagedBytesError } from '../../../src/lib/bytes';
import { seal, unseal } from '../../../src/lib/envelope';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { decodeSnapshot, encodeSnapshot } from '../../../src/wnn/personal/snapshot';
import { bundledModel } from '../../fixtures/bundled';

const network = bundledModel();
const LOG = '[the log]';
const decode = (bytes: Uint8Array, of = network) => decodeSnapshot(of, bytes, () => LOG);
const clicks = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: network.bank.itemCount - 1 }),
    fc.constantFrom<Opinion>('like', 'dislike'),
  ),
  { maxLength: 20 },
);

function taught(history: readonly (readonly [number, Opinion])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [film, said] of history) model.answer(film, said);
  return model;
}

describe('snapshot', () => {
  it('gives the same model back when decoded', () => {
    fc.assert(
      fc.property(clicks, fc.nat(), fc.string(), (list, lastRow, log) => {
        const model = taught(list);
        const read = decodeSnapshot(network, encodeSnapshot(model, lastRow, log), (row) => {
          expect(row).toBe(lastRow);
          return log;
        });
        expect(read.lastRow).toBe(lastRow);
        expect(read.model.stateBytes()).toEqual(model.stateBytes());
        expect([...read.model.opinions].sort()).toEqual([...model.opinions].sort());
      }),
      { numRuns: 40 },
    );
  });

  it('refuses a snapshot of an earlier version when all else is sound', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1, LOG);
    // Bytes 4 to 7 are the version, which no checksum covers.
    for (const version of [1, 2]) {
      bytes[4] = version;
      expect(() => decode(bytes)).toThrow(`earlier form (${version})`);
    }
  });

  it('refuses a snapshot when any byte is flipped', () => {
    const bytes = encodeSnapshot(
      taught([
        [5, 'like'],
        [77, 'dislike'],
      ]),
      2,
      LOG,
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = bytes.slice();
        damaged[at] ^= flip;
        expect(() => decode(damaged)).toThrow(DamagedBytesError);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a snapshot when it was cut short or lengthened', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1, LOG);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decode(bytes.subarray(0, length))).toThrow(DamagedBytesError);
    }
    expect(() => decode(Uint8Array.from([...bytes, 0]))).toThrow(DamagedBytesError);
  });

  it('refuses a snapshot when what was learned was changed and the checksum made to fit', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1, LOG);
    const format = { magic: 'WLSN', version: 4, what: 'The saved model' };
    const { payload } = unseal(format, bytes);
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = payload.slice();
        changed[at] ^= flip;
        // The row is not part of what is hashed: it chooses the log, which then has to agree.
        const rowAt = 4;
        if (at === rowAt) return;
        expect(() => decode(seal(format, changed))).toThrow(DamagedBytesError);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a snapshot when it belongs to another log', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1, LOG);
    expect(() => decodeSnapshot(network, bytes, () => `${LOG} `)).toThrow(
      'does not belong to this rating log',
    );
  });

  it('refuses a snapshot when it belongs to another network', () => {
    const bytes = encodeSnapshot(taught([[5, 'like']]), 1, LOG);
    expect(() => decode(bytes, { ...network, checksum: network.checksum ^ 1 })).toThrow(
      'another version of the network',
    );
  });
});
