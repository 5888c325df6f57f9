import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DamagedBytesError } from '../../src/lib/bytes';
import { seal, unseal } from '../../src/lib/envelope';

const FORMAT = { magic: 'TEST', version: 3, what: 'The thing' };

describe('envelope', () => {
  it('gives the payload back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (payload) => {
        const { version, payload: read } = unseal(FORMAT, seal(FORMAT, payload));
        expect(version).toBe(3);
        expect(Array.from(read)).toEqual(Array.from(payload));
      }),
    );
  });

  it('reads what an older version wrote, and refuses a newer one in words', () => {
    const payload = Uint8Array.of(1, 2, 3);
    expect(unseal(FORMAT, seal({ ...FORMAT, version: 1 }, payload)).version).toBe(1);
    expect(() => unseal(FORMAT, seal({ ...FORMAT, version: 4 }, payload))).toThrow('another version (4)');
  });

  it('refuses bytes of another kind', () => {
    const other = seal({ ...FORMAT, magic: 'ELSE' }, Uint8Array.of(1));
    expect(() => unseal(FORMAT, other)).toThrow('The thing is not in the expected format.');
  });

  it('refuses every truncation and every altered byte', () => {
    const bytes = seal(FORMAT, Uint8Array.of(9, 8, 7, 6));
    for (let length = 0; length < bytes.length; length++) {
      expect(() => unseal(FORMAT, bytes.subarray(0, length))).toThrow(DamagedBytesError);
    }
    for (let at = 0; at < bytes.length; at++) {
      // A smaller version number is an older format, not damage.
      if (at >= 4 && at < 8) continue;
      const altered = bytes.slice();
      altered[at] ^= 0x10;
      expect(() => unseal(FORMAT, altered)).toThrow(DamagedBytesError);
    }
  });
});
