import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { EvaluationError } from '../evaluation/types';
import { ROOT } from './files';

/** Layers whose code decides results. */
const DECISIVE_LAYERS = ['lib', 'data', 'wnn', 'baselines', 'evaluation', 'packs'];

/** Source files by absolute path, so that a test can say what is in them. */
export interface SourceReader {
  exists(path: string): boolean;
  read(path: string): string;
}

const DISK: SourceReader = { exists: existsSync, read: (path) => readFileSync(path, 'utf8') };

/** `import type` and `export type` statements: they leave nothing behind in the program. */
const TYPE_STATEMENT = /^[ \t]*(?:import|export)\s+type\b[^;]*?\bfrom\s*(['"])[^'"]*\1;?/gm;
/** The relative specifier of an import, a re-export or a dynamic import. */
const RELATIVE_SPECIFIER = /\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g;

/**
 * A source file and all that it imports by relative paths, transitively, types aside.
 * @param entry absolute path. @returns absolute paths, sorted.
 * @throws EvaluationError where a file imports one that is not there.
 */
export function importClosure(entry: string, source: SourceReader = DISK): string[] {
  const reached = new Set([entry]);
  // A set is walked in the order of insertion, additions included.
  for (const path of reached) {
    const code = source.read(path).replace(TYPE_STATEMENT, '');
    for (const [, , specifier] of code.matchAll(RELATIVE_SPECIFIER)) {
      const target = join(dirname(path), specifier);
      const found = [target, `${target}.ts`, `${target}.tsx`].find(
        (candidate) => /\.\w+$/.test(candidate) && source.exists(candidate),
      );
      if (!found) throw new EvaluationError(`${path} imports ${specifier}, which is not there.`);
      reached.add(found);
    }
  }
  return [...reached].sort();
}

/**
 * Hash of a source file and its import closure: it changes where code does that the file depends on, and only then.
 * @param file path under `src`, such as `baselines/ease.ts`.
 */
export function fileVersion(file: string, source: SourceReader = DISK): string {
  return versionOf(importClosure(join(ROOT, 'src', file), source), source);
}

/** Hash of all source files that decide results: parts of other code are never mixed with this one's. */
export function codeVersion(): string {
  const files = DECISIVE_LAYERS.flatMap((layer) => {
    const folder = join(ROOT, 'src', layer);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name));
  });
  return versionOf(files.sort(), DISK);
}

function versionOf(files: readonly string[], source: SourceReader): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const name = relative(ROOT, file).replaceAll('\\', '/');
    hash.update(`${name}\n`).update(source.read(file)).update('\n');
  }
  return hash.digest('hex').slice(0, 12);
}
