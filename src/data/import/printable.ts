/** Longest piece of a file that a message repeats, in characters. */
const LONGEST = 40;

/** A piece of a file as a message can show it: short, and without what controls a terminal or turns text around. */
export function printable(text: string): string {
  const start = text.slice(0, 4 * LONGEST).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ');
  const letters = [...start.trim()];
  return letters.length > LONGEST || text.length > 4 * LONGEST
    ? `${letters.slice(0, LONGEST).join('')}…`
    : letters.join('');
}

/** Name of a file without its folders, as a message can show it. */
export function fileName(path: string): string {
  return printable(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)) || 'The file';
}
