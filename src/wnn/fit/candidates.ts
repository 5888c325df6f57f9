import type { Random } from '../../lib/random';
import type { Retina, RetinaFamily } from '../network/retina';

/** How a candidate node's tuple is drawn. */
type CandidateKind =
  | 'content'
  | 'keywords'
  | 'genres'
  | 'genre-and-field'
  | 'field'
  | 'mixed-codes'
  | 'codes';

/** The tuple of a candidate node. */
export interface Candidate {
  /** Distinct retina bits, ascending. */
  bits: Uint16Array;
}

/** How many candidates of each kind to draw. */
export type CandidateStrata = Partial<Record<CandidateKind, number>>;

const FIELDS: RetinaFamily[] = ['year', 'runtime', 'quality', 'fame', 'language'];

/**
 * Draws candidate nodes of several kinds (docs/model.md, Candidates).
 * @param codeBits bits of the retina that hold collaborative codes; none for public facts alone.
 */
export function drawCandidates(
  retina: Pick<Retina, 'bits'>,
  codeBits: readonly number[],
  strata: CandidateStrata,
  random: Random,
): Candidate[] {
  const isCode = new Set(codeBits);
  const family = (name: RetinaFamily) =>
    retina.bits.flatMap((bit, index) => (bit.family === name && !isCode.has(index) ? [index] : []));
  const genres = family('genre');
  const keywords = family('keyword');
  const fields = FIELDS.map(family).filter((bits) => bits.length > 0);
  const content = [...genres, ...fields.flat()];
  const some = (from: readonly number[], least: number, most: number) => {
    const size = Math.min(from.length, least + random.integer(most - least + 1));
    return random.shuffle([...from]).slice(0, size);
  };
  const oneOf = <T>(list: readonly T[]) => list[random.integer(list.length)];
  const draw: Record<CandidateKind, () => number[]> = {
    content: () => some(content, 4, 28),
    keywords: () => [...some(content, 0, 12), ...some(keywords, 6, 40)],
    genres: () => some(genres, 4, 10),
    'genre-and-field': () => [...some(genres, 1, 8), ...some(oneOf(fields) ?? [], 1, 5)],
    field: () => [...some(oneOf(fields) ?? [], 1, 5), ...some(oneOf(fields) ?? [], 0, 5)],
    'mixed-codes': () => [...some(content, 2, 16), ...some(codeBits, 2, 10)],
    codes: () => some(codeBits, 4, 12),
  };
  // Two kinds that were tried and left out drew here. Their draws stay, so that a seed still gives the network that is shipped.
  random.shuffle([...content, ...keywords]);
  random.shuffle([...codeBits]);
  const candidates: Candidate[] = [];
  for (const kind of Object.keys(strata) as CandidateKind[]) {
    for (let n = 0; n < (strata[kind] ?? 0); n++) {
      const bits = draw[kind]();
      if (bits.length > 0) candidates.push({ bits: Uint16Array.from(new Set(bits)).sort() });
    }
  }
  return candidates;
}
