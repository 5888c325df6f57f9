import { formatFigure } from '../../src/evaluation/format';
import type { Interval } from './section';

/** Marks a line whose figures differ from machine to machine and from run to run: `--check` leaves it out. */
export const TIMING_MARK = '<!-- timing -->';

/** A table, columns of figures to the right. Cells are not padded, so that a line depends on nothing but its own figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

/** A figure as the documents print it: ".8201", "1.006", "-.0042"; empty where there is none. */
export function figure(value: number | undefined, digits = 4): string {
  return formatFigure(value, digits).replace(/^(-?)0\./, '$1.');
}

/** ".9906 [.9871, .9936]"; the figure alone where it has no interval, empty where there is none. */
export function withInterval(value: number | undefined, interval: Interval | undefined, digits = 4): string {
  const point = figure(value, digits);
  if (point === '' || !interval) return point;
  return `${point} [${figure(interval.low, digits)}, ${figure(interval.high, digits)}]`;
}

/** A whole number with commas between thousands, of a mean too. */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** A command to type. */
export function shell(command: string): string {
  return ['```sh', command, '```'].join('\n');
}

/** A chart of this folder's images. @param alternative what it shows, for those who cannot see it. */
export function picture(file: string, alternative: string): string {
  return `![${alternative}](images/${file})`;
}

/** Blocks with an empty line between; empty blocks are left out. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
