import { TIMING_MARK } from './markdown';

/** A section's place in the document. */
export interface SectionText {
  name: string;
  title: string;
  text: string;
}

const begin = (name: string) => `<!-- section ${name} -->`;
const end = (name: string) => `<!-- end of section ${name} -->`;

/** The whole document. @param introduction what stands above the first section. */
export function assemble(introduction: string, sections: readonly SectionText[]): string {
  const parts = sections.map(({ name, title, text }) =>
    [begin(name), '', `## ${title}`, '', text, '', end(name)].join('\n'),
  );
  return `${[introduction, ...parts].join('\n\n')}\n`;
}

/** The text of a section of a document that `assemble` made; null where it has none of this name. */
export function sectionOf(document: string, name: string): string | null {
  const from = document.indexOf(begin(name));
  const to = document.indexOf(end(name));
  if (from < 0 || to < from) return null;
  const [, , ...lines] = document
    .slice(from + begin(name).length, to)
    .trim()
    .split('\n');
  return lines.join('\n');
}

/** Lines shown of a difference, of each side. */
const SHOWN = 12;

/**
 * What differs between two texts, marked timing lines aside.
 * @param name of the file, for the summary. @param kept what is there, null for nothing. @param made what should be.
 * @returns null where they agree, else a few lines: those that went with "-" and those that came with "+".
 */
export function difference(name: string, kept: string | null, made: string): string | null {
  if (kept === null) return `${name} is missing.`;
  const [before, after] = [kept, made].map(linesToCompare);
  if (before.join('\n') === after.join('\n')) return null;
  const gone = missingFrom(before, after);
  const come = missingFrom(after, before);
  const show = (sign: string, lines: string[]) => [
    ...lines.slice(0, SHOWN).map((line) => `${sign} ${line.slice(0, 160)}`),
    ...(lines.length > SHOWN ? [`${sign} and ${lines.length - SHOWN} more`] : []),
  ];
  const same = gone.length + come.length === 0 ? ['Its lines stand in another order.'] : [];
  return [`${name} differs:`, ...same, ...show('-', gone), ...show('+', come)].join('\n');
}

function linesToCompare(text: string): string[] {
  return text.split('\n').filter((line) => !line.includes(TIMING_MARK));
}

/** The lines of a list that another has not, each as often as it is missing. */
function missingFrom(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
