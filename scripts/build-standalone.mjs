// Builds the whole app into one file that opens without a server: node scripts/build-standalone.mjs
import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt, STANDALONE } from './build.mjs';
import { ROOT } from './child.mjs';
import { ExpectedError, runMain } from './main.mjs';

const LIMIT_BYTES = 5_000_000;

await runMain(async () => {
  const code = await ensureBuilt(STANDALONE);
  if (code !== 0) return code;

  const file = join(STANDALONE.folder, STANDALONE.page);
  const left = readdirSync(STANDALONE.folder).filter(
    (name) => name !== STANDALONE.page && !name.startsWith('.'),
  );
  if (left.length > 0) throw new ExpectedError(`These did not fit into the one file: ${left.join(', ')}.`);
  const { size } = statSync(file);
  console.log(
    `${relative(ROOT, file)}: ${(size / 1e6).toFixed(2)} MB, at most ${LIMIT_BYTES / 1e6} MB allowed.`,
  );
  return size <= LIMIT_BYTES ? 0 : 1;
});
