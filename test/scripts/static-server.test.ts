import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { securityHeaders } from '../../scripts/policy.mjs';
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

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Asks for a path as it is written and reads what comes as it is: `fetch` would tidy the one and unpack the other. */
function ask(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: 'localhost', port: server.port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
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
  ['films.bin', 'application/octet-stream'],
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
  expect((await ask(path)).status).toBe(404);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('nothing can be written with %s', async (method) => {
  const { status, headers } = await ask('/', {}, method);
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
});

test('HEAD is answered as GET, without the file', async () => {
  const { status, headers, body } = await ask('/', {}, 'HEAD');
  expect([status, headers['content-length'], body.length]).toEqual([200, '19', 0]);
});

const LONG = 'A line that comes again and again.\n'.repeat(4000);
const unpacked = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  identity: (body: Buffer) => body,
};

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['identity', 'identity'],
  ['', 'identity'],
] as const)('for "%s" a script comes as %s, and caches are told', async (accepted, encoding) => {
  writeFileSync(join(root, 'assets', 'long-1234.js'), LONG);
  const { headers, body } = await ask('/assets/long-1234.js', { 'accept-encoding': accepted });
  expect(headers['content-encoding'] ?? 'identity').toBe(encoding);
  expect(headers.vary).toBe('Accept-Encoding');
  expect(headers['content-type']).toContain('text/javascript');
  expect(unpacked[encoding](body).toString()).toBe(LONG);
  if (encoding !== 'identity') expect(body.length).toBeLessThan(LONG.length / 100);
});

test('pictures and fonts, squeezed already, come as they are', async () => {
  for (const name of ['large.png', 'large.woff2']) {
    writeFileSync(join(root, name), LONG);
    const { headers } = await ask(`/${name}`, { 'accept-encoding': 'br, gzip' });
    expect([headers['content-encoding'], headers['content-length']]).toEqual([
      undefined,
      String(LONG.length),
    ]);
  }
});

test('files come as they are when they are not to be squeezed', async () => {
  writeFileSync(join(root, 'plain.js'), LONG);
  const plain = await serve({ root, port: 0, squeezes: false });
  try {
    const response = await fetch(`${plain?.url}plain.js`, { headers: { 'accept-encoding': 'br, gzip' } });
    expect([response.headers.get('content-encoding'), await response.text()]).toEqual([null, LONG]);
  } finally {
    await plain?.close();
  }
});

test('a part of a file is answered as such, not compressed, also where the file has not changed since', async () => {
  writeFileSync(join(root, 'ranges.txt'), LONG);
  const whole = await ask('/ranges.txt');
  expect(whole.headers['accept-ranges']).toBe('bytes');
  const parts: [string, number, number][] = [
    ['bytes=0-9', 0, 9],
    ['bytes=100-', 100, LONG.length - 1],
    ['bytes=-5', LONG.length - 5, LONG.length - 1],
    [`bytes=10-${LONG.length * 2}`, 10, LONG.length - 1],
  ];
  for (const [range, first, last] of parts) {
    for (const since of [undefined, whole.headers.etag, whole.headers['last-modified']]) {
      const { status, headers, body } = await ask('/ranges.txt', {
        ...{ range, 'accept-encoding': 'br, gzip' },
        ...(since && { 'if-range': since }),
      });
      expect(status).toBe(206);
      expect(headers['content-range']).toBe(`bytes ${first}-${last}/${LONG.length}`);
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.toString()).toBe(LONG.slice(first, last + 1));
    }
  }
});

test('a part of a file that has changed since comes as the whole file', async () => {
  writeFileSync(join(root, 'changed.txt'), LONG);
  for (const since of ['"another"', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
    const { status, body } = await ask('/changed.txt', { range: 'bytes=0-9', 'if-range': since });
    expect([status, body.length]).toEqual([200, LONG.length]);
  }
});

test('a part beyond the end is refused, with the size', async () => {
  writeFileSync(join(root, 'short.txt'), 'short');
  const { status, headers } = await ask('/short.txt', { range: 'bytes=5-' });
  expect([status, headers['content-range']]).toEqual([416, 'bytes */5']);
});

test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])(
  'is answered when it is asked for at %s',
  async (name) => {
    expect((await ask('/', { host: `${name}:${server.port}` })).status).toBe(200);
  },
);

test.each([
  'rebound.example',
  'localhost.rebound.example',
  'localhost',
  'localhost:1',
  '127.0.0.1:',
  '10.0.0.1',
])('is refused with a sentence when it is asked for at "%s", as by a page elsewhere', async (name) => {
  const host = /\d$|:$|^localhost$/.test(name) ? name : `${name}:${server.port}`;
  const { status, headers, body } = await ask('/', { host });
  expect(status).toBe(421);
  expect(headers['content-type']).toContain('text/plain');
  expect(body.toString()).toBe(
    `This server answers only on this machine, at http://localhost:${server.port}/\n`,
  );
});

test.each([
  ['/', 'GET', {}, 200],
  ['/index.html', 'GET', { range: 'bytes=0-1' }, 206],
  ['/missing', 'GET', {}, 404],
  ['/', 'POST', {}, 405],
  ['/', 'GET', { host: 'rebound.example' }, 421],
] as const)('%s by %s with %o carries the policy and its companions', async (path, method, sent, wanted) => {
  const { status, headers } = await ask(path, sent, method);
  expect(status).toBe(wanted);
  for (const [name, value] of Object.entries(securityHeaders()))
    expect(headers[name.toLowerCase()]).toBe(value);
});

test('an unchanged file carries them too, without being sent', async () => {
  const { etag } = (await ask('/')).headers;
  const { status, headers } = await ask('/', { 'if-none-match': etag });
  expect(status).toBe(304);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers.vary).toBe('Accept-Encoding');
});

/** What this process, and with it the server, has open. */
const FILES = '/proc/self/fd';
const openFiles = () => readdirSync(FILES).length;

/** Asks for a large file and hangs up as soon as its first part is there. */
function hangUp(path: string, headers: OutgoingHttpHeaders): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: 'localhost', port: server.port, path, headers, agent: false },
      (response) => {
        response.once('data', () => {
          response.destroy();
          resolve();
        });
        response.on('error', () => {});
      },
    );
    sent.on('error', reject).end();
  });
}

test.skipIf(!existsSync(FILES))(
  'three hundred downloads that are broken off leave no file open',
  async () => {
    // Larger than what the network's buffers take at once, so that each is really broken off; and nothing to squeeze.
    const noise = Buffer.alloc(12_000_000);
    for (let i = 0; i < noise.length; i += 4) noise.writeUInt32LE(Math.imul(i + 1, 2654435761) >>> 0, i);
    writeFileSync(join(root, 'huge.bin'), noise);
    await hangUp('/huge.bin', {});
    await expect.poll(openFiles).toBeLessThan(100);
    const before = openFiles();
    for (let i = 0; i < 300; i++) await hangUp('/huge.bin', i % 2 ? { 'accept-encoding': 'br' } : {});
    await expect.poll(openFiles, { timeout: 10_000 }).toBeLessThanOrEqual(before);
  },
);

test('a taken port is reported, and free again after closing', async () => {
  const first = await serveOrFail(0);
  expect(await serve({ root, port: first.port })).toBeUndefined();
  await first.close();
  const second = await serveOrFail(first.port);
  expect(second.port).toBe(first.port);
  await second.close();
});
