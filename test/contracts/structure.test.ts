import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { filesBelow, isModule, readGraph } from '../../scripts/source-graph.mjs';
import {
  byFolder,
  circlesOf,
  commentsOf,
  exportsOf,
  filesNamedIn,
  functionsOf,
  lineCount,
} from './source-structure';

const MOST_FILES_IN_A_FOLDER = 20;
const MOST_LINES_OF_A_FILE = 250;
const MOST_LINES_OF_A_FUNCTION = 80;

const paths = filesBelow(ROOT);
const sources = paths
  .filter((path) => isModule(path) || path.endsWith('.css'))
  .map((path) => ({ path, source: readFileSync(join(ROOT, path), 'utf8') }));
const modules = sources.filter(({ path }) => isModule(path));

describe('src/', () => {
  test('folders: none holds more than 20 files directly', () => {
    const counts = new Map<string, number>();
    for (const path of paths) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect(counts.size).toBeGreaterThan(0);
    expect([...counts].filter(([, count]) => count > MOST_FILES_IN_A_FOLDER)).toEqual([]);
  });

  test('files: no module and no stylesheet is longer than 250 lines', () => {
    const long = sources
      .map(({ path, source }) => ({ path, lines: lineCount(source) }))
      .filter(({ lines }) => lines > MOST_LINES_OF_A_FILE)
      .map(({ path, lines }) => ({ path, what: `has ${lines} lines` }));
    expect(byFolder(long)).toEqual({});
  });

  test('functions: none is longer than 80 lines', () => {
    const long = modules.flatMap(({ path, source }) =>
      functionsOf(path, source)
        .filter(({ lines }) => lines > MOST_LINES_OF_A_FUNCTION)
        .map(({ name, line, lines }) => ({ path, what: `${line}: ${name} has ${lines} lines` })),
    );
    expect(byFolder(long)).toEqual({});
  });

  test('imports: no modules import one another in a circle, by types neither', () => {
    expect(circlesOf(readGraph(ROOT).arrows)).toEqual([]);
  });

  test('docstrings: every exported declaration has one, words of the screens aside, which say themselves', () => {
    const explained = modules.filter(({ path }) => !path.startsWith('src/words/en/'));
    const bare = explained.flatMap(({ path, source }) =>
      exportsOf(path, source)
        .filter(({ hasDoc }) => !hasDoc)
        .map(({ name, line }) => ({ path, what: `${line}: ${name}` })),
    );
    expect(byFolder(bare)).toEqual({});
  });
});

describe('comments', () => {
  const folders = ['src', 'test', 'scripts', 'datasets', 'docs', 'public'];
  const top = [
    'README.md',
    'DESIGN.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'vite.config.ts',
    'vitest.config.ts',
  ];
  const all = [...folders.flatMap((folder) => filesBelow(ROOT, folder)), ...top];
  const exists = (name: string) => {
    const end = name.replace(/^(?:\.{1,2}\/)+/, '');
    return all.some((path) => path === end || path.endsWith(`/${end}`));
  };

  test.each(['src', 'test', 'scripts', 'datasets'])(
    'in %s/ name only files that are in the repository',
    (folder) => {
      const unknown = filesBelow(ROOT, folder)
        .filter((path) => (isModule(path) || path.endsWith('.css')) && !path.includes('/.cache/'))
        .flatMap((path) =>
          commentsOf(path, readFileSync(join(ROOT, path), 'utf8')).flatMap(({ text, line }) =>
            filesNamedIn(text)
              .filter((name) => !exists(name))
              .map((name) => ({ path, what: `${line}: ${name}` })),
          ),
        );
      expect(byFolder(unknown)).toEqual({});
    },
  );
});

describe('the measures of structure', () => {
  test('functions: one within another, an arrow and a method are found with their names', () => {
    const source = `function outer() {
  const inner = () => {
    return 1;
  };
}
class A {
  method() { return { property: function () {} }; }
}
export default () => 1;
`;
    expect(functionsOf('a.ts', source)).toEqual([
      { name: 'outer', line: 1, lines: 5 },
      { name: 'inner', line: 2, lines: 3 },
      { name: 'method', line: 7, lines: 1 },
      { name: 'property', line: 7, lines: 1 },
      { name: 'a function without a name', line: 9, lines: 1 },
    ]);
  });

  test('lines: a line break at the end begins no line', () => {
    expect(lineCount('a\nb\n')).toBe(2);
    expect(lineCount('a\nb')).toBe(2);
  });

  test('docstrings: only a block of two stars right before counts', () => {
    const source = `/** Of the module. */
import a from 'a';
/** One. */
export const one = a;

export type Two = 2;
/* Three. */
export interface Three {}
// Four.
export function four() {}
/** Five. */
export function five(a: string): string;
export function five(a: number): number;
export function five(a: string | number) { return a; }
/** Six. */
const six = 6;
const seven = 7;
export { six, seven };
export { other } from 'b';
const own = 8;
`;
    const found = exportsOf('a.ts', source).map(({ name, hasDoc }) => `${name} ${hasDoc}`);
    expect(found).toEqual([
      'one true',
      'Two false',
      'Three false',
      'four false',
      'five true',
      'six true',
      'seven false',
    ]);
  });

  test('circles: modules that reach one another are one group', () => {
    const arrows = ['a>b', 'b>c', 'c>a', 'c>d', 'e>e', 'd>f'].map((arrow) => arrow.split('>'));
    expect(circlesOf(arrows.map(([from, to]) => ({ from, to })))).toEqual([['a', 'b', 'c'], ['e']]);
  });

  test('comments: names of files are found, of patterns and addresses not', () => {
    expect(
      filesNamedIn('As in locations.ts: see docs/model.md, (page.md) but **/*.ts and https://a.b/c.md'),
    ).toEqual(['locations.ts', 'docs/model.md', 'page.md']);
    expect(commentsOf('a.css', 'a {}\n/* see\nb.md */').map(({ line }) => line)).toEqual([2]);
    expect(commentsOf('a.ts', "const a = '// no';\n// yes").map(({ text }) => text)).toEqual([' yes']);
  });
});
