// Runs a command of an installed package, installing the packages first if needed: node scripts/run.mjs tsx FILE
import { runCommand } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './main.mjs';

await runMain(async () => {
  const [command, ...args] = process.argv.slice(2);
  await ensureInstalled();
  return runCommand(command, args);
});
