import { type Command, CommanderError } from 'commander';
import { EvaluationError } from '../evaluation/types';

/**
 * Reads a command line into a command.
 * @returns false where help was asked for and has been printed.
 * @throws EvaluationError with one message for a person.
 */
export function parseCommand(command: Command, args: readonly string[]): boolean {
  command.exitOverride().configureOutput({ writeErr: () => {} });
  try {
    command.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return false;
    throw new EvaluationError(error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '));
  }
  return true;
}
