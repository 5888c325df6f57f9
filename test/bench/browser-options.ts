import { Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from '../../src/cli/option-values';
import { parseCommand } from '../../src/cli/parse-command';

/** What can be measured: the first and second visit, clicks on Rate, the heap over many clicks, opening each screen. */
export const SECTIONS = ['first', 'clicks', 'heap', 'screens'] as const;
export type Section = (typeof SECTIONS)[number];

/** What the command line asked for. */
export interface BrowserOptions {
  /** In the order of `SECTIONS`. */
  only: Section[];
  /** First visits, and as many second ones, at each speed. */
  visits: number;
  /** Clicks timed at each speed. */
  clicks: number;
  /** Decides which films were rated before, what is answered, and when it is pressed. */
  seed: number;
  /** By how much the page's thread is slowed down, one after the other; 1 for not at all. */
  slowdowns: number[];
  json: boolean;
  /** The JSON goes there too. */
  out?: string;
}

function createCommand(): Command {
  return new Command('bench:browser')
    .description('Measures the built app in Chromium, served as npm start serves it.')
    .option('--only <sections>', `some of ${SECTIONS.join(', ')}, with commas between`, sectionsOf, [
      ...SECTIONS,
    ])
    .option('--visits <number>', 'first visits, and as many second ones, at each speed', wholeNumber(1), 9)
    .option('--clicks <number>', 'clicks timed at each speed', wholeNumber(1), 200)
    .option('--seed <number>', 'decides everything random', wholeNumber(0), 1)
    .option(
      '--slowdowns <numbers>',
      'slow the page down so many times, with commas between',
      slowdownsOf,
      [1, 4],
    )
    .option('--json', 'print JSON', false)
    .option('--out <file>', 'write the JSON to a file too');
}

function sectionsOf(text: string): Section[] {
  const names = text.split(',').map((name) => name.trim());
  const known = SECTIONS.filter((name) => names.includes(name));
  if (known.length === 0 || known.length !== new Set(names).size)
    throw new InvalidArgumentError(`It should be some of ${SECTIONS.join(', ')}, with commas between.`);
  return known;
}

function slowdownsOf(text: string): number[] {
  const rates = text.split(',').map(Number);
  if (rates.some((rate) => !(rate >= 1 && rate <= 20)))
    throw new InvalidArgumentError('It should be numbers from 1 to 20, with commas between.');
  return [...new Set(rates)];
}

/** @returns null where help was asked for. @throws EvaluationError with one message for a person */
export function readBrowserOptions(args: readonly string[]): BrowserOptions | null {
  const command = createCommand();
  return parseCommand(command, args) ? command.opts<BrowserOptions>() : null;
}
