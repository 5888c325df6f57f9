import { expect, test } from 'vitest';
import { readBytes } from '../../src/cli/files';

test('readBytes: throws with the name of the file when it cannot be read', () => {
  expect(() => readBytes('/nowhere/part.ndjson')).toThrow(
    '/nowhere/part.ndjson cannot be read: there is no such file.',
  );
});
