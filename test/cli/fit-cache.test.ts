import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/cli/files';
import { createFitCache } from '../../src/cli/fit-cache';

describe('the fit cache on disk', () => {
  const data = `test-${process.pid}`;
  const cache = createFitCache(data, (source) => `version-of-${source}`);
  afterAll(() => rmSync(join(ROOT, '.cache', 'fits', data), { recursive: true, force: true }));

  test('gives back what was written, in a buffer that holds nothing else', () => {
    cache.write('one.ts', 'a', Uint8Array.of(1, 2, 3));
    const read = cache.read('one.ts', 'a');
    expect(read).toEqual(Uint8Array.of(1, 2, 3));
    expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype);
    expect(read?.buffer.byteLength).toBe(3);
  });

  test('knows nothing of other keys, other data or other code', () => {
    cache.write('one.ts', 'a', Uint8Array.of(1));
    expect(cache.read('one.ts', 'b')).toBeNull();
    expect(cache.read('two.ts', 'a')).toBeNull();
    expect(createFitCache(data, () => 'edited').read('one.ts', 'a')).toBeNull();
    expect(createFitCache('other', (source) => `version-of-${source}`).read('one.ts', 'a')).toBeNull();
  });
});
