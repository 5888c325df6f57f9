// Where the tests write their results for scripts/test.mjs, and a reporter for Vitest that names the tests which passed,
// but not at the first try.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Variable of the environment: a folder for the results; none are written without it. */
export const RESULTS_FOLDER = 'WEIGHTLESS_TEST_RESULTS';

/** In that folder: the report of Vitest's own JSON reporter. */
export const REPORT_FILE = 'report.json';

/** In that folder: a JSON list of tests that needed more than one try. */
export const SECOND_TRIES_FILE = 'second-tries.json';

/** Of what was wrong. */
const MOST_LETTERS = 600;

/** Names the tests that passed, but not at the first try, with what was wrong at first: without it nobody finds the cause. */
export class RetryReporter {
  /** @type {string[]} */
  #names = [];

  /** @param {import('vitest/node').TestCase} testCase */
  onTestCaseResult(testCase) {
    const { flaky, retryCount } = testCase.diagnostic() ?? {};
    if (!flaky) return;
    const tries = (retryCount ?? 0) + 1;
    const [error] = testCase.result().errors ?? [];
    const reason = error ? `: ${error.message.replace(/\s+/g, ' ').slice(0, MOST_LETTERS)}` : '';
    this.#names.push(`${testCase.module.relativeModuleId} > ${testCase.fullName} (try ${tries})${reason}`);
  }

  onTestRunEnd() {
    for (const name of this.#names) console.log(`needed a second try: ${name}`);
    const folder = process.env[RESULTS_FOLDER];
    if (folder) writeFileSync(join(folder, SECOND_TRIES_FILE), JSON.stringify(this.#names));
    this.#names = [];
  }
}
