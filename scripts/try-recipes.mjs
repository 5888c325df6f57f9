// Runs the recipes of docs/evaluate.md for spreading a run, and compares what they give with one run that was not spread:
// node scripts/try-recipes.mjs [parallel] [slurm] [--tiny]. Needs the Debian packages parallel, slurm-wlm and munge.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commandFile, ROOT } from './child.mjs';
import { ExpectedError, isMain, runMain } from './main.mjs';
import { startSlurm } from './one-node-slurm.mjs';

/** What --tiny adds, so that a recipe takes seconds a shard: the recipe itself stays what it is. */
const TINY = /** @type {Record<string, string>} */ ({
  'new-user': '--models constant,bias --folds 5',
  paper: '--models constant,user-constant,bias --users 20 --ratings 20',
});

/**
 * @typedef {object} Recipe what the document says of one way to spread a run
 * @property {string} script the commands, as they stand there
 * @property {string} merge the command that adds the parts up, printing JSON
 * @property {string} whole the command of the same run in one piece
 */

/**
 * Reads a recipe out of the document, so that what is tried is what is told.
 * @param {string} document @param {string} name as in bold above the recipe @param {boolean} tiny
 * @returns {Recipe}
 */
export function recipeOf(document, name, tiny) {
  const part = document.split(`**${name}**`)[1]?.split(/\n\*\*|\n## /)[0];
  const block = /```sh\n([\s\S]*?)```/.exec(part ?? '')?.[1];
  if (!part || !block) throw new ExpectedError(`docs/evaluate.md has no recipe "${name}" any more.`);
  const text = block.replaceAll(/(--protocol ([\w-]+))/g, (found, option, protocol) =>
    tiny ? `${option} ${TINY[protocol]}` : found,
  );
  const merge = /npm run --silent evaluate -- --merge [^\n`]*/.exec(part)?.[0].trim().replace(/\.$/, '');
  const line = text.replaceAll(/\\\n\s*/g, '').match(/evaluate -- (--protocol .*?)--jobs 1 /)?.[1];
  if (!merge || !line) throw new ExpectedError(`The recipe "${name}" is not told as it used to be.`);
  return {
    script: text
      .split('\n')
      .filter((command) => !command.includes('--merge'))
      .join('\n'),
    merge: merge.includes('--json') ? merge : `${merge} --json`,
    whole: `npm run --silent evaluate -- ${line.trim()} --json`,
  };
}

/** @param {string} command @param {string} folder @param {Record<string, string>} [env] @returns {string} what it printed */
function sh(command, folder, env = {}) {
  console.error(`$ ${command.trim()}`);
  const { status, stdout, error } = spawnSync('sh', ['-ec', command], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  });
  if (error || status !== 0)
    throw new ExpectedError(`This failed (${error?.message ?? `code ${status}`}): ${command}`);
  return stdout;
}

/** @param {string} lines NDJSON @returns {string[]} without the fields that may differ between two runs */
function withoutTimings(lines) {
  return lines
    .trim()
    .split('\n')
    .map((line) =>
      JSON.stringify(JSON.parse(line), (key, value) => (key.endsWith('Ms') ? undefined : value)),
    );
}

/**
 * A folder in which `npm run evaluate` is the project's, and files are written where the recipe writes them.
 * @returns {string}
 */
function workFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'weightless-recipes-'));
  const evaluate = [process.execPath, commandFile('tsx'), join(ROOT, 'src', 'cli', 'evaluate.ts')];
  const scripts = { evaluate: evaluate.map((word) => JSON.stringify(word)).join(' ') };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', scripts }));
  return folder;
}

/** How each recipe is run. @type {Record<string, { title: string, command: string, run(script: string, folder: string): Promise<void> }>} */
const WAYS = {
  parallel: {
    title: 'GNU parallel',
    command: 'parallel',
    run: async (script, folder) => {
      sh(script, folder);
    },
  },
  slurm: {
    title: 'Slurm array',
    command: 'sbatch',
    run: async (script, folder) => {
      const home = join(folder, 'slurm');
      mkdirSync(home);
      const { env, stop } = await startSlurm(home);
      try {
        writeFileSync(join(folder, 'evaluate.sh'), script);
        sh('sbatch --wait evaluate.sh', folder, env);
      } finally {
        stop();
      }
    },
  },
};

/** @param {string} name of WAYS @param {boolean} tiny @returns {Promise<void>} @throws ExpectedError where the two differ */
async function tryRecipe(name, tiny) {
  const { title, command, run } = WAYS[name];
  if (spawnSync('which', [command]).status !== 0) {
    throw new ExpectedError(
      `${title}: there is no command "${command}" here (Debian: parallel; slurm-wlm and munge).`,
    );
  }
  const recipe = recipeOf(readFileSync(join(ROOT, 'docs', 'evaluate.md'), 'utf8'), title, tiny);
  const folder = workFolder();
  try {
    console.error(recipe.script);
    await run(recipe.script, folder);
    const parts = readdirSync(folder).filter((file) => file.endsWith('.ndjson'));
    const merged = withoutTimings(sh(recipe.merge, folder));
    const whole = withoutTimings(sh(recipe.whole, folder));
    if (merged.join('\n') !== whole.join('\n')) {
      const at = whole.findIndex((line, index) => line !== merged[index]);
      throw new ExpectedError(
        `${title}: merged parts and one run differ, first in line ${at + 1}:\n${merged[at]}\n${whole[at]}`,
      );
    }
    console.error(`${title}: ${parts.length} parts merged give the ${whole.length} lines of one run.`);
    rmSync(folder, { recursive: true });
  } catch (error) {
    console.error(`What there is of it lies in ${folder}`);
    throw error;
  }
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { tiny: { type: 'boolean', default: false } },
    });
    const names = positionals.length > 0 ? positionals : Object.keys(WAYS);
    const unknown = names.find((name) => !(name in WAYS));
    if (unknown) throw new ExpectedError(`There is no recipe "${unknown}": ${Object.keys(WAYS).join(', ')}.`);
    for (const name of names) await tryRecipe(name, values.tiny);
    return 0;
  });
}
