import { Command, CommanderError, InvalidArgumentError } from 'commander';

/** What the command line asked for. */
export interface TortureOptions {
  kills: number;
  seed: number;
  /** Clicks in each tab. */
  clicks: number;
  tabs: number;
}

/** Largest whole number an option takes; seeds are 32 bits wide. */
const LARGEST = 0x7fffffff;

/** An argument that makes no sense; the message is for a person. */
export class WrongArgumentError extends Error {}

function wholeNumber(least: number, most = LARGEST): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    const range = most === LARGEST ? `from ${least}` : `from ${least} to ${most}`;
    throw new InvalidArgumentError(`It should be a whole number ${range}.`);
  };
}

/**
 * Reads the command line.
 * @returns null where help was asked for and has been printed
 * @throws WrongArgumentError
 */
export function readTortureOptions(args: string[]): TortureOptions | null {
  const command = new Command('torture')
    .description(
      'Kills the browser while somebody rates, then rates in several tabs at once: nothing is lost.',
    )
    .option('--kills <number>', 'how often the browser is killed', wholeNumber(1), 200)
    .option('--seed <number>', 'of what is pressed and when the browser is killed', wholeNumber(0), 1)
    .option('--clicks <number>', 'clicks in each of the tabs', wholeNumber(1), 500)
    .option('--tabs <number>', 'tabs at once', wholeNumber(2, 8), 2)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new WrongArgumentError(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '));
  }
  return command.opts<TortureOptions>();
}
