import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codeVersion, createFitCache, ROOT, readBytes } from '../../src/cli/files';

describe('createFitCache', () => {
  const data = `test-${process.pid}`;
  const cache = createFitCache(data, 'code');
  afterAll(() => rmSync(join(ROOT, '.cache', 'fits', `${data}-code`), { recursive: true, force: true }));

  test('gives back what was written, in a buffer of its own, when the key is the same', () => {
    cache.write('a', Uint8Array.of(1, 2, 3));
    const read = cache.read('a');
    expect(read).toEqual(Uint8Array.of(1, 2, 3));
    expect(Object.getPrototypeOf(read)).toBe(Uint8Array.prototype);
    expect(read?.buffer.byteLength).toBe(3);
  });

  test('gives null when key, data or code are others', () => {
    cache.write('a', Uint8Array.of(1));
    expect(cache.read('b')).toBeNull();
    expect(createFitCache(data, 'other').read('a')).toBeNull();
    expect(createFitCache('other', 'code').read('a')).toBeNull();
  });
});

test('codeVersion: is the same when no source has changed', () => {
  expect(codeVersion()).toMatch(/^[0-9a-f]{12}$/);
  expect(codeVersion()).toBe(codeVersion());
});

test('readBytes: throws with the name of the file when it cannot be read', () => {
  expect(() => readBytes('/nowhere/part.ndjson')).toThrow(
    '/nowhere/part.ndjson cannot be read: there is no such file.',
  );
});
