import { expect, test } from 'vitest';
import { readBytes } from '../../src/cli/files';

test('a file that cannot be read is named', () => {
  expect(() => readBytes('/nowhere/part.ndjson')).toThrow(
    '/nowhere/part.ndjson cannot be read: there is no such file.',
  );
});
