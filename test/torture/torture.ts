// Kills the browser while somebody rates, then rates in several tabs at once: npm run torture -- --kills 200
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DIST, ensureBuilt } from '../../scripts/build.mjs';
import { ensureBrowser, MISSING_BROWSER } from '../../scripts/find-browser.mjs';
import { ExpectedError, runMain } from '../../scripts/main.mjs';
import { serve } from '../../scripts/static-server.mjs';
import { type KillFigures, torturedByKills } from './kills';
import { readTortureOptions, type TortureOptions, WrongArgumentError } from './options';
import { type TabFigures, torturedByTabs } from './tabs';

const EXIT_FAILED = 1;
/** What went wrong lies in the request. */
const EXIT_BAD_INPUT = 2;

/** Whether nothing was lost; prints the figures. */
function tellKills({ kills, clicks, shown, lost, unreadable }: KillFigures, seconds: string): boolean {
  const holds = lost === 0 && unreadable === 0;
  console.log(
    `${holds ? 'passed' : 'FAILED'}  ${kills} kills: ${clicks} clicks, ${shown} of them shown as saved, ${lost} of these lost; ` +
      `${unreadable} times the database could not be read (${seconds} s)`,
  );
  return holds;
}

/** Whether all tabs agree; prints the figures. */
function tellTabs({ tabs, clicks, events, sameEvents, sameModel }: TabFigures, seconds: string): boolean {
  const holds = events === clicks && sameEvents && sameModel;
  console.log(
    `${holds ? 'passed' : 'FAILED'}  ${tabs} tabs at once: ${clicks} clicks, ${events} events; in every tab ` +
      `${sameEvents ? 'the same in the same order' : 'NOT the same'}, ${sameModel ? 'identical' : 'NOT identical'} model bytes ` +
      `(${seconds} s)`,
  );
  return holds;
}

async function torture({ kills, seed, clicks, tabs }: TortureOptions): Promise<boolean> {
  if (!(await ensureBrowser())) throw new ExpectedError(MISSING_BROWSER);
  if ((await ensureBuilt()) !== 0) throw new ExpectedError('The build failed, for the reason above.');
  const server = await serve({ root: DIST, port: 0 });
  if (!server) throw new ExpectedError('There is no free port.');
  const folder = mkdtempSync(join(tmpdir(), 'weightless-torture-'));
  // Also where it is interrupted, which ends the process.
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const setup = { url: server.url, folder, seed, progress: (line: string) => console.error(line) };
  try {
    let begun = performance.now();
    const seconds = () => ((performance.now() - begun) / 1000).toFixed(0);
    const nothingLost = tellKills(await torturedByKills(setup, kills), seconds());
    begun = performance.now();
    const allAgree = tellTabs(await torturedByTabs(setup, tabs, clicks), seconds());
    return nothingLost && allAgree;
  } finally {
    await server.close();
  }
}

await runMain(async () => {
  try {
    const options = readTortureOptions(process.argv.slice(2));
    return options === null || (await torture(options)) ? 0 : EXIT_FAILED;
  } catch (error) {
    if (!(error instanceof WrongArgumentError)) throw error;
    console.error(error.message);
    return EXIT_BAD_INPUT;
  }
});
