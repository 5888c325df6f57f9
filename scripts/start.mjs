// Installs and builds as far as needed, then serves dist/ until stopped: node scripts/start.mjs
import { DIST, ensureBuilt, isBuildCurrent } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { ExpectedError, runMain } from './main.mjs';

const FIRST_PORT = 4173;
const ATTEMPTS = 50;

/** @returns {number} the port asked for in the environment */
function wantedPort() {
  const text = process.env.PORT?.trim();
  if (!text) return FIRST_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new ExpectedError(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

/** @param {number} first */
async function serveFrom(first) {
  // Only now: it stands on packages, which may just have been installed.
  const { serve } = await import('./static-server.mjs');
  for (let port = first; port < first + ATTEMPTS && port <= 65535; port++) {
    const server = await serve({ root: DIST, port });
    if (server) return server;
    console.log(`Port ${port} is taken, trying the next one.`);
  }
  throw new ExpectedError(`No free port found from ${first} on. Choose another with PORT=...`);
}

await runMain(async () => {
  const port = wantedPort();
  if (!isBuildCurrent()) console.log('Preparing Weightless ...');
  await ensureInstalled();
  const code = await ensureBuilt();
  if (code > 128) return code;
  if (code !== 0) throw new ExpectedError('The build failed, for the reason above.');
  const server = await serveFrom(port);
  console.log(`Weightless is at ${server.url}`);
  console.log('Press Ctrl-C to stop.');

  const stop = async () => {
    await server.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  return 0;
});
