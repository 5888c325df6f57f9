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
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code < 0x370) continue;
    width += ADVANCES[code - 32] ?? UNKNOWN_ADVANCE;
  }
  return width / 100;
}

export interface TitleBox {
  width: number;
  height: number;
  maxLines: number;
  /** Largest and smallest font size, in the units of width. */
  maxSize: number;
  minSize: number;
}

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

/** Width of a line, made longer in the balance where it breaks badly: after a leaning word, or across a colon. */
function lineCost(words: readonly string[], from: number, to: number): number {
  const inner = words.slice(from, to - 1).some((word) => word.endsWith(':'));
  const leans = to < words.length && LEANING.has(words[to - 1].toLowerCase());
  return titleWidth(words.slice(from, to).join(' ')) * (inner ? CLUMSY : 1) * (leans ? CLUMSY : 1);
}

/** Splits words over exactly `count` lines so that the widest line is as narrow as can be; null if there are too few words. */
function balance(words: readonly string[], count: number): string[] | null {
  if (count > words.length) return null;
  // best[l][w]: narrowest widest line for the first w words on l lines.
  const best: number[][] = [[0]];
  const cut: number[][] = [[]];
  for (let line = 1; line <= count; line++) {
    best.push([]);
    cut.push([]);
    for (let w = line; w <= words.length; w++) {
      best[line][w] = Number.POSITIVE_INFINITY;
      for (let from = line - 1; from < w; from++) {
        const widest = Math.max(best[line - 1][from] ?? Number.POSITIVE_INFINITY, lineCost(words, from, w));
        if (widest < best[line][w]) {
          best[line][w] = widest;
          cut[line][w] = from;
        }
      }
    }
  }
  const lines: string[] = [];
  for (let line = count, end = words.length; line > 0; line--) {
    const from = cut[line][end];
    lines.unshift(words.slice(from, end).join(' '));
    end = from;
  }
  return lines;
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
  for (let count = 1; count <= box.maxLines; count++) {
    const lines = balance(words, count);
    if (!lines) break;
    const widest = Math.max(...lines.map(titleWidth), 0.01);
    const size = Math.min(box.maxSize, box.width / widest, box.height / (count * TITLE_LEADING));
    // A further line must earn its place: a little larger is not worth a ragged column.
    if (!chosen || size > chosen.size * 1.08) chosen = { lines, size };
  }
  if (chosen && chosen.size >= box.minSize)
    return { lines: chosen.lines, size: Math.round(chosen.size * 10) / 10 };
  return truncate(words, box);
}
