import { type Catalogue, NO_VOTE_AVERAGE } from '../../data/catalogue';
import { hasBit, type Retina, type RetinaBit, type RetinaFamily } from '../network/retina';
import { bitName } from './traits';

/** One line of the picture of a film's bits: a bit that is set, or a whole thermometer. */
export interface RetinaRow {
  /** "Horror", "1979", "117 minutes". */
  label: string;
  /** Retina bits in order, and whether each is set. */
  bits: { bit: number; on: boolean }[];
}

/** Longest label that fits beside the bits. */
const MAX_LABEL = 22;
/** What stands for keywords that are not shown by name. */
const OTHERS = 'other keywords';

/** The film's retina for a picture: set bits one by one, thermometers as a whole. */
export function retinaRows(catalogue: Catalogue, retina: Retina, item: number): RetinaRow[] {
  const all = filmBits(retina, item);
  // Keywords of one name, and those that are not shown by name, are one row.
  const named = (of: RetinaFamily): RetinaRow[] => {
    const rows = new Map<string, RetinaRow>();
    for (const { bit, on, ...one } of all) {
      if (one.family !== of || !on) continue;
      const label = bitName(one) ?? OTHERS;
      const row = rows.get(label) ?? { label: shortened(label), bits: [] };
      row.bits.push({ bit, on });
      rows.set(label, row);
    }
    const others = rows.get(OTHERS);
    rows.delete(OTHERS);
    return [...rows.values(), ...(others ? [others] : [])];
  };
  const thermometer = (of: RetinaFamily, label: string): RetinaRow => ({
    label,
    bits: all.filter(({ family }) => family === of).map(({ bit, on }) => ({ bit, on })),
  });
  const { year, runtime, voteAverage, voteCount } = catalogue;
  const average = voteAverage[item];
  return [
    ...named('genre'),
    thermometer('year', year[item] > 0 ? String(year[item]) : 'year unknown'),
    thermometer('runtime', runtime[item] > 0 ? `${runtime[item]} minutes` : 'length unknown'),
    thermometer('quality', average === NO_VOTE_AVERAGE ? 'no votes' : `rated ${(average / 10).toFixed(1)}`),
    thermometer('fame', `${voteCount[item].toLocaleString('en')} votes`),
    ...named('language'),
    ...named('keyword'),
  ];
}

function shortened(label: string): string {
  return label.length <= MAX_LABEL ? label : `${label.slice(0, MAX_LABEL - 1).trimEnd()}…`;
}

/**
 * What a film answers a node, yes before no: of several keywords of one name, yes where one is. Of each thermometer only the highest bit set and the lowest one not set:
 * the others follow from these.
 */
export function tellingAnswers(
  retina: Retina,
  item: number,
  bits: ArrayLike<number>,
): { label: string; on: boolean }[] {
  const answers = filmBits(retina, item, bits);
  const telling = answers.filter(({ family, atLeast, on }) => {
    if (atLeast === undefined) return true;
    return !answers.some(
      (other) =>
        other.family === family &&
        other.on === on &&
        other.atLeast !== undefined &&
        (on ? other.atLeast > atLeast : other.atLeast < atLeast),
    );
  });
  const told = new Map<string, { label: string; on: boolean }>();
  for (const { on, ...bit } of telling) {
    const label = bitName(bit) ?? OTHERS;
    if (on || !told.has(label)) told.set(label, { label, on });
  }
  return [...told.values()].sort((a, b) => Number(b.on) - Number(a.on));
}

/** What a node looks at, in short: "Horror and 11 more"; the first bit that has a name. @param bits at least one */
export function lookedAt({ bits: all }: Retina, bits: ArrayLike<number>): string {
  const names = Array.from(bits, (bit) => bitName(all[bit])).filter((name) => name !== null);
  return `${names[0] ?? 'a keyword'}${bits.length > 1 ? ` and ${bits.length - 1} more` : ''}`;
}

/** One bit of a film's retina: its index, what it says, and whether it is set for the film. */
interface FilmBit extends RetinaBit {
  bit: number;
  on: boolean;
}

/**
 * The bits of one film with what they say.
 * @param item index into the catalogue. @param bits which bits; all by default, in the retina's order.
 */
function filmBits(
  retina: Retina,
  item: number,
  bits: ArrayLike<number> = retina.bits.map((_, bit) => bit),
): FilmBit[] {
  return Array.from(bits, (bit) => ({ ...retina.bits[bit], bit, on: hasBit(retina, item, bit) }));
}
