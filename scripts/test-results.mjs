// What Vitest found, read from the files that it wrote (vitest.config.ts), for scripts/test.mjs.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './child.mjs';
import { REPORT_FILE, SECOND_TRIES_FILE } from './retry-reporter.mjs';

/**
 * What a step found. `skipped` names the tests that did not run, `secondTries` those that passed, but not at the first try,
 * `failures` those that failed, with what was wrong.
 * @typedef {{ passed: number, failed: number, skipped?: string[], note?: string, secondTries?: string[], failures?: string[] }} Outcome
 */

/** The most letters of what was wrong with a test that the last lines say again. */
const MOST_LETTERS = 300;

/**
 * "test/e2e/rate.e2e.ts > rating: does this: expected 1 to be 2": whoever sees only the end of the output has a place to begin.
 * @param {FileReport} file
 */
function failuresOf({ name, status, message, assertionResults }) {
  const path = relative(ROOT, name);
  /** @param {string} words */
  const short = (words) => words.replace(/\s+/g, ' ').slice(0, MOST_LETTERS);
  const failed = assertionResults.filter((test) => test.status === 'failed');
  // A file that cannot be loaded, or whose hooks fail, fails without a failing test.
  if (status === 'failed' && failed.length === 0) return [`${path}: ${short(message)}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${path} > ${fullName}: ${short(failureMessages.join(' '))}`,
  );
}

/**
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} TestReport
 * @typedef {{ status: string, name: string, message: string, assertionResults: TestReport[] }} FileReport
 * @param {string} folder where Vitest wrote its results (vitest.config.ts)
 * @param {number} code the exit code of Vitest
 * @returns {Outcome}
 */
export function readResults(folder, code) {
  /** @type {{ numPassedTests: number, testResults: FileReport[] }} */
  let report;
  /** @type {string[]} */
  let secondTries;
  try {
    report = JSON.parse(readFileSync(join(folder, REPORT_FILE), 'utf8'));
    secondTries = JSON.parse(readFileSync(join(folder, SECOND_TRIES_FILE), 'utf8'));
  } catch {
    return { passed: 0, failed: 1, note: `no results, code ${code}` };
  }
  const passed = report.numPassedTests;
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .flatMap(({ status, fullName }) => (status === 'passed' || status === 'failed' ? [] : [fullName]));
  const failures = report.testResults.flatMap(failuresOf);
  const failed = failures.length;
  const counts = { passed, failed, skipped, secondTries, failures };
  if (failed === 0 && code !== 0) return { ...counts, failed: 1, note: `ended with code ${code}` };
  if (failed === 0 && passed === 0) return { ...counts, failed: 1, note: 'no test was run' };
  return counts;
}
