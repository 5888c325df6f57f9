import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../scripts/static-server.mjs';

type Server = NonNullable<Awaited<ReturnType<typeof serve>>>;

const folder = mkdtempSync(join(tmpdir(), 'weightless-server-'));
const root = join(folder, 'dist');
let server: Server;

async function serveOrFail(port: number): Promise<Server> {
  const started = await serve({ root, port });
  if (!started) throw new Error(`Port ${port} is taken.`);
  return started;
}

/** The status of a request whose path is sent as it is: `fetch` would tidy it first. */
function statusOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: 'localhost', port: server.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<title>Home</title>');
  writeFileSync(join(root, 'assets', 'a-1234.js'), 'export {};');
  writeFileSync(join(root, '.inputs-sha256'), 'hidden');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  mkdirSync(join(folder, 'dist-other'));
  writeFileSync(join(folder, 'dist-other', 'secret.txt'), 'outside');
  server = await serveOrFail(0);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('the address shows index.html, with a query too', async () => {
  for (const address of [server.url, `${server.url}?x=/../`]) {
    const response = await fetch(address);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toBe('<title>Home</title>');
  }
});

test('scripts are served as JavaScript and kept by the browser for good; pages are asked for again', async () => {
  const script = await fetch(`${server.url}assets/a-1234.js`);
  expect(script.headers.get('content-type')).toContain('text/javascript');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect((await fetch(server.url)).headers.get('cache-control')).toBe('no-cache');
});

test.each([
  ['sw.js', 'text/javascript'],
  ['manifest.webmanifest', 'application/manifest+json'],
  ['movielens.bin', 'application/octet-stream'],
  ['icon.svg', 'image/svg+xml'],
  ['icon-192.png', 'image/png'],
])(
  '%s, whose name stays while its content changes, is served as %s and asked for again',
  async (name, type) => {
    writeFileSync(join(root, name), 'x');
    const response = await fetch(`${server.url}${name}`);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  },
);

test('a build in a folder below keeps its scripts for good too', async () => {
  const assets = join(root, 'some', 'folder', 'assets');
  mkdirSync(assets, { recursive: true });
  writeFileSync(join(assets, 'b-1234.js'), 'export {};');
  const script = await fetch(`${server.url}some/folder/assets/b-1234.js`);
  expect(script.headers.get('cache-control')).toContain('immutable');
});

test('an unchanged file is not sent again, a changed one is', async () => {
  const path = join(root, 'data.bin');
  writeFileSync(path, 'one');
  const first = await fetch(`${server.url}data.bin`);
  const headers = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'no-cache' };
  expect((await fetch(`${server.url}data.bin`, { headers })).status).toBe(304);
  writeFileSync(path, 'three');
  expect(await (await fetch(`${server.url}data.bin`, { headers })).text()).toBe('three');
});

test.each([
  '/missing.js',
  '/assets',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/../dist-other/secret.txt',
  '/assets/../../secret.txt',
  '/.inputs-sha256',
  '/%',
  '/%00',
])('%s is not found', async (path) => {
  expect(await statusOf(path)).toBe(404);
});

test('nothing can be written', async () => {
  expect((await fetch(server.url, { method: 'POST', body: 'x' })).status).toBe(405);
});

test('a taken port is reported, and free again after closing', async () => {
  const first = await serveOrFail(0);
  expect(await serve({ root, port: first.port })).toBeUndefined();
  await first.close();
  const second = await serveOrFail(first.port);
  expect(second.port).toBe(first.port);
  await second.close();
});
