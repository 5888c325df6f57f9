import { Command, InvalidArgumentError } from 'commander';
import { parseCommand } from '../../../src/cli/parse-command';
import { EvaluationError } from '../../../src/evaluation/types';
import type { Group, Sizes } from './groups/group';

/** Sizes that are measured where none are named. Films: the bundled catalogue's, and larger ones. */
const RATINGS = [50, 200, 1000, 5000];
const LARGE_CATALOGUES = [30_000, 90_000];
/** Films that are left unrated at least: what is learned next is one of them. */
const FILMS_LEFT = 500;

/** What the command line asked for. */
export type BenchOptions =
  | {
      kind: 'measure';
      groups: readonly Group[];
      sizes: Sizes;
      json: boolean;
      /** File that the result is written to. */
      out?: string;
      /** File of the result to compare with. */
      against?: string;
    }
  | /** Print, or write into the documents, what a file holds. */ {
      kind: 'table' | 'document';
      file: string;
    };

/** Reads "50,200": distinct whole numbers, ascending. */
function numbersOf(least: number, most: number): (text: string) => number[] {
  return (text) => {
    const values = text.split(',').map((part) => part.trim());
    const isFit = (value: string) =>
      /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
    if (!values.every(isFit)) {
      throw new InvalidArgumentError(
        `It should be whole numbers from ${least} to ${most}, such as ${least},${most}.`,
      );
    }
    return [...new Set(values.map(Number))].sort((a, b) => a - b);
  };
}

function createCommand(groups: readonly Group[], bundled: number): Command {
  const about = groups.map(
    ({ name, about, byDefault }) => `  ${name}${byDefault ? '' : ' (only when named)'}: ${about}`,
  );
  return new Command('bench')
    .description('Measures how fast everything is. Medians and quartiles; docs/speed.md says of what.')
    .option('--only <groups>', 'comma-separated groups; by default all but those that take minutes')
    .option('--wisard', 'the same as --only wisard')
    .option('--sizes <numbers>', 'ratings of a person', numbersOf(1, bundled - FILMS_LEFT), RATINGS)
    .option('--films <numbers>', 'films of the catalogue', numbersOf(bundled, 120_000), [
      bundled,
      ...LARGE_CATALOGUES,
    ])
    .option('--json', 'print the result as one JSON document', false)
    .option('--out <file>', 'write the result to a file')
    .option('--against <file>', 'print the ratio of each figure to that of a stored result')
    .option('--table <file>', 'print the tables of a stored result as Markdown; nothing is measured')
    .option('--document <file>', 'write these tables into README.md and docs/speed.md; nothing is measured')
    .addHelpText('after', `\nGroups:\n${about.join('\n')}`);
}

/**
 * Reads the command line.
 * @param bundled films of the bundled catalogue
 * @returns null where help was asked for and has been printed.
 * @throws EvaluationError with one message for a person.
 */
export function readBenchOptions(
  args: readonly string[],
  groups: readonly Group[],
  bundled: number,
): BenchOptions | null {
  const command = createCommand(groups, bundled);
  if (!parseCommand(command, args)) return null;
  const { only, wisard, sizes, films, json, out, against, table, document } = command.opts();
  for (const [kind, file] of [
    ['table', table],
    ['document', document],
  ] as const) {
    if (file === undefined) continue;
    const other = command.options.find(
      (option) =>
        option.attributeName() !== kind && command.getOptionValueSource(option.attributeName()) === 'cli',
    );
    if (other) throw new EvaluationError(`--${kind} measures nothing: leave out ${other.long}`);
    return { kind, file };
  }
  if (wisard && only !== undefined)
    throw new EvaluationError('--wisard is --only wisard: leave out one of them');
  return {
    kind: 'measure',
    groups: groupsOf(groups, wisard ? 'wisard' : only),
    sizes: { ratings: sizes, films },
    ...{ json, out, against },
  };
}

function groupsOf(groups: readonly Group[], only: string | undefined): readonly Group[] {
  if (only === undefined) return groups.filter(({ byDefault }) => byDefault);
  const names = only.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !groups.some((group) => group.name === name));
  if (unknown !== undefined) {
    const known = groups.map(({ name }) => name).join(', ');
    throw new EvaluationError(`There is no group "${unknown}". Groups: ${known}.`);
  }
  return groups.filter(({ name }) => names.includes(name));
}
