import { join } from 'node:path';
import { BUNDLED_FILES, readBundledFiles, readBytes } from '../../src/cli/files';
import { unpackBundled } from '../../src/data/bundled/unpack-bundled';
import type { Catalogue } from '../../src/data/catalogue';
import { bundledData } from '../../src/packs/public-data';
import { shareCell } from '../../src/wnn/inspect/network-view';
import type { Network } from '../../src/wnn/network/network';
import { NO_CELL } from '../../src/wnn/network/node-bank';
import { hasBit } from '../../src/wnn/network/retina';
import { PersonalModel } from '../../src/wnn/personal/personal-model';

/** A film of the bundled catalogue. */
export interface Film {
  item: number;
  title: string;
  year: number;
}

/** The films that the pictures are about, by what they are there for. */
export interface Cast {
  /** The one that is liked. */
  liked: Film;
  sequel: Film;
  /** Shares the node's cell with the liked film. */
  near: Film;
  /** Share the liked film's cell neither, for two reasons. */
  half: Film;
  far: Film;
  famous: Film;
  /** Liked before, by whoever forgets. */
  before: Film;
}

/** What the pictures show: the network that ships, and one node of it that is easily told. */
export interface Example {
  catalogue: Catalogue;
  network: Network;
  cast: Cast;
  node: number;
}

/** @throws Error if the bundled catalogue does not have it just once */
function filmOf({ title, year }: Catalogue, name: string, inYear: number): Film {
  const found = title.flatMap((each, item) => (each === name && year[item] === inYear ? [item] : []));
  if (found.length !== 1) throw new Error(`${name} (${inYear}) is ${found.length} times in the catalogue.`);
  return { item: found[0], title: name, year: inYear };
}

/**
 * Among the nodes that order lists: reads genres alone, leads the liked film and the near one to one cell with more than one
 * genre in it, and the others elsewhere; the smallest such node.
 * @throws Error if there is none
 */
function nodeToTell(network: Network, { liked, near, half, far, before }: Cast): number {
  const { ranking, retina, tuples } = network;
  const fits = ({ bits, readsCodes }: Network['tuples'][number], t: number) =>
    !readsCodes &&
    ranking.liked[t] > 0 &&
    bits.length > 0 &&
    [...bits].every((bit) => retina.bits[bit].family === 'genre') &&
    [...bits].filter((bit) => hasBit(retina, liked.item, bit)).length > 1 &&
    [near, before].every(({ item }) => shareCell(network, t, liked.item, item)) &&
    ![half, far].some(({ item }) => shareCell(network, t, liked.item, item));
  const found = tuples.flatMap((tuple, t) => (fits(tuple, t) ? [t] : []));
  if (found.length === 0)
    throw new Error('No node of the network that ships is told as easily: choose other films in example.ts.');
  return found.reduce((a, b) => (tuples[b].bits.length < tuples[a].bits.length ? b : a));
}

/** Reads what ships. */
export function readExample(): Example {
  const network = readBytes(join(BUNDLED_FILES.films, '..', 'network-hybrid.bin'));
  const data = bundledData(unpackBundled(readBundledFiles()), network);
  const { catalogue } = data;
  const cast: Cast = {
    liked: filmOf(catalogue, 'Star Wars: Episode IV - A New Hope', 1977),
    sequel: filmOf(catalogue, 'Star Wars: Episode V - The Empire Strikes Back', 1980),
    near: filmOf(catalogue, 'Blade Runner', 1982),
    half: filmOf(catalogue, 'Alien', 1979),
    far: filmOf(catalogue, 'Forrest Gump', 1994),
    famous: filmOf(catalogue, 'The Shawshank Redemption', 1994),
    before: filmOf(catalogue, 'The Matrix', 1999),
  };
  return { catalogue, network: data.network, cast, node: nodeToTell(data.network, cast) };
}

/** A model that was told likes of these films, one after the other. */
export function modelOf({ network }: Example, likes: readonly Film[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const { item } of likes) model.answer(item, 'like');
  return model;
}

/** The cell of a film in a node: its number there from 1, or `NO_CELL`, and its number over all nodes. */
export function cellOf(
  { network: { bank } }: Example,
  node: number,
  { item }: Film,
): { local: number; id: number } {
  const local = bank.cell[node * bank.itemCount + item];
  return { local, id: local === NO_CELL ? 0 : bank.firstCell[node] + local };
}
