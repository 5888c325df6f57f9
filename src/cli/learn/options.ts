import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError } from 'commander';
import { EvaluationError } from '../../evaluation/types';
import { PACK_NETWORKS, type PackNetwork } from '../../packs/pack-format';
import { shardOf, wholeNumber } from '../option-values';
import { parseCommand } from '../parse-command';

/** People drawn at most, unless told otherwise: learning takes time and memory in proportion. */
const USUAL_PEOPLE = 3000;

/** What the command line asked for. */
export interface LearnOptions {
  data: string;
  out: string;
  seed: number;
  people: number;
  leastLikes?: number;
  networks: PackNetwork[];
  /** Left out by --no-ratings and --no-measure. */
  ratings: boolean;
  measure: boolean;
  /** Threads: with 2, measuring goes on beside learning. */
  jobs: number;
  shard?: { index: number; count: number };
  merge?: string[];
}

function createCommand(): Command {
  return new Command('learn')
    .description(
      'Learns a catalogue of films from a MovieLens folder and writes it as a pack: docs/learn.md.',
    )
    .requiredOption('--data <path>', 'a MovieLens folder or zip file')
    .requiredOption('--out <file>', 'the pack to write; with --shard, the part')
    .option('--seed <number>', 'decides everything random', wholeNumber(0), 1)
    .option('--people <number>', 'people drawn, from whose ratings is learned', wholeNumber(20), USUAL_PEOPLE)
    .option('--least-likes <number>', 'leave out films with fewer likes', wholeNumber(0))
    .option('--networks <names>', 'hybrid, wnn or both', networksOf, [...PACK_NETWORKS])
    .option('--no-ratings', 'leave the ratings out of the pack')
    .option('--no-measure', 'do not measure on people held out, which takes as long as learning')
    .option('--jobs <number>', '1: measure before learning; 2: meanwhile', wholeNumber(1), usualJobs())
    .option('--shard <i/n>', 'count and draw part i of n of the people, for --merge', shardOf)
    .option('--merge <files...>', 'put parts together and learn');
}

function networksOf(text: string): PackNetwork[] {
  const names = text.split(',').map((name) => name.trim());
  const known = PACK_NETWORKS.filter((name) => names.includes(name));
  if (known.length === 0 || known.length !== new Set(names).size)
    throw new InvalidArgumentError(`It should be ${PACK_NETWORKS.join(', ')} or both with a comma between.`);
  return known;
}

/** @returns null where help was asked for. @throws EvaluationError with one message for a person */
export function readLearnOptions(args: string[]): LearnOptions | null {
  const command = createCommand();
  if (!parseCommand(command, args)) return null;
  const options = command.opts<LearnOptions>();
  if (options.shard && options.merge) throw new EvaluationError('--shard does not go with --merge');
  return options;
}

function usualJobs(): number {
  return Math.min(2, availableParallelism());
}
