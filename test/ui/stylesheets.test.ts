import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const UI = resolve(import.meta.dirname, '../../src/ui');
const files = readdirSync(UI, { recursive: true, encoding: 'utf8' }).map((name) => join(UI, name));
const modules = files.filter((name) => name.endsWith('.module.css'));
const components = files.filter((name) => /\.tsx?$/.test(name));

/** Class names that a stylesheet defines itself. */
function classesOf(file: string): Set<string> {
  const bare = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/:global\([^)]*\)/g, '')
    .replace(/(["']).*?\1/g, '');
  const selectors = [...bare.matchAll(/([^{};]+)\{/g)].map(([, selector]) => selector);
  return new Set(
    selectors.flatMap((text) => [...text.matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name)),
  );
}

/** Class names that components take from each stylesheet. */
function usedClasses(): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>(modules.map((file) => [file, new Set()]));
  for (const component of components) {
    const whole = readFileSync(component, 'utf8');
    const text = whole.replace(/^import .*$/gm, '');
    for (const [, name, path] of whole.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)) {
      const names = used.get(resolve(dirname(component), path));
      expect(names, `${component} imports ${path}`).toBeDefined();
      for (const [, key] of text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) names?.add(key);
      // A lookup by a value can be any of the classes.
      if (text.includes(`${name}[`))
        for (const key of classesOf(resolve(dirname(component), path))) names?.add(key);
    }
  }
  return used;
}

test('stylesheets: every class that a component names exists, and every class that exists is named', () => {
  expect(modules.length).toBeGreaterThan(50);
  const used = usedClasses();
  const named = modules.map((file) => [basename(file), [...(used.get(file) ?? [])].sort()]);
  const defined = modules.map((file) => [basename(file), [...classesOf(file)].sort()]);
  expect(Object.fromEntries(named)).toEqual(Object.fromEntries(defined));
});

test('stylesheets: no two share a name, which their classes begin with on the page', () => {
  const names = modules.map((file) => basename(file));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('stylesheets: only the global one, and the list of Mantine’s, hold for the whole page', () => {
  const plain = files.filter((name) => name.endsWith('.css') && !name.endsWith('.module.css'));
  expect(plain.map((name) => basename(name)).toSorted()).toEqual(['global.css', 'mantine.css']);
  const list = readFileSync(plain.find((name) => basename(name) === 'mantine.css') ?? '', 'utf8');
  // test/contracts/mantine-styles.test.ts says which.
  expect(list.replace(/\/\*.*?\*\/|@import "@mantine\/core\/styles\/[\w-]+\.css";/gs, '').trim()).toBe('');
});
