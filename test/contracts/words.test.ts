import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { filesBelow, isModule } from '../../scripts/source-graph.mjs';
import { byFolder } from './source-structure';
import { wordsOutside } from './words-outside';

/** Folders whose words stand in src/words. */
const FOLDERS = ['src/ui', 'src/state'];

/** What looks like words and is none, by file. */
const NO_WORDS: Record<string, readonly string[]> = {
  // Typefaces.
  'src/ui/fonts.ts': ['Bricolage Grotesque Variable', 'Inter Variable'],
  'src/ui/theme.ts': [
    "'Bricolage Grotesque Variable', 'Inter Variable', system-ui, sans-serif",
    "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif",
    "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  ],
  // For the console.
  'src/state/compare/kept-runs.ts': ['A run could not be kept.'],
  // A command.
  'src/state/compare/settings.ts': ['npm run evaluate --'],
  'src/ui/compare/charts/save-chart.ts': ['http://www.w3.org/2000/svg'],
  'src/ui/compare/settings/OwnData.tsx': ['.zip,application/zip'],
  // Kinds and names of files.
  'src/ui/import/ChooseFiles.tsx': [
    '.csv,.tsv,.txt,.dat,.json,.zip,text/csv,application/json,application/zip',
  ],
  'src/ui/your-data/LearnCatalogue.tsx': ['.zip,application/zip'],
  'src/ui/your-data/Tables.tsx': [
    'text/csv;charset=utf-8',
    'text/plain;charset=utf-8',
    'weightless-letterboxd.csv',
    'weightless-ratings.csv',
  ],
  'src/ui/your-data/TakeSection.tsx': ['weightless-backup.json'],
  // Columns of tables, which programs read.
  'src/state/backup/lists.ts': ['Place', 'Title', 'Year', 'Match'],
  'src/state/backup/ratings-csv.ts': ['Title', 'Year', 'Rating', 'WatchedDate'],
  // What only the console shows, and the name of an error.
  'src/state/backup/backup.ts': ['The backup was not restored.', 'Not everything was erased.'],
  'src/state/catalogues/catalogues.ts': ['Refusal', '…: not done.'],
  'src/state/catalogues/own-films.ts': ['Films added by hand could not be changed.'],
  'src/state/platform/early-film.ts': ['The plan'],
  'src/state/platform/locations.ts': ['films.bin', 'ratings.bin', 'network-hybrid.bin', 'network-wnn.bin'],
  // What is looked for in a message.
  'src/state/platform/pack-library.ts': ['another version'],
  'src/state/platform/service-worker.ts': ['vite:preloadError'],
  'src/ui/frame/RescueView.tsx': ['weightless-data.json'],
  // Stored with the person.
  'src/ui/people/named.ts': ['You'],
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
