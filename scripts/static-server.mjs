// Node built-ins only: a finished build is served without any package.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';

/** @type {Record<string, string>} */
const CONTENT_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.bin': 'application/octet-stream',
};

/** Only this machine may connect. Both, because "localhost" may mean either. */
const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * @param {string} root absolute path of the folder to serve
 * @param {string} url the request's path and query
 * @returns {string | undefined} the file asked for; undefined if it is hidden, outside or malformed
 */
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  const file = resolve(join(root, path.endsWith('/') ? `${path}index.html` : path));
  const hidden = path.split(/[\\/]/).some((part) => part.startsWith('.'));
  return file.startsWith(root + sep) && !hidden && !path.includes('\0') ? file : undefined;
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(root, request, response) {
  /** @param {number} status @param {string} text */
  const refuse = (status, text) => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Method not allowed');
  const file = fileFor(root, request.url ?? '/');
  const facts = file ? await stat(file).catch(() => undefined) : undefined;
  if (!file || !facts?.isFile()) return refuse(404, 'Not found');

  const etag = `W/"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`;
  const headers = {
    etag,
    'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
    // Names in a build's assets/ contain a hash of their content; everything else is asked for again.
    'cache-control': basename(dirname(file)) === 'assets' ? 'max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'content-length': facts.size });
  if (request.method === 'HEAD') return void response.end();
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** @param {unknown} error @returns {string} its system code, such as EADDRINUSE */
const codeOf = (error) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/**
 * Serves a folder to this machine.
 * @param {object} options
 * @param {string} options.root the folder
 * @param {number} options.port 0 for any free port
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> } | undefined>}
 *   undefined if the port is taken
 */
export async function serve({ root, port }) {
  const folder = resolve(root);
  /** @type {import('node:http').Server[]} */
  const servers = [];
  const close = async () => {
    await Promise.all(
      servers.map((server) => {
        const closed = new Promise((done) => server.close(done));
        server.closeAllConnections();
        return closed;
      }),
    );
  };
  let chosen = port;
  for (const host of LOOPBACK) {
    const server = createServer((request, response) => {
      answer(folder, request, response).catch(() => response.destroy());
    });
    try {
      chosen = await listen(server, chosen, host);
      servers.push(server);
    } catch (error) {
      const code = codeOf(error);
      // A machine may do without one of the two.
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') continue;
      await close();
      if (code === 'EADDRINUSE' && port === 0) return serve({ root, port });
      if (code === 'EADDRINUSE' || code === 'EACCES') return undefined;
      throw error;
    }
  }
  if (servers.length === 0) throw new Error('This machine has no loopback address to serve on.');
  return { url: `http://localhost:${chosen}/`, port: chosen, close };
}
