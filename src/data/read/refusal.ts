import { printable } from '../../lib/printable';

/** Longest message: what is quoted in it is cut before. */
const LONGEST_MESSAGE = 2000;

/** Thrown where files that a person brought cannot be taken; the message is for that person, in printable text. */
export class RefusalError extends Error {
  override name = 'RefusalError';

  constructor(message: string) {
    super(printable(message, LONGEST_MESSAGE));
  }
}

/** Foreign text in quotation marks, cut short enough to stand in a sentence. */
export function quote(text: string): string {
  return `"${printable(text, 40)}"`;
}

/** "a, b and 3 others". @param most names that are said */
export function listOf(names: readonly string[], most = 5): string {
  const said = names.slice(0, most).map((name) => printable(name, 80));
  const rest = names.length - said.length;
  if (rest > 0) said.push(rest === 1 ? '1 other' : `${rest.toLocaleString('en')} others`);
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said[said.length - 1]}`;
}

/** The name of a file or folder as it may stand in a sentence. */
export function printableName(name: string): string {
  return printable(name, 80);
}
