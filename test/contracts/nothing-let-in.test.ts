import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/child.mjs';
import { filesBelow, isModule } from '../../scripts/source-graph.mjs';

/** What makes text into markup or script, by the name of a property, attribute or global. */
const SINKS = new Set([
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcdoc', 'srcDoc'],
  ...['createContextualFragment', 'parseFromString', 'parseHTMLUnsafe', 'setHTMLUnsafe', 'writeln'],
  ...['eval', 'Function', 'importScripts', '__proto__'],
]);

/** What asks or tells somebody on the network. */
const CALLERS = new Set([
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebTransport',
    'EventSource',
    'sendBeacon',
    'RTCPeerConnection',
  ],
]);

/** Where the app asks for its own parts: the one place that asks anybody for anything. */
const ASKS = 'src/lib/parts/fetch-part.ts';
/** These are handed a `fetch` by whoever starts them. */
const HANDED_ON = ['src/state/platform/libraries.ts', 'src/worker/read-bundled.ts', 'src/worker/service.ts'];

interface Node {
  type: string;
  [field: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The node and all below it. */
function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const [field, value] of Object.entries(node)) {
    // Types are gone before anything runs.
    if (field === 'typeAnnotation' || field === 'typeArguments' || field === 'returnType') continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child);
  }
}

/** The name that a node reaches for: of a property, also one in brackets and quotes, of an attribute, or of a global. */
function reachedBy(node: Node): string | undefined {
  const part = (field: string) => (isNode(node[field]) ? node[field] : undefined);
  if (node.type === 'MemberExpression') return String(part('property')?.name ?? part('property')?.value);
  if (node.type === 'JSXAttribute') return String(part('name')?.name);
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const callee = part('callee');
    return callee?.type === 'Identifier' ? String(callee.name) : undefined;
  }
  return undefined;
}

function reached(path: string, source: string): string[] {
  const { program, errors } = parseSync(path, source);
  expect(errors).toEqual([]);
  return [...nodesIn(program as unknown as Node)].flatMap((node) => {
    const name = reachedBy(node);
    if (name === undefined) return [];
    const [first] = Array.isArray(node.arguments) ? node.arguments : [];
    const isText = isNode(first) && (first.type === 'TemplateLiteral' || typeof first.value === 'string');
    // A timer that is given text runs it.
    return /^set(Timeout|Interval)$/.test(name) && isText ? ['eval'] : [name];
  });
}

const lettingIn = (names: string[]) => names.filter((name) => SINKS.has(name));
const calling = (names: string[]) => names.filter((name) => CALLERS.has(name));

test.each([
  ['element.innerHTML = text', ['innerHTML']],
  ["element['outerHTML'] = text", ['outerHTML']],
  ['const a = <p dangerouslySetInnerHTML={{ __html: text }} />', ['dangerouslySetInnerHTML']],
  ['new Function(text)()', ['Function']],
  ['eval(text)', ['eval']],
  ["setTimeout('go()', 1)", ['eval']],
  ['table.__proto__', ['__proto__']],
  ['element.textContent = text; setTimeout(go, 1); const b: Function = go', []],
])('%s: is seen for what it is', (source, found) => {
  expect(lettingIn(reached('example.tsx', source))).toEqual(found);
});

test('requests: are seen however they are made', () => {
  const source = 'fetch(a); new WebSocket(b); navigator.sendBeacon(c); dependencies.download(d)';
  expect(calling(reached('example.ts', source))).toEqual(['fetch', 'WebSocket', 'sendBeacon']);
});

describe('src/', () => {
  const modules = filesBelow(ROOT)
    .filter((path) => isModule(path) && !path.startsWith('src/cli/'))
    .map((path) => [path, reached(path, readFileSync(join(ROOT, path), 'utf8'))] as const);

  test('text: becomes markup or script nowhere', () => {
    expect(modules.length).toBeGreaterThan(100);
    expect(modules.flatMap(([path, names]) => lettingIn(names).map((name) => `${path}: ${name}`))).toEqual(
      [],
    );
  });

  test('requests: are made in one place', () => {
    const made = modules.filter(([, names]) => calling(names).length > 0).map(([path]) => path);
    expect(made).toEqual([ASKS, ...HANDED_ON]);
  });
});

test('end-to-end tests: open no browser but those that are watched', () => {
  const opening = ['test/e2e', 'test/torture']
    .flatMap((folder) => filesBelow(ROOT, folder))
    .filter((path) => /\b(chromium|firefox|webkit)\b\./.test(readFileSync(join(ROOT, path), 'utf8')));
  expect(opening).toEqual(['test/e2e/visitor.ts', 'test/torture/browser.ts']);
  for (const path of opening)
    expect(readFileSync(join(ROOT, path), 'utf8')).toContain('await watchContext(context, ');
});
