import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import packageInfo from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/child.mjs';
import { filesBelow } from '../../scripts/source-graph.mjs';

const documents = [
  ...['README.md', 'DESIGN.md', 'CONTRIBUTING.md', 'datasets/README.md'],
  ...filesBelow(ROOT, 'docs').filter((path) => path.endsWith('.md')),
].map((path) => [path, readFileSync(join(ROOT, path), 'utf8')] as const);

test.each(documents)('%s: names only commands that package.json has', (_path, text) => {
  const names = [...text.matchAll(/npm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name]) => name);
  expect(names.filter((name) => !(name in packageInfo.scripts))).toEqual([]);
});

test.each(documents)('%s: links only to files that are in the repository', (path, text) => {
  const links = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, link]) => link);
  const pictures = [...text.matchAll(/ (?:src|srcset)="([^"]+)"/g)].map(([, link]) => link);
  const local = [...links, ...pictures].filter((link) => !/^[a-z]+:/.test(link));
  expect(local.filter((link) => !existsSync(join(ROOT, dirname(path), link)))).toEqual([]);
});
