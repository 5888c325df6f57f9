/** Advance widths of the display face (Bricolage Grotesque, width 75, weight 800) for U+0020..U+007E, in 1/100 em. */
const ADVANCES = [
  19, 24, 33, 53, 49, 90, 65, 15, 30, 32, 42, 39, 16, 25, 16, 29, 49, 30, 46, 45, 49, 48, 49, 39, 48, 49, 18,
  16, 39, 39, 39, 35, 84, 51, 52, 51, 53, 42, 40, 53, 54, 26, 34, 52, 40, 75, 59, 54, 52, 54, 52, 49, 44, 54,
  50, 77, 54, 54, 42, 30, 30, 30, 47, 47, 28, 47, 50, 46, 50, 45, 32, 47, 49, 25, 27, 47, 25, 71, 49, 47, 50,
  50, 38, 43, 32, 49, 47, 71, 47, 49, 39, 29, 24, 28, 39,
];
const UNKNOWN_ADVANCE = 62;

/** Width of a line of title lettering in em. */
export function titleWidth(text: string): number {
  let width = 0;
  // Accents take no room of their own.
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    width += ADVANCES[code - 32] ?? UNKNOWN_ADVANCE;
  }
  return width / 100;
}

/** The room that a title has on a tile; lengths in the units of the tile's width. */
export interface TitleBox {
  width: number;
  height: number;
  maxLines: number;
  /** Largest and smallest font size, in the units of width. */
  maxSize: number;
  minSize: number;
}

/** A title as it is set: its lines from top to bottom, and the font size in the units of the tile's width. */
export interface FittedTitle {
  lines: string[];
  size: number;
}

/** Distance between baselines, in em. */
export const TITLE_LEADING = 0.94;

/** Words that lean on the next one; a line that ends with one reads like a stumble. */
const LEANING = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);
const CLUMSY = 1.14;

/** Words of a title with what the line breaker asks of them again and again. */
interface Measured {
  words: readonly string[];
  /** ends[w]: width of the first w words, each followed by a space, in em. */
  ends: readonly number[];
  /** colons[w]: how many of the first w words end with a colon. */
  colons: readonly number[];
}

const SPACE = titleWidth(' ');

function measure(words: readonly string[]): Measured {
  const ends = [0];
  const colons = [0];
  for (const word of words) {
    ends.push(ends[ends.length - 1] + titleWidth(word) + SPACE);
    colons.push(colons[colons.length - 1] + (word.endsWith(':') ? 1 : 0));
  }
  return { words, ends, colons };
}

/** Width of a line, made longer in the balance where it breaks badly: after a leaning word, or across a colon. */
function lineCost({ words, ends, colons }: Measured, from: number, to: number): number {
  const inner = colons[to - 1] > colons[from];
  const leans = to < words.length && LEANING.has(words[to - 1].toLowerCase());
  return (ends[to] - ends[from] - SPACE) * (inner ? CLUMSY : 1) * (leans ? CLUMSY : 1);
}

/** Splits words over 1, 2, ... maxLines lines, each time so that the widest line is as narrow as can be. */
function balance(measured: Measured, maxLines: number): string[][] {
  const { words } = measured;
  // best[l][w]: narrowest widest line for the first w words on l lines; cut[l][w]: where its last line begins.
  const best: number[][] = [[0]];
  const cut: number[][] = [[]];
  const settings: string[][] = [];
  for (let line = 1; line <= Math.min(maxLines, words.length); line++) {
    best.push([]);
    cut.push([]);
    for (let w = line; w <= words.length; w++) {
      best[line][w] = Number.POSITIVE_INFINITY;
      for (let from = line - 1; from < w; from++) {
        const before = best[line - 1][from];
        if (before === undefined) continue;
        const widest = Math.max(before, lineCost(measured, from, w));
        if (widest < best[line][w]) {
          best[line][w] = widest;
          cut[line][w] = from;
        }
      }
    }
    const lines: string[] = [];
    for (let l = line, end = words.length; l > 0; l--) {
      const from = cut[l][end];
      lines.unshift(words.slice(from, end).join(' '));
      end = from;
    }
    settings.push(lines);
  }
  return settings;
}

const ELLIPSIS = '…';

/** The line cut after its last whole word that leaves room for an ellipsis; a single long word is cut anywhere. */
function shorten(text: string, width: number): string {
  const fits = (kept: string) => titleWidth(kept + ELLIPSIS) <= width;
  let kept = text;
  while (!fits(kept) && kept.includes(' ')) kept = kept.slice(0, kept.lastIndexOf(' '));
  while (!fits(kept) && kept.length > 1) kept = kept.slice(0, -1);
  return kept.replace(/[\s:,;.&(–—-]+$/, '') + ELLIPSIS;
}

/** Fills lines one after the other at the smallest size; what is left over becomes an ellipsis. */
function truncate(words: readonly string[], box: TitleBox): FittedTitle {
  const limit = box.width / box.minSize;
  const room = Math.max(1, Math.min(box.maxLines, Math.floor(box.height / (box.minSize * TITLE_LEADING))));
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < words.length; i++) {
    const longer = line ? `${line} ${words[i]}` : words[i];
    if (titleWidth(longer) <= limit) {
      line = longer;
      continue;
    }
    if (lines.length === room - 1 || (!line && titleWidth(words[i]) > limit)) {
      lines.push(shorten(longer, limit));
      return { lines: lines.slice(0, room), size: box.minSize };
    }
    lines.push(line);
    line = words[i];
    if (titleWidth(line) > limit) {
      lines.push(shorten(line, limit));
      return { lines: lines.slice(0, room), size: box.minSize };
    }
  }
  lines.push(line);
  return { lines, size: box.minSize };
}

/** The largest setting of a title in a box: 1 to maxLines balanced lines, or, if even minSize is too large, shortened. */
export function fitTitle(title: string, box: TitleBox): FittedTitle {
  const words = title.trim().split(/\s+/).filter(Boolean);
  let chosen: FittedTitle | null = null;
  for (const lines of balance(measure(words), box.maxLines)) {
    const widest = Math.max(...lines.map(titleWidth), 0.01);
    const size = Math.min(box.maxSize, box.width / widest, box.height / (lines.length * TITLE_LEADING));
    // A further line must earn its place: a little larger is not worth a ragged column.
    if (!chosen || size > chosen.size * 1.08) chosen = { lines, size };
  }
  if (chosen && chosen.size >= box.minSize)
    return { lines: chosen.lines, size: Math.round(chosen.size * 10) / 10 };
  return truncate(words, box);
}
