import type { Comparisons } from './compare';
import { machineLine } from './machine';
import type { BenchResult, Figure } from './result';

/** A number as a person reads it: three digits, thousands apart. */
function shown(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return Number(value.toPrecision(3)).toString();
}

const count = (value: number) => value.toLocaleString('en');

/** A table: the first row is the head. */
type Rows = string[][];

/** What a column of a table is measured at. */
interface Place {
  ratings?: number;
  films?: number;
}

const isAt = ({ ratings, films }: Figure, place: Place) => ratings === place.ratings && films === place.films;

/** Figures as a table: a row for each that is named otherwise, a column for each place. */
function rowsOf(
  figures: readonly Figure[],
  places: readonly Place[],
  headOf: (place: Place) => string,
): Rows {
  const names = [...new Map(figures.map((figure) => [`${figure.name} ${figure.unit}`, figure])).values()];
  const body = names.map(({ name, unit }) => [
    `${name}, ${unit}`,
    ...places.map((place) => {
      const figure = figures.find((one) => one.name === name && one.unit === unit && isAt(one, place));
      return figure ? shown(figure.median) : '';
    }),
  ]);
  return [['', ...places.map(headOf)], ...body];
}

/** Distinct numbers, ascending; undefined where some figure has none. */
function distinct(values: readonly (number | undefined)[]): (number | undefined)[] {
  return [...new Set(values)].sort((a, b) => (a ?? 0) - (b ?? 0));
}

/** The tables of a result: of each group one a number of films, or one where numbers of ratings play no part. */
export function tablesOf({ figures }: BenchResult): { title: string; rows: Rows }[] {
  const groups = [...new Set(figures.map(({ group }) => group))];
  return groups.flatMap((group) => {
    const own = figures.filter((figure) => figure.group === group);
    const films = distinct(own.map((figure) => figure.films));
    if (own.every(({ ratings }) => ratings === undefined)) {
      const head = ({ films }: Place) => (films === undefined ? 'median' : `${count(films)} films`);
      return [
        {
          title: group,
          rows: rowsOf(
            own,
            films.map((n) => ({ films: n })),
            head,
          ),
        },
      ];
    }
    return films.map((n) => {
      const at = own.filter((figure) => figure.films === n);
      const places = distinct(at.map(({ ratings }) => ratings)).map((ratings) => ({ ratings, films: n }));
      const head = ({ ratings }: Place) => (ratings === undefined ? 'median' : `${count(ratings)} ratings`);
      return { title: `${group}, ${count(n ?? 0)} films`, rows: rowsOf(at, places, head) };
    });
  });
}

/** A table as Markdown, padded so that it can be read as it is. */
export function toMarkdown(rows: Rows): string {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (row: string[]) =>
    `| ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, c) => (c === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

/** All tables of a result, and the machine, for docs/speed.md. */
export function longTables(result: BenchResult): string {
  const tables = tablesOf(result).map(({ title, rows }) => `**${title}**\n\n${toMarkdown(rows)}`);
  return [`Measured on: ${machineLine(result.machine)}. Medians.`, ...tables].join('\n\n');
}

/** Ratings of the person that README.md tells of. */
const TOLD_RATINGS = 1000;
/** Figures that README.md tells of. */
const TOLD = [
  'learn a film',
  'unlearn a film',
  'click to the best 50',
  'full re-rank to the best 50',
  'explain a film',
  'the list without a click',
];

/** What README.md tells: what a click costs at each number of films, and WiSARD. */
export function shortTable({ figures }: BenchResult): string {
  const own = figures.filter(
    ({ group, name, ratings }) => group === 'model' && ratings === TOLD_RATINGS && TOLD.includes(name),
  );
  const places = distinct(own.map(({ films }) => films)).map((films) => ({ films, ratings: TOLD_RATINGS }));
  const table = rowsOf(own, places, ({ films }) => `${count(films ?? 0)} films`);
  const wisard = figures
    .filter(({ group }) => group === 'wisard')
    .map(({ name, median, unit }) => `${name} ${shown(median)} ${unit}`);
  return `${toMarkdown(table)}\n\nWiSARD, 1,024 bits, 64 nodes of 16 bits, two classes: ${wisard.join(', ')}.`;
}

/** The tables of a result, for a terminal. */
export function toText(result: BenchResult): string {
  const tables = tablesOf(result).map(({ title, rows }) => `${title}\n${aligned(rows)}`);
  return [machineLine(result.machine), ...tables].join('\n\n');
}

function aligned(rows: Rows): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A result beside a stored one, for a terminal: ratios, and what changed beyond the noise. */
export function comparisonText(
  { both, added, gone }: Comparisons,
  now: BenchResult,
  then: BenchResult,
): string {
  const marks = { worse: 'WORSE', better: 'better' };
  const rows = both.map(({ now, then, ratio, change }) => [
    `${now.group}: ${now.name}`,
    now.ratings === undefined ? '' : `${count(now.ratings)} ratings`,
    now.films === undefined ? '' : `${count(now.films)} films`,
    shown(then.median),
    shown(now.median),
    now.unit,
    ratio.toFixed(2),
    change ? marks[change] : '',
  ]);
  const head = ['', '', '', 'stored', 'now', '', 'ratio', ''];
  const worse = both.filter(({ change }) => change === 'worse').length;
  const better = both.filter(({ change }) => change === 'better').length;
  const isElsewhere = now.machine.cpu !== then.machine.cpu || now.machine.cores !== then.machine.cores;
  return [
    `now:    ${machineLine(now.machine)}`,
    `stored: ${machineLine(then.machine)}`,
    ...(isElsewhere ? ['The machines differ: ratios tell of them, too.'] : []),
    '',
    aligned([head, ...rows]),
    '',
    `${both.length} figures: ${worse} worse and ${better} better beyond the noise.` +
      (added.length > 0 ? ` ${added.length} are new.` : '') +
      (gone.length > 0 ? ` ${gone.length} of the stored were not measured.` : ''),
  ].join('\n');
}
