import { dirname } from 'node:path';
import { parse, walk } from '../../scripts/source-graph.mjs';

/** A function of a module: its name (or that of the variable or property it is given to), first line and lines. */
export interface FunctionSpan {
  name: string;
  line: number;
  lines: number;
}

/** Lines of a text, without the empty one after a line break at its end. */
export function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

const isFunction = (type: string) =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';

/**
 * All functions, methods and arrow functions of a module, those within others too.
 * @throws Error if the source has a syntax error
 */
export function functionsOf(path: string, source: string): FunctionSpan[] {
  const spans: FunctionSpan[] = [];
  const names = new Map<unknown, string>();
  walk(parse(path, source).program, (node) => {
    if (node.type === 'VariableDeclarator') names.set(node.init, node.id.name);
    if (node.type === 'Property' || node.type === 'MethodDefinition') names.set(node.value, node.key.name);
    if (!isFunction(node.type)) return;
    const before = source.slice(0, node.start);
    spans.push({
      name: node.id?.name ?? names.get(node) ?? 'a function without a name',
      line: before.split('\n').length,
      lines: lineCount(source.slice(node.start, node.end)),
    });
  });
  return spans;
}

/** The declarations of a module that are exported, as "name (line)", and whether each has a docstring of its own. */
export function exportsOf(path: string, source: string): { name: string; line: number; hasDoc: boolean }[] {
  const { program, comments } = parse(path, source);
  const docs = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*'));
  const hasDoc = (start: number) =>
    docs.some(({ end }) => end <= start && /^\s*$/.test(source.slice(end, start)));
  const found = new Map<string, { name: string; line: number; hasDoc: boolean }>();
  const add = (name: string, start: number) => {
    // Of the overloads of a function, one docstring is enough.
    const documented = hasDoc(start) || found.get(name)?.hasDoc === true;
    const line = found.get(name)?.line ?? source.slice(0, start).split('\n').length;
    found.set(name, { name, line, hasDoc: documented });
  };
  const local = new Map<string, number>();
  // biome-ignore lint/suspicious/noExplicitAny: nodes of all kinds of declarations, told apart by their fields.
  const namesOf = (declaration: any): string[] =>
    declaration.declarations?.map((d: { id: { name: string } }) => d.id.name) ?? [declaration.id.name];
  for (const node of program.body) {
    const exported = node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration';
    if (exported && node.declaration) {
      const names = node.type === 'ExportDefaultDeclaration' ? ['default'] : namesOf(node.declaration);
      for (const name of names) add(name, node.start);
    } else if (/Declaration$/.test(node.type) && ('declarations' in node || 'id' in node)) {
      for (const name of namesOf(node)) local.set(name, local.get(name) ?? node.start);
    }
  }
  for (const node of program.body) {
    if (node.type !== 'ExportNamedDeclaration' || node.source) continue;
    for (const { local: name } of node.specifiers) {
      const start = 'name' in name ? local.get(name.name) : undefined;
      if (start !== undefined && 'name' in name) add(name.name, start);
    }
  }
  return [...found.values()];
}

/** Comments of a module or stylesheet, each with the line it begins on. */
export function commentsOf(path: string, source: string): { text: string; line: number }[] {
  const found = path.endsWith('.css')
    ? [...source.matchAll(/\/\*([\s\S]*?)\*\//g)].map(({ 1: value, index }) => ({ value, start: index }))
    : parse(path, source).comments;
  return found.map(({ value, start }) => ({ text: value, line: source.slice(0, start).split('\n').length }));
}

/** Names of files in a text, such as "docs/model.md" or "locations.ts"; of a pattern or an address, nothing. */
export function filesNamedIn(text: string): string[] {
  const words = text.match(/[^\s"'`(),;[\]{}<>|]+/g) ?? [];
  return words
    .map((word) => word.replace(/[.:!?]+$/, ''))
    .filter((word) => /^[\w./-]*\w\.(?:md|tsx?|mjs|css)$/.test(word) && !word.includes('//'));
}

/** Groups of files that import one another in a circle, each group sorted; a file that imports itself is one. */
export function circlesOf(arrows: { from: string; to: string }[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reach = (start: string) => {
    const seen = new Set<string>();
    const open = [start];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      for (const to of next.get(file) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        open.push(to);
      }
    }
    return seen;
  };
  const reached = new Map([...next.keys()].map((file) => [file, reach(file)]));
  const inCircle = [...next.keys()].filter((file) => reached.get(file)?.has(file)).sort();
  const groups: string[][] = [];
  for (const file of inCircle) {
    const group = groups.find(([first]) => reached.get(file)?.has(first) && reached.get(first)?.has(file));
    if (group) group.push(file);
    else groups.push([file]);
  }
  return groups;
}

/** Offenders by the folder they are in, so that a failing test tells what is to be done where. */
export function byFolder(offenders: { path: string; what: string }[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const { path, what } of offenders) {
    const folder = dirname(path);
    groups[folder] = [...(groups[folder] ?? []), `${path.slice(folder.length + 1)} ${what}`];
  }
  return groups;
}
