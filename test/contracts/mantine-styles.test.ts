import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/*
 * Mantine's styles are loaded component by component (src/ui/mantine.css): all of them together are twice as large. What the
 * components in use need is read off Mantine's own modules.
 */

const MANTINE = 'node_modules/@mantine/core';
const text = (path: string) => readFileSync(path, 'utf8');
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** Names that the app imports from Mantine as values. */
function namesInUse(): string[] {
  const names = new Set<string>();
  for (const path of filesIn('src').filter((name) => /\.tsx?$/.test(name))) {
    for (const [, list] of text(path).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)) {
      for (const each of list.split(',').map((name) => name.trim())) {
        if (each && !each.startsWith('type ')) names.add(each.split(' ')[0]);
      }
    }
  }
  return [...names];
}

/** Modules that define these names, and all that they import of Mantine. */
function modulesOf(names: readonly string[]): Set<string> {
  const exported = text(join(MANTINE, 'esm/index.mjs'));
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path) || !existsSync(path)) return;
    found.add(path);
    for (const [, to] of text(path).matchAll(/from ["'](\.[^"']+)["']/g)) visit(resolve(dirname(path), to));
  };
  for (const name of names) {
    const line = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from ["'](\\.[^"']+)["']`).exec(exported);
    if (line) visit(resolve(MANTINE, 'esm', line[1]));
  }
  return found;
}

const classesIn = (css: string) => [...css.matchAll(/\b(m_[0-9a-z]+)\b/g)].map(([name]) => name);

test('mantine.css: has the styles of every component in use, and of no other', () => {
  const modules = modulesOf(namesInUse());
  const used = new Set(
    [...modules]
      .filter((path) => path.endsWith('.module.css.mjs') || path.endsWith('.module.mjs'))
      .flatMap((path) => classesIn(text(path))),
  );
  expect(used.size).toBeGreaterThan(50);
  const needed = filesIn(`${MANTINE}/styles`)
    .filter((path) => path.endsWith('.css') && !path.endsWith('.layer.css'))
    .filter((path) => classesIn(text(path)).some((name) => used.has(name)))
    .map((path) => path.slice(MANTINE.length - '@mantine/core'.length));
  const imported = [...text('src/ui/mantine.css').matchAll(/@import "([^"]+)"/g)].map(([, path]) => path);
  const common = ['default-css-variables', 'baseline', 'global'].map(
    (name) => `@mantine/core/styles/${name}.css`,
  );
  expect(imported.toSorted()).toEqual([...common, ...needed].toSorted());
});
