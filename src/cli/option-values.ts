import { InvalidArgumentError } from 'commander';

/** Largest whole number an option takes; seeds are 32 bits wide. */
const LARGEST = 0x7fffffff;

/** Reads a whole number of an option. @param least the least that it may be */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > LARGEST) {
      throw new InvalidArgumentError(`It should be a whole number from ${least}.`);
    }
    return value;
  };
}

/** Reads which part of a run is meant: i/n. */
export function shardOf(text: string): { index: number; count: number } {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const index = Number(match?.[1]);
  const count = Number(match?.[2]);
  if (!match || index < 1 || index > count) {
    throw new InvalidArgumentError('It should be i/n with i from 1 to n, such as 2/5.');
  }
  return { index, count };
}
