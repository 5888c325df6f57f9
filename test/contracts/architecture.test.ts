import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawArchitecture, isPictureCurrent } from '../../scripts/architecture.mjs';
import { ABOUT, LAYERS, ROOMS } from '../../scripts/layers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'weightless-architecture-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('architecture: the picture shows the imports as they are (npm run architecture draws it anew)', () => {
  expect(isPictureCurrent()).toBe(true);
});

test('architecture: every layer and room is told in few words, and nothing else', () => {
  expect(Object.keys(ABOUT).sort()).toEqual(
    [...new Set([...LAYERS, ...ROOMS, 'main.tsx'])].filter((name) => name !== 'baselines/paper').sort(),
  );
});

test('architecture: an arrow carries the number of imports, those within a layer left out', () => {
  const sources = {
    'src/lib/a.ts': "export * from './b';\n",
    'src/lib/b.ts': 'export const b = 1;\n',
    'src/data/c.ts': "import { b } from '../lib/b';\nimport '../lib/a';\nexport const c = b;\n",
    'src/wnn/fit/d.ts': "export type { B } from '../network/e';\n",
    'src/wnn/network/e.ts': "export type B = typeof import('../../data/c');\n",
  };
  for (const [path, source] of Object.entries(sources)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const picture = drawArchitecture(folder);
  const counts = [...picture.matchAll(/class="count"[^>]*>(\d+)</g)].map(([, count]) => count);
  // wnn to data, data to lib, and in the panel of wnn/ fit to network.
  expect(counts).toEqual(['1', '2', '1']);
  expect(picture).toContain('films and ratings; 1 module<');
  expect(picture).toContain('seeded random, numerics, bytes; 2 modules<');
});
