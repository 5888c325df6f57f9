import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Rows of README's table of results by what they begin with, and the heading in docs/results.md that they are taken from. */
const ROWS = [
  ['error of expected stars (RMSE), split at random', '### Expected ratings, split at random'],
  ['the same, split in time', '### Expected ratings, split in time'],
  ['lists (nDCG@10; more is better)', '### Lists'],
] as const;

/** The first figure of each model in the table of a section taught by clicks. */
function figuresBelow(heading: string): Map<string, string> {
  const clicks = read('docs/results.md').split('<!-- section clicks -->')[1].split('<!-- end of section')[0];
  const [, section] = clicks.split(`${heading}\n`);
  const [table] = section.split(/\n\| model \| hybrid over it/);
  return new Map(
    [...table.matchAll(/^\| ([\w-]+) \| (\.\d+|\d\.\d+) \[/gm)].map(([, model, figure]) => [model, figure]),
  );
}

test.each(ROWS)(
  'README, "%s": tells the figures of docs/results.md, and those of the strongest rival',
  (row, heading) => {
    const line = read('README.md')
      .split('\n')
      .find((each) => each.startsWith(`| ${row}`));
    const [, hybrid, wnn, rival] = (line ?? '')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const figures = figuresBelow(heading);
    expect([hybrid, wnn]).toEqual([figures.get('hybrid'), figures.get('wnn')]);
    const rivals = [...figures].filter(([model]) => model !== 'hybrid' && model !== 'wnn');
    const isLessBetter = !heading.includes('Lists');
    const [best] = rivals.sort(([, a], [, b]) => (isLessBetter ? 1 : -1) * (Number(a) - Number(b)));
    expect(rival).toBe(`${best[1]}, \`${best[0]}\``);
  },
);
