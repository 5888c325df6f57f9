import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { defaultModelsOf } from '../evaluation/recommenders/registry';
import {
  EvaluationError,
  type EvaluationOptions,
  PROTOCOLS,
  questionOf,
  READOUTS,
  SPLITS,
  TRIALS,
} from '../evaluation/types';
import { shardOf, wholeNumber } from './option-values';
import { parseCommand } from './parse-command';

/** What the command line asked for. */
export interface CliOptions {
  evaluation: EvaluationOptions;
  /** A MovieLens folder; undefined for the bundled data. */
  data?: string;
  skipSingleRatings: boolean;
  /** People drawn of a folder that is read as a stream; undefined where all are read. */
  people?: number;
  jobs: number;
  /** Part i of n, 1-based. */
  shard?: { index: number; count: number };
  /** Files with parts; "-" is standard input. */
  merge?: string[];
  json: boolean;
  /** File that every user's figures are written to. */
  perUser?: string;
  cache: boolean;
}

const EVERY_PROTOCOL = [...PROTOCOLS, ...TRIALS];

function createCommand(): Command {
  return new Command('evaluate')
    .description('Measures recommenders on MovieLens data. Protocols and fields: docs/evaluate.md.')
    .addOption(new Option('--protocol <name>', 'what is asked of the models').choices(EVERY_PROTOCOL))
    .option(
      '--models <names>',
      'comma-separated; by default all that apply to the protocol but a few that take minutes',
    )
    .option('--users <number>', 'paper: users in the sample', wholeNumber(1))
    .option('--ratings <number>', 'paper: ratings a user; 0 for all', wholeNumber(0))
    .addOption(
      new Option('--join <name>', 'which TMDB row a movie gets')
        .choices(['published', 'corrected'])
        .default('corrected'),
    )
    .addOption(new Option('--split <name>', 'new-user, top-n: how users are split').choices(SPLITS))
    .addOption(
      new Option('--feedback <kind>', 'what personal models are taught')
        .choices(['stars', 'likes', 'clicks'])
        .default('stars'),
    )
    .option(
      '--history <number>',
      'new-user, top-n: ratings taught, the last of the training part',
      wholeNumber(1),
    )
    .addOption(
      new Option('--readout <kind>', 'what the share within one star is measured on')
        .choices(READOUTS)
        .default('published'),
    )
    .addOption(
      new Option(
        '--fit <kind>',
        'what wnn and hybrid learn from: all ratings, or about a quarter (always, in paper)',
      )
        .choices(['full', 'quick'])
        .default('full'),
    )
    .option('--data <folder>', 'a MovieLens folder, or a pack with ratings, instead of the bundled data')
    .option(
      '--people <number>',
      'with --data: draw so many people, by the seed, and read the ratings as a stream',
      wholeNumber(20),
    )
    .option('--skip-single-ratings', 'with --data: leave users with a single rating out', false)
    .option('--seed <number>', 'first seed', wholeNumber(0), 1)
    .option('--seeds <number>', 'seeds in a row; lines are means over them', wholeNumber(1), 1)
    .option('--folds <number>', 'folds of users', wholeNumber(2), 5)
    .option('--jobs <number>', 'worker threads', wholeNumber(1), availableParallelism())
    .option('--shard <i/n>', 'compute part i of n and print it for --merge', shardOf)
    .option('--merge <files...>', 'add up parts; "-" reads standard input')
    .option('--groups', 'how groups of users fare', false)
    .option('--per-user <file>', 'write the figures of every user to a file, one JSON object a line')
    .option('--json', 'one JSON object a line', false)
    .option('--no-cache', 'fit everything anew');
}

/**
 * Reads the command line.
 * @returns null where help was asked for and has been printed.
 * @throws EvaluationError with one message for a person.
 */
export function readOptions(args: string[]): CliOptions | null {
  const command = createCommand();
  if (!parseCommand(command, args)) return null;
  return check(command);
}

function check(command: Command): CliOptions {
  const given = command.opts();
  const isGiven = (name: string) => command.getOptionValueSource(name) === 'cli';
  const { data, jobs, shard, merge, json, cache, skipSingleRatings, perUser, people } = given;
  if (merge) {
    const conflict = command.options.find(
      (option) =>
        isGiven(option.attributeName()) && !['merge', 'json', 'perUser'].includes(option.attributeName()),
    );
    if (conflict)
      throw new EvaluationError(`--merge takes its options from the parts: leave out ${conflict.long}`);
  } else if (!given.protocol) {
    throw new EvaluationError(`--protocol is missing: one of ${EVERY_PROTOCOL.join(', ')}`);
  }
  const protocol: EvaluationOptions['protocol'] = given.protocol ?? 'paper';
  const question = questionOf(protocol);
  for (const name of ['users', 'ratings']) {
    if (isGiven(name) && protocol !== 'paper') {
      throw new EvaluationError(`--${name} belongs to --protocol paper, not ${protocol}`);
    }
  }
  if (protocol === 'paper' && given.feedback !== 'stars') {
    throw new EvaluationError(`--protocol paper measures stars: --feedback ${given.feedback} does not apply`);
  }
  if (given.history !== undefined && protocol !== 'new-user' && protocol !== 'top-n') {
    throw new EvaluationError(`--history belongs to --protocol new-user and top-n, not ${protocol}`);
  }
  if (given.readout !== 'published' && (question === 'top-n' || given.feedback === 'likes')) {
    throw new EvaluationError('--readout belongs to the share within one star, which is not measured here');
  }
  if (given.groups && (protocol === 'paper' || protocol === 'probes')) {
    throw new EvaluationError(`--groups does not apply to --protocol ${protocol}`);
  }
  if (perUser !== undefined && shard) {
    throw new EvaluationError('--per-user does not go with --shard: ask for it with --merge');
  }
  if (given.ratings === 1) {
    throw new EvaluationError('--ratings 1 leaves nothing to test: take 0 (all) or at least 2');
  }
  if (skipSingleRatings && !data) throw new EvaluationError('--skip-single-ratings belongs to --data');
  if (people !== undefined && !data) throw new EvaluationError('--people belongs to --data');
  const ownSplit = question === 'paper' || question === 'new-user' ? 'random' : 'chronological';
  const split: EvaluationOptions['split'] = given.split ?? ownSplit;
  const hasChoice = question === 'new-user' || (protocol === 'top-n' && split === 'global');
  if (!hasChoice && split !== ownSplit) {
    throw new EvaluationError(
      `--protocol ${protocol} has the split ${protocol === 'top-n' ? 'chronological or global' : ownSplit} alone`,
    );
  }
  return {
    evaluation: {
      protocol,
      models: given.models === undefined ? defaultModelsOf(protocol) : readModels(given.models),
      split,
      feedback: given.feedback,
      fit: protocol === 'paper' ? 'quick' : given.fit,
      join: given.join,
      ...(given.readout !== 'published' && { readout: given.readout }),
      users: given.users ?? 100,
      ratings: given.ratings ?? 50,
      ...(given.history !== undefined && { history: given.history }),
      ...(given.groups && { groups: true }),
      folds: given.folds,
      seed: given.seed,
      seeds: given.seeds,
    },
    ...{ data, jobs, shard, merge, json, cache, skipSingleRatings, perUser },
    ...(people !== undefined && { people }),
  };
}

function readModels(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.includes('')) throw new EvaluationError('--models has an empty name');
  return [...new Set(names)];
}
