import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATES } from '../states/registry';

const FOLDER = join(import.meta.dirname, '../e2e/everywhere');

test('states: are looked at by a file for each of the people they belong to, or by one for each part', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.e2e.ts'));
  const calls = files.map((file) => {
    const call = /^looksAtEverySize\('(.+)'(?:, (\d), (\d))?\);$/m.exec(
      readFileSync(join(FOLDER, file), 'utf8'),
    );
    return { who: call?.[1], part: Number(call?.[2] ?? 1), parts: Number(call?.[3] ?? 1) };
  });
  for (const who of new Set(STATES.map((state) => state.who))) {
    const own = calls.filter((call) => call.who === who);
    const parts = own[0]?.parts ?? 1;
    expect({ who, parts: own.map(({ part }) => part).sort() }).toEqual({
      who,
      parts: Array.from({ length: parts }, (_, n) => n + 1),
    });
    expect(own.every((call) => call.parts === parts)).toBe(true);
  }
});

test('states: have names of their own', () => {
  const names = STATES.map(({ name }) => name);
  expect(names.length).toBe(new Set(names).size);
});
