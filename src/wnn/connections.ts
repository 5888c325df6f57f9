import type { Random } from '../lib/random';
import type { Retina, RetinaFamily } from './retina';

/** What a node looks at, in one word: how its tuple was drawn. */
export type NodeKind = 'content' | 'keywords' | 'genres' | 'genre-and-field' | 'single';

/** The n-tuple of retina bits that addresses one RAM node. */
export interface Tuple {
  kind: NodeKind;
  /** Distinct retina bits, ascending. */
  bits: Uint16Array;
}

/** How many nodes of each kind to draw. */
export type Strata = Record<NodeKind, number>;

/** The strata of the shipped, unlearned network. */
export const DEFAULT_STRATA: Strata = {
  content: 72,
  keywords: 32,
  genres: 40,
  'genre-and-field': 40,
  single: 8,
};

const FIELDS: RetinaFamily[] = ['year', 'runtime', 'quality', 'fame', 'language'];

/**
 * Draws connections at random within strata, so that each kind of question is asked (Aleksander's n-tuples,
 * stratified). The same retina layout, strata and seed give the same tuples.
 */
export function drawConnections(retina: Retina, random: Random, strata: Strata = DEFAULT_STRATA): Tuple[] {
  const family = (name: RetinaFamily) =>
    retina.bits.flatMap((bit, index) => (bit.family === name ? [index] : []));
  const genres = family('genre');
  const keywords = family('keyword');
  const fields = FIELDS.map(family).filter((bits) => bits.length > 0);
  const content = [...genres, ...fields.flat()];
  const some = (from: number[], least: number, most: number) => {
    const size = Math.min(from.length, least + random.integer(most - least + 1));
    return random.shuffle([...from]).slice(0, size);
  };
  const draw: Record<NodeKind, () => number[]> = {
    content: () => some(content, 6, 20),
    keywords: () => [...some(content, 2, 8), ...some(keywords, 6, 24)],
    genres: () => some(genres, 4, 10),
    'genre-and-field': () => [
      ...some(genres, 3, 8),
      ...some(fields[random.integer(fields.length)] ?? genres, 1, 4),
    ],
    single: () => some(content, 1, 1),
  };
  const tuples: Tuple[] = [];
  for (const kind of Object.keys(strata) as NodeKind[]) {
    for (let n = 0; n < strata[kind]; n++) {
      tuples.push({ kind, bits: Uint16Array.from(draw[kind]()).sort() });
    }
  }
  return tuples;
}
