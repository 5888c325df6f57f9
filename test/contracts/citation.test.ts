import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import packageInfo from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/child.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const citation = read('CITATION.cff');
const field = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(citation)?.[1];

test('citation: version and licence are those of the package when it is cited', () => {
  expect(field('cff-version')).toBe('1.2.0');
  expect(field('title')?.toLowerCase()).toBe(packageInfo.name);
  expect(field('version')).toBe(packageInfo.version);
  expect(field('license')).toBe(packageInfo.license);
});

test('citation: the paper and the data are those that README cites', () => {
  const readme = read('README.md');
  const paper = /arXiv (\d{4}\.\d{5})/.exec(readme)?.[1];
  const data = /doi (10\.\S+?)\)/.exec(readme)?.[1];
  expect(paper).toBeDefined();
  expect(citation).toContain(`arXiv:${paper}`);
  expect(data).toBeDefined();
  expect(citation).toContain(`doi: ${data}`);
});
