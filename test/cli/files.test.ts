import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codeVersion, createFitCache, ROOT, readBytes } from '../../src/cli/files';

describe('the fit cache on disk', () => {
  const data = `test-${process.pid}`;
  const cache = createFitCache(data, 'code');
  afterAll(() => rmSync(join(ROOT, '.cache', 'fits', `${data}-code`), { recursive: true, force: true }));

  test('gives back what was written, in a buffer that holds nothing else', () => {
    cache.write('a', Uint8Array.of(1, 2, 3));
    const read = cache.read('a');
    expect(read).toEqual(Uint8Array.of(1, 2, 3));
    expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype);
    expect(read?.buffer.byteLength).toBe(3);
  });

  test('knows nothing of other keys, other data or other code', () => {
    cache.write('a', Uint8Array.of(1));
    expect(cache.read('b')).toBeNull();
    expect(createFitCache(data, 'other').read('a')).toBeNull();
    expect(createFitCache('other', 'code').read('a')).toBeNull();
  });
});

test('the code version is stable', () => {
  expect(codeVersion()).toMatch(/^[0-9a-f]{12}$/);
  expect(codeVersion()).toBe(codeVersion());
});

test('a file that cannot be read is named', () => {
  expect(() => readBytes('/nowhere/part.ndjson')).toThrow(
    '/nowhere/part.ndjson cannot be read: there is no such file.',
  );
});
