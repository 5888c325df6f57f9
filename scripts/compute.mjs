// Runs a TypeScript file that computes for long, installing the packages first if needed: node scripts/compute.mjs FILE
import { runCommand } from './child.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { runMain } from './main.mjs';

/**
 * tsx reads CommonJS packages by WebAssembly, whose memory grows meanwhile and detaches its buffer. From then on V8 (of Node
 * 20) asks at every access to a typed array whether that one is detached, in each thread for which tsx reads. Without
 * WebAssembly tsx reads by JavaScript. What runs so cannot `fetch`, which needs it in Node.
 */
const WITHOUT_WEBASSEMBLY = '--no-expose-wasm';

await runMain(async () => {
  await ensureInstalled();
  return runCommand('tsx', [WITHOUT_WEBASSEMBLY, ...process.argv.slice(2)]);
});
