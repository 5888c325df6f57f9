import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandFile, ROOT } from '../../scripts/child.mjs';

/** Layers that run in Node, worker and page alike, lowest first. */
const LOWER = ['lib', 'data', 'wnn', 'baselines', 'evaluation'];

/** Which layers a layer may import from, besides itself. */
const ALLOWED: Record<string, string[]> = {
  lib: [],
  data: ['lib'],
  wnn: ['lib', 'data'],
  baselines: ['lib', 'data', 'wnn'],
  evaluation: ['lib', 'data', 'wnn', 'baselines'],
  cli: LOWER,
  storage: ['lib', 'data', 'wnn'],
  worker: LOWER,
  state: [...LOWER, 'storage', 'worker'],
};
const LAYERS = [...Object.keys(ALLOWED), 'ui', 'tiles'];

/** Packages that need neither DOM nor Node. */
const PORTABLE_PACKAGES = ['fflate', 'papaparse', 'valibot'];

/** Hidden inputs: with them the same seed, clock and log would not give the same result. */
const HIDDEN_INPUTS =
  /Math\.random|Date\.now|performance\.now|new Date\(|getRandomValues|randomUUID|globalThis/;

const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const filesOf = (layer: string) => {
  const folder = join(ROOT, 'src', layer);
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
};

const sources = (layer: string) =>
  filesOf(layer)
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      name: `src/${layer}/${name}`,
      source: withoutComments(readFileSync(join(ROOT, 'src', layer, name), 'utf8')),
    }));

const packagesImportedBy = (source: string) =>
  [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'".][^'"]*)['"]/g)].map(([, name]) => name);

describe('the lower layers', () => {
  const files = LOWER.flatMap(sources);

  test('take randomness and time as arguments', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ source }) => HIDDEN_INPUTS.test(source)).map(({ name }) => name)).toEqual([]);
  });

  test('import only packages that run in Node, worker and page alike', () => {
    const foreign = files.flatMap(({ name, source }) =>
      packagesImportedBy(source)
        .filter((imported) => !PORTABLE_PACKAGES.includes(imported))
        .map((imported) => `${name}: ${imported}`),
    );
    expect(foreign).toEqual([]);
  });

  test.each(['Math.random()', 'Date.now()', 'performance.now()', 'new Date()', 'globalThis.document'])(
    'would be caught at %s, unless in a comment',
    (expression) => {
      const found = (source: string) => HIDDEN_INPUTS.test(withoutComments(source));
      expect(found(`const a = '//'; const b = ${expression};`)).toBe(true);
      expect(found(`// ${expression}\n/* ${expression} */ const a = 1; // ${expression}`)).toBe(false);
    },
  );

  test.each([
    "import fs from 'node:fs';",
    "export * from 'node:fs';",
    "const fs = await import('node:fs');",
    "import 'node:fs';",
  ])('would be caught at %s', (statement) => {
    expect(packagesImportedBy(statement)).toEqual(['node:fs']);
  });
});

describe('src/', () => {
  test('holds nothing but layers, the entry and type declarations', () => {
    const entries = readdirSync(join(ROOT, 'src')).filter((name) => !name.endsWith('.d.ts'));
    const expected = ['main.tsx', ...LAYERS];
    expect(entries.filter((name) => !expected.includes(name))).toEqual([]);
  });

  test('has no index modules, because the linter does not see which layer a bare folder is', () => {
    const indexes = LAYERS.flatMap(filesOf).filter((name) => /^index\.tsx?$/.test(name));
    expect(indexes).toEqual([]);
  });
});

describe('the linter', () => {
  /** Fixture files with an error, such as "src/lib/from-ui.ts". */
  let refused: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'weightless-layers-'));

  beforeAll(async () => {
    for (const file of ['biome.json', '.gitignore']) copyFileSync(join(ROOT, file), join(folder, file));
    const write = (layer: string, name: string, source: string) =>
      writeFileSync(join(folder, 'src', layer, name), source);
    for (const layer of LAYERS) {
      mkdirSync(join(folder, 'src', layer), { recursive: true });
      for (const target of LAYERS) {
        const path = `../${target}/module`;
        write(layer, `from-${target}.ts`, `import { it } from '${path}';\n\nit();\n`);
        write(layer, `type-from-${target}.ts`, `export type { It } from '${path}';\n`);
        write(layer, `dynamic-from-${target}.ts`, `export const it = () => import('${path}');\n`);
      }
      for (const name of ['react', 'dexie']) write(layer, `uses-${name}.ts`, `export * from '${name}';\n`);
      write(layer, 'uses-document.ts', 'export const title = () => document.title;\n');
    }
    const output = await new Promise<string>((resolve) => {
      const args = [commandFile('biome'), 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
      // The exit code is 1 by design: the fixtures contain errors.
      const options = { cwd: folder, maxBuffer: 2 ** 26 };
      execFile(process.execPath, args, options, (_error, stdout) => resolve(stdout));
    });
    const { diagnostics } = JSON.parse(output) as {
      diagnostics: { severity: string; location: { path: string } }[];
    };
    refused = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ location }) => location.path.replaceAll('\\', '/'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(Object.keys(ALLOWED))('lets %s/ import from the layers below it and no other', (layer) => {
    for (const kind of ['from', 'type-from', 'dynamic-from']) {
      const imported = LAYERS.filter((target) => !refused.includes(`src/${layer}/${kind}-${target}.ts`));
      expect(imported.sort(), kind).toEqual([...ALLOWED[layer], layer].sort());
    }
  });

  test('keeps React, Dexie and the DOM out of the lower layers', () => {
    for (const layer of LOWER) {
      for (const name of ['react', 'dexie', 'document']) {
        expect(refused).toContain(`src/${layer}/uses-${name}.ts`);
      }
    }
    expect(refused).not.toContain('src/storage/uses-dexie.ts');
    expect(refused).not.toContain('src/ui/uses-react.ts');
  });
});
