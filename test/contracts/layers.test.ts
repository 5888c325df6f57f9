import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandFile, ROOT } from '../../scripts/child.mjs';
import {
  KNOWN,
  LAYERS,
  layerOf,
  MAY_IMPORT,
  mayImport,
  PURE,
  ROOMS,
  roomOf,
  withLayers,
} from '../../scripts/layers.mjs';
import { filesBelow, importsOf, isModule, readGraph } from '../../scripts/source-graph.mjs';

/** Packages that need neither DOM nor Node. */
const PORTABLE_PACKAGES = ['fflate', 'papaparse', 'valibot'];

/** Hidden inputs: with them the same seed, clock and log would not give the same result. */
const HIDDEN_INPUTS =
  /Math\.random|Date\.now|performance\.now|new Date\(|getRandomValues|randomUUID|globalThis/;

const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

const sourceFiles = filesBelow(ROOT);
const graph = readGraph(ROOT);

describe('the table of rooms', () => {
  test('lets arrows only point down', () => {
    const upward = ROOMS.flatMap((room, place) =>
      ROOMS.slice(place + 1)
        .filter((above) => mayImport(room, above))
        .map((above) => `${room} > ${above}`),
    );
    expect(upward).toEqual([]);
  });

  test('names only rooms and layers', () => {
    const names = Object.values(MAY_IMPORT).flat();
    expect(names.filter((name) => !ROOMS.includes(name) && !LAYERS.includes(name))).toEqual([]);
  });

  test('is what the linter goes by (npm run layers writes it into biome.json)', () => {
    const configuration = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    expect(configuration).toEqual(withLayers(configuration));
  });
});

describe('src/', () => {
  test('holds nothing but rooms, the entry and type declarations', () => {
    const homeless = sourceFiles.filter((path) => roomOf(path) === undefined && !path.endsWith('.d.ts'));
    expect(homeless).toEqual(['src/main.tsx']);
  });

  test('has no index modules, because the linter does not see which room a bare folder is', () => {
    expect(sourceFiles.filter((path) => /\/index\.tsx?$/.test(path))).toEqual([]);
  });

  test('imports only files that exist', () => {
    expect(graph.unresolved).toEqual([]);
  });

  test('imports from room to room as the table says', () => {
    const forbidden = graph.arrows
      .filter(({ from, to }) => roomOf(from) !== undefined && !mayImport(roomOf(from)!, roomOf(to) ?? 'none'))
      .map(({ from, to }) => `${from} > ${to}`);
    expect([...new Set(forbidden)].sort()).toEqual([...KNOWN].sort());
  });
});

describe('the pure layers', () => {
  const inPureLayer = (path: string) => PURE.includes(layerOf(roomOf(path) ?? ''));
  const files = sourceFiles
    .filter((path) => isModule(path) && inPureLayer(path))
    .map((name) => ({ name, source: withoutComments(readFileSync(join(ROOT, name), 'utf8')) }));

  test('take randomness and time as arguments', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter(({ source }) => HIDDEN_INPUTS.test(source)).map(({ name }) => name)).toEqual([]);
  });

  test('import only packages that run in Node, worker and page alike', () => {
    const foreign = graph.packages.filter(
      ({ from, name }) => inPureLayer(from) && !PORTABLE_PACKAGES.includes(name),
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
});

describe('an import', () => {
  test.each([
    ["import fs from './x';", 'static'],
    ["import { a, type B } from './x';", 'static'],
    ["export * from './x';", 'static'],
    ["export { a } from './x';", 'static'],
    ["import type { A } from './x';", 'type'],
    ["import { type A } from './x';", 'type'],
    ["export type { A } from './x';", 'type'],
    ["import './x';", 'side-effect'],
    ["const it = await import('./x');", 'dynamic'],
    ['const it = () => import(`./x`);', 'dynamic'],
    ["type It = import('./x').It;", 'typeof'],
    ["const it: typeof import('./x') = other;", 'typeof'],
    ["new Worker(new URL('./x', import.meta.url));", 'url'],
  ])('is found in %s', (source, kind) => {
    expect(importsOf('module.ts', source)).toEqual([{ specifier: './x', kind }]);
  });

  test('is not found in a comment or text', () => {
    expect(importsOf('module.ts', `// import './x';\nexport const text = "import './x'";`)).toEqual([]);
  });

  test('is found in a stylesheet', () => {
    expect(importsOf('a.css', "@import './x.css';\n@import url(./y.css);").map((i) => i.specifier)).toEqual([
      './x.css',
      './y.css',
    ]);
  });
});

/** Ways to import a module, by name. */
const WAYS: Record<string, (path: string) => string> = {
  from: (path) => `import { it } from '${path}';\n\nit();\n`,
  'type-from': (path) => `export type { It } from '${path}';\n`,
  'dynamic-from': (path) => `export const it = () => import('${path}');\n`,
  'effect-from': (path) => `import '${path}';\n`,
  're-exports': (path) => `export * from '${path}';\n`,
};

describe('the linter', () => {
  /** Fixtures with an error, by their path. */
  let refused: Set<string>;
  const folder = mkdtempSync(join(tmpdir(), 'weightless-layers-'));
  const write = (path: string, source: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  };
  /** A fixture in a room, or in a folder within the room, that imports from another. */
  const fixture = (room: string, way: string, target: string, inside = '') =>
    `src/${room}/${inside}${way}-${target.replace('/', '-')}.ts`;

  beforeAll(async () => {
    for (const file of ['biome.json', '.gitignore']) copyFileSync(join(ROOT, file), join(folder, file));
    for (const room of ROOMS) {
      for (const target of ROOMS) {
        for (const [way, source] of Object.entries(WAYS)) {
          for (const inside of ['', 'inside/']) {
            const path = fixture(room, way, target, inside);
            const specifier = posix.relative(dirname(path), `src/${target}/module`);
            write(path, source(specifier.startsWith('.') ? specifier : `./${specifier}`));
          }
        }
      }
      for (const name of ['react', 'dexie'])
        write(`src/${room}/uses-${name}.ts`, `export * from '${name}';\n`);
      write(`src/${room}/uses-document.ts`, 'export const title = () => document.title;\n');
    }
    write('src/ui/rate/from-screen.ts', WAYS.from('../compare/module'));
    const output = await new Promise<string>((resolve) => {
      const args = [commandFile('biome'), 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
      // The exit code is 1 by design: the fixtures contain errors.
      const options = { cwd: folder, maxBuffer: 2 ** 28 };
      execFile(process.execPath, args, options, (_error, stdout) => resolve(stdout));
    });
    const { diagnostics } = JSON.parse(output) as {
      diagnostics: { severity: string; location: { path: string } }[];
    };
    refused = new Set(
      diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ location }) => location.path.replaceAll('\\', '/')),
    );
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(ROOMS)('lets %s/ import from the rooms it may and no other', (room) => {
    const allowed = ROOMS.filter((target) => mayImport(room, target));
    for (const way of Object.keys(WAYS)) {
      for (const inside of ['', 'inside/']) {
        const imported = ROOMS.filter((target) => !refused.has(fixture(room, way, target, inside)));
        expect(imported, `${inside}${way}`).toEqual(allowed);
      }
    }
  });

  test('takes a screen for no room of the same name', () => {
    expect(refused).not.toContain('src/ui/rate/from-screen.ts');
  });

  test('lets only ui/ import React, and only storage/ Dexie', () => {
    expect(ROOMS.filter((room) => !refused.has(`src/${room}/uses-react.ts`))).toEqual(['ui']);
    expect(ROOMS.filter((room) => !refused.has(`src/${room}/uses-dexie.ts`))).toEqual(['storage']);
  });

  test('keeps the DOM out of the pure layers', () => {
    for (const room of ROOMS) {
      expect(refused.has(`src/${room}/uses-document.ts`), room).toBe(PURE.includes(layerOf(room)));
    }
  });
});
