import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeVersion, fileVersion, importClosure, type SourceReader } from '../../src/cli/code-version';
import { ROOT } from '../../src/cli/files';
import { REGISTRY } from '../../src/evaluation/recommenders/registry';

/** Made-up files, by path. */
function filesOf(files: Record<string, string>): SourceReader {
  return { exists: (path) => path in files, read: (path) => files[path] };
}

const src = (file: string) => join(ROOT, 'src', file);
const disk: SourceReader = { exists: existsSync, read: (path) => readFileSync(path, 'utf8') };
/** The project's own files, with one line more in one of them. */
function edited(file: string): SourceReader {
  return { ...disk, read: (path) => disk.read(path) + (path === src(file) ? '\nexport const x = 1;\n' : '') };
}

/** Models whose version changes when the file is edited. */
function refittedBy(file: string): string[] {
  const source = edited(file);
  return REGISTRY.filter((model) => fileVersion(model.source, source) !== fileVersion(model.source)).map(
    ({ name }) => name,
  );
}

describe('the import closure', () => {
  test('holds the file and all that it imports, transitively, each once', () => {
    const source = filesOf({
      '/a/one.ts': "import { x } from './two';\nexport * from '../b/three';\nimport 'fflate';",
      '/a/two.ts': "import {\n  y,\n} from '../b/three';\nimport './one';",
      '/b/three.ts': "const later = () => import('./four.mjs');",
      '/b/four.mjs': '',
      '/b/five.ts': '',
    });
    expect(importClosure('/a/one.ts', source)).toEqual([
      '/a/one.ts',
      '/a/two.ts',
      '/b/four.mjs',
      '/b/three.ts',
    ]);
  });

  test('leaves types out, and keeps values that stand beside them', () => {
    const source = filesOf({
      '/one.ts':
        "import type {\n  A,\n} from './types';\nexport type { B } from './types';\nimport { type C, d } from './both';",
      '/both.ts': '',
    });
    expect(importClosure('/one.ts', source)).toEqual(['/both.ts', '/one.ts']);
  });

  test('names an import that is not there', () => {
    const source = filesOf({ '/one.ts': "import './gone';" });
    expect(() => importClosure('/one.ts', source)).toThrow('/one.ts imports ./gone, which is not there.');
  });
});

describe('the version of a recommender', () => {
  test.each(['lists/rp3beta', 'ridge', 'mf', 'item-knn'])(
    'changes for %s alone when its own file is edited',
    (file) => {
      expect(refittedBy(`baselines/${file}.ts`)).toEqual([file.replace(/.*\//, '')]);
    },
  );

  test('changes with what it imports, for all that import it', () => {
    expect(refittedBy('baselines/paper/dense-network.ts')).toEqual([
      'weighted-paper',
      'cf-paper',
      'cf-paper-leporid',
    ]);
    expect(refittedBy('baselines/ease.ts')).toEqual(['ease']);
    expect(refittedBy('lib/ease.ts')).toEqual(['wnn', 'hybrid', 'ease', 'ease-recent', 'ease-recent-tail']);
    expect(refittedBy('wnn/fit/candidates.ts')).toEqual(['wnn', 'hybrid']);
  });

  test('does not depend on the registry, nor on how figures are made of predictions', () => {
    expect(refittedBy('evaluation/recommenders/registry.ts')).toEqual([]);
    expect(refittedBy('evaluation/runner.ts')).toEqual([]);
  });

  test.each(REGISTRY.map(({ name, source }) => [name, source]))(
    'of %s is that of the file that names it',
    (name, source) => {
      const closure = importClosure(src(source));
      expect(closure.some((path) => disk.read(path).includes(`'${name}'`))).toBe(true);
    },
  );
});

test('the version of all code is stable', () => {
  expect(codeVersion()).toMatch(/^[0-9a-f]{12}$/);
  expect(codeVersion()).toBe(codeVersion());
});
