import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../src/cli/files';
import { EvaluationError } from '../../src/evaluation/types';

/** What the command line of the report asked for. */
export interface ReportSettings {
  /** Names of sections to write anew; the others stay as they are. Undefined for all. */
  only?: string[];
  /** Compares with what is there instead of writing. */
  check: boolean;
  /** Few folds, users and models, in less than a minute: to try the report itself. */
  quick: boolean;
  /** A MovieLens folder; undefined for the bundled data. */
  data?: string;
  /** Folder that the page goes to, and its charts in a folder `images` there. */
  out: string;
  /** Worker threads. */
  jobs: number;
  cache: boolean;
}

const HELP = `npm run report -- [options]
Writes docs/results.md and its charts; see docs/evaluate.md, "The report".

  --only A,B     write these sections anew, and keep the others
  --check        measure anew and compare with what is there, timings aside; exit code 1 where it differs
  --quick        few folds, users and models: to try the report, not to publish
  --data FOLDER  a MovieLens folder instead of the bundled data
  --out FOLDER   write there instead of docs/
  --jobs N       worker threads (all cores)
  --no-cache     fit everything anew
`;

/**
 * Reads the command line.
 * @param sections names that --only may take.
 * @returns null where help was asked for and has been printed.
 * @throws EvaluationError with one message for a person.
 */
export function readSettings(args: string[], sections: readonly string[]): ReportSettings | null {
  let given: ReturnType<typeof parse>;
  try {
    given = parse(args);
  } catch (error) {
    throw new EvaluationError(error instanceof Error ? error.message : String(error));
  }
  if (given.help) {
    process.stdout.write(`${HELP}\nSections: ${sections.join(', ')}\n`);
    return null;
  }
  const only = given.only?.split(',').map((name) => name.trim());
  const unknown = only?.find((name) => !sections.includes(name));
  if (unknown !== undefined) {
    throw new EvaluationError(`There is no section "${unknown}". Sections: ${sections.join(', ')}.`);
  }
  const jobs = given.jobs === undefined ? availableParallelism() : Number(given.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new EvaluationError('--jobs should be a whole number from 1.');
  const { check = false, quick = false, data } = given;
  if (given.out === undefined && (quick || data !== undefined)) {
    throw new EvaluationError(
      'docs/results.md tells of a whole run on the bundled data: name another folder with --out',
    );
  }
  const out = given.out === undefined ? join(ROOT, 'docs') : resolve(given.out);
  return { only, check, quick, data, out, jobs, cache: !given['no-cache'] };
}

function parse(args: string[]) {
  return parseArgs({
    args,
    options: {
      only: { type: 'string' },
      check: { type: 'boolean' },
      quick: { type: 'boolean' },
      data: { type: 'string' },
      out: { type: 'string' },
      jobs: { type: 'string' },
      'no-cache': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;
}
