import { type Catalogue, GENRES } from '../../data/catalogue';
import type { Network } from '../network/network';
import { COUNT, type Memory, STRIDE } from '../personal/memory';

/**
 * How much of the network speaks of each film from the person's own clicks: the share, 0..1, of the nodes that the film
 * leads to a cell with something written in it.
 * @returns length itemCount
 */
export function familiarity(network: Network, memory: Memory): Float64Array {
  const { bank } = network;
  const { nodeCount, itemCount, cell, firstCell } = bank;
  const speaking = new Uint16Array(itemCount);
  const written = new Uint8Array(itemCount + 1);
  for (let t = 0; t < nodeCount; t++) {
    const first = firstCell[t];
    let any = 0;
    for (let local = 1; local <= firstCell[t + 1] - first; local++) {
      written[local] = memory.cells[STRIDE * (first + local) + COUNT] > 0 ? 1 : 0;
      any |= written[local];
    }
    // NO_CELL is 0, which is never written.
    if (any) addFlags(speaking, written, cell, t * itemCount);
  }
  return Float64Array.from(speaking, (nodes) => (nodeCount > 0 ? nodes / nodeCount : 0));
}

/** The hot loop, by itself so that engines compile it alone. */
function addFlags(sums: Uint16Array, flags: Uint8Array, cell: Uint16Array, row: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] += flags[cell[row + i]];
}

/** From this familiarity on the model can tell something of its own about a film. */
export const CAN_TELL = 0.6;

/** Some films of one kind, and how many of them the model can already tell about. */
export interface Region {
  films: number;
  told: number;
}

/** A genre's row of the map. */
export interface GenreKnowledge extends Region {
  genre: string;
  /** By period, as in `PERIODS`. */
  periods: Region[];
}

/** Columns of the map; a film without a year belongs to its genre only. */
export const PERIODS = [
  { label: 'before 1960', short: '–59', from: 1 },
  { label: '1960s', short: '60s', from: 1960 },
  { label: '1970s', short: '70s', from: 1970 },
  { label: '1980s', short: '80s', from: 1980 },
  { label: '1990s', short: '90s', from: 1990 },
  { label: '2000s', short: '00s', from: 2000 },
  { label: '2010s', short: '10s', from: 2010 },
] as const;

/** How many films the model can tell about: in all, by genre, by genre and period. Genres without films are left out. */
export function knowledgeMap(
  catalogue: Catalogue,
  familiar: Float64Array,
): { all: Region; genres: GenreKnowledge[] } {
  const none = (): Region => ({ films: 0, told: 0 });
  const all = none();
  const genres = GENRES.map((genre) => ({ genre: genre as string, ...none(), periods: PERIODS.map(none) }));
  for (let i = 0; i < catalogue.count; i++) {
    const told = familiar[i] >= CAN_TELL ? 1 : 0;
    const period = PERIODS.findLastIndex(({ from }) => catalogue.year[i] >= from);
    const regions: Region[] = [all];
    for (let g = 0; g < genres.length; g++) {
      if (((catalogue.genres[i] >>> g) & 1) === 0) continue;
      regions.push(genres[g]);
      if (period >= 0) regions.push(genres[g].periods[period]);
    }
    for (const region of regions) {
      region.films++;
      region.told += told;
    }
  }
  return { all, genres: genres.filter(({ films }) => films > 0) };
}
