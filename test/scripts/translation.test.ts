import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translation } from '../../scripts/translation.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weightless-words-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('words/en/language.ts', "export const LANGUAGE = 'en-GB';");
  write('words/de/language.ts', "export const LANGUAGE = 'de';");
  write('words/format.ts', "export { LANGUAGE } from './en/language';");
  write('words/en/rate/answers.ts', "export const like = 'Like';");
  write('words/de/rate/answers.ts', "export const like = 'Gefällt mir';");
  write('ui/en/page.ts', "export const page = 'a page';");
  write(
    'ui/main.ts',
    `import * as words from '../words/en/rate/answers';
import { LANGUAGE } from '../words/format';
import { page } from './en/page';
console.log(LANGUAGE, words.like, page);`,
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

async function built(language: string): Promise<string> {
  const result = await build({
    ...{ root: folder, configFile: false, logLevel: 'silent' },
    plugins: [translation(language, join(folder, 'words'))],
    build: { write: false, minify: false, lib: { entry: 'ui/main.ts', formats: ['es'] } },
  });
  const [{ output }] = result as { output: { code: string }[] }[];
  return output[0].code;
}

test('translation: takes all words, and the rules of the language, from its folder when the app is built in it', async () => {
  const code = await built('de');
  expect(code).toContain('Gefällt mir');
  expect(code).toContain('"de"');
  expect(code).not.toContain('Like');
  // A folder of that name elsewhere is none of words.
  expect(code).toContain('a page');
});

test('translation: leaves everything as it is in English', async () => {
  expect(await built('en')).toContain('Like');
});

test('translation: says which languages there are when there is none of that name', () => {
  expect(() => translation('xx', join(folder, 'words'))).toThrow(
    'no words in "xx" in src/words, only in: de, en.',
  );
});
