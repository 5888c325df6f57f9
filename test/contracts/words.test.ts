import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { filesBelow, isModule } from '../../scripts/source-graph.mjs';
import { byFolder } from './source-structure';
import { wordsOutside } from './words-outside';

/** Folders whose words stand in src/words. */
const FOLDERS = [
  //
  'src/ui/rate',
  'src/ui/model',
  'src/ui/ratings',
  'src/ui/moods',
  'src/state/profile',
  'src/state/rate',
];

/** What looks like words and is none, by file. */
const NO_WORDS: Record<string, readonly string[]> = {
  // The name of a file.
  'src/ui/ratings/Unreadable.tsx': ['weightless-ratings.json'],
};

describe('the words of the screens', () => {
  test.each(FOLDERS)(
    '%s: has none of its own, so that a translation finds all of them in src/words',
    (folder) => {
      const own = filesBelow(ROOT, folder)
        .filter(isModule)
        .flatMap((path) =>
          wordsOutside(path, readFileSync(join(ROOT, path), 'utf8'))
            .filter(({ text }) => !NO_WORDS[path]?.includes(text))
            .map(({ text, line }) => ({ path, what: `${line}: ${text}` })),
        );
      expect(byFolder(own)).toEqual({});
    },
  );
});

describe('the search for words', () => {
  test('finds text between elements, spoken attributes, sentences and single words with a capital letter', () => {
    const source = `const a = <p title="x" className="so and so">{n} films</p>;
const b = 'Undo';
const c = \`\${n} left the list\`;
const d = ok ? 'one two' : null;`;
    expect(wordsOutside('a.tsx', source).map(({ text, line }) => `${line}: ${text}`)).toEqual([
      '1: x',
      '1: films',
      '2: Undo',
      '3: … left the list',
      '4: one two',
    ]);
  });

  test('passes by what nobody reads', () => {
    const source = `import a from 'So and so';
type T = 'Two words';
if (event.key === 'Two words' || event.key === 'Escape') throw new Error('A fault of programming');
const b = <p id="Two words" style={{ transform: \`translate(\${x}px, 0)\` }}>{'·'}</p>;
const c = { 'Two words': words.two };
switch (d) { case 'Two words': break; }`;
    expect(wordsOutside('a.tsx', source)).toEqual([]);
  });
});
