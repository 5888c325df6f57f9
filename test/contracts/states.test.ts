import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATES } from '../states/registry';

const FOLDER = join(import.meta.dirname, '../e2e/everywhere');

test('states: are looked at by one file for each of the people they belong to', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.e2e.ts'));
  const looked = files.map(
    (file) => /^looksAtEverySize\('(.+)'\);$/m.exec(readFileSync(join(FOLDER, file), 'utf8'))?.[1],
  );
  expect(looked.sort()).toEqual([...new Set(STATES.map(({ who }) => who))].sort());
});

test('states: have names of their own', () => {
  const names = STATES.map(({ name }) => name);
  expect(names.length).toBe(new Set(names).size);
});
