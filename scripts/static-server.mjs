// Serves a finished build to this machine, and to nobody else.
import { createServer } from 'node:http';
import { basename, dirname, resolve } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import send from 'send';
import { securityHeaders } from './policy.mjs';

/** Only this machine may connect. Both, because "localhost" may mean either. */
const LOOPBACK = ['127.0.0.1', '::1'];

/** What a browser may call this machine. Any other name may belong to a page elsewhere that was pointed here. */
const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Squeezed already: to squeeze it again costs time and gains nothing. */
const SQUEEZED = /^(image\/(?!svg)|font\/)/;

/** Quality 5 squeezes a megabyte within 25 ms, and to 6 % less than 4 does. */
const compress = compression({
  // A range counts bytes of the file itself.
  filter: (_request, response) =>
    response.statusCode !== 206 && !SQUEEZED.test(String(response.getHeader('content-type') ?? '')),
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
});

/** @param {import('node:http').ServerResponse} response @param {number} status @param {string} text */
function refuse(response, status, text) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/**
 * Whether a request was meant for this server. A page of another site can point its own name at this machine (DNS
 * rebinding), but not change what its browser says it asked for.
 * @param {import('node:http').IncomingMessage} request
 */
function isForThisServer({ headers, socket }) {
  const port = socket.localPort;
  const host = headers.host?.toLowerCase();
  return OWN_NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name));
}

/**
 * @param {string} root
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function sendFile(root, request, response) {
  const path = (request.url ?? '/').split(/[?#]/, 1)[0];
  // "no-cache" asks what lies between for what is here; here, what has not changed need not be sent again all the same.
  delete request.headers['cache-control'];
  send(request, path, { root, dotfiles: 'ignore', index: 'index.html', cacheControl: false })
    .on('headers', (_response, /** @type {string} */ file) => {
      // Names in a build's assets/ contain a hash of their content; everything else is asked for again.
      const forGood = basename(dirname(file)) === 'assets';
      response.setHeader('cache-control', forGood ? 'max-age=31536000, immutable' : 'no-cache');
      response.setHeader('vary', 'Accept-Encoding');
    })
    .on('directory', () => refuse(response, 404, 'Not found'))
    .on('error', (/** @type {Error & { status?: number, headers?: Record<string, string> }} */ error) => {
      if (error.status === 416) {
        response.setHeaders(new Map(Object.entries(error.headers ?? {})));
        return refuse(response, 416, 'There is no such range');
      }
      const failed = error.status === undefined || error.status >= 500;
      // Where something hidden or outside lies is nobody's business.
      refuse(response, failed ? 500 : 404, failed ? 'The file cannot be read' : 'Not found');
    })
    .pipe(response);
}

/**
 * @param {string} root absolute path of the folder to serve
 * @param {Record<string, string>} headers sent with every answer
 * @param {boolean} squeezes whether what can be squeezed is
 * @returns {import('node:http').RequestListener}
 */
function answerFrom(root, headers, squeezes) {
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isForThisServer(request)) {
      const address = `http://localhost:${request.socket.localPort}/`;
      return refuse(response, 421, `This server answers only on this machine, at ${address}`);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return refuse(response, 405, 'Method not allowed');
    }
    if (!squeezes) return sendFile(root, request, response);
    // Its types are those of Express, of which it needs nothing beyond Node's own.
    const [asked, answer] = /** @type {Parameters<typeof compress>} */ (
      /** @type {unknown} */ ([request, response])
    );
    compress(asked, answer, () => sendFile(root, request, response));
  };
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
 * @param {boolean} [options.squeezes] whether files are compressed for those who can read that; they are unless told otherwise
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> } | undefined>}
 *   undefined if the port is taken
 */
export async function serve({ root, port, squeezes = true }) {
  const answer = answerFrom(resolve(root), securityHeaders(), squeezes);
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
    const server = createServer(answer);
    try {
      chosen = await listen(server, chosen, host);
      servers.push(server);
    } catch (error) {
      const code = codeOf(error);
      // A machine may do without one of the two.
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') continue;
      await close();
      if (code === 'EADDRINUSE' && port === 0) return serve({ root, port, squeezes });
      if (code === 'EADDRINUSE' || code === 'EACCES') return undefined;
      throw error;
    }
  }
  if (servers.length === 0) throw new Error('This machine has no loopback address to serve on.');
  return { url: `http://localhost:${chosen}/`, port: chosen, close };
}
