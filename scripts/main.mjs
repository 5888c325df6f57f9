// What every script starts with. Node built-ins only: this runs before anything is installed.
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An expected failure, told to the user in one message without a stack. */
export class ExpectedError extends Error {}

/**
 * Whether a script was started itself rather than imported.
 * @param {string} url its `import.meta.url`
 */
export function isMain(url) {
  return process.argv[1] !== undefined && fileURLToPath(url) === realpathSync(process.argv[1]);
}

/** @param {number} pid @returns {{ name: string, parent: number } | undefined} of a process, on Linux */
function processFacts(pid) {
  try {
    const [, name, parent] = /\((.*)\) \S+ (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/**
 * Under npm, asks this process to end (SIGTERM) once npm is gone: npm passes signals to the shell between the two, which
 * may end without passing them on, and passes nothing when it is killed.
 */
function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const ancestors = () => {
    const facts = processFacts(process.ppid);
    const grandparent = facts && /^(sh|dash|ash|bash|busybox)$/.test(facts.name) ? facts.parent : '';
    return `${process.ppid} ${grandparent}`;
  };
  const atStart = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === atStart) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/**
 * Runs a script's main function: expected failures become one line, others keep their stack.
 * @param {() => Promise<number>} main resolves to the exit code
 */
export async function runMain(main) {
  endWithParent();
  try {
    const code = await main();
    process.exitCode = code;
  } catch (error) {
    console.error(error instanceof ExpectedError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
