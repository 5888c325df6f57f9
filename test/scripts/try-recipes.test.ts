import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { recipeOf } from '../../scripts/try-recipes.mjs';

const document = readFileSync(join(ROOT, 'docs', 'evaluate.md'), 'utf8');

test.each(['GNU parallel', 'Slurm array'])(
  'recipes: that for %s is found in the document when it is to be tried',
  (name) => {
    const { script, merge, whole } = recipeOf(document, name, false);
    for (const line of script.trim().split('\n')) expect(document).toContain(line);
    expect(script).not.toContain('--merge');
    expect(merge).toMatch(/^npm run --silent evaluate -- --merge part-\*\.ndjson --json$/);
    expect(whole).toMatch(/^npm run --silent evaluate -- --protocol [^|>{}$]*--json$/);
    expect(whole).not.toMatch(/--jobs|--shard/);
    expect(recipeOf(document, name, true).script).toContain('--models ');
  },
);

test('recipes: one that the document does not have is refused', () => {
  expect(() => recipeOf(document, 'Carrier pigeons', false)).toThrow('no recipe "Carrier pigeons"');
});
