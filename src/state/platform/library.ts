import type { OwnFilm } from '../../events/own-film';
import type { PackManifest } from '../../packs/pack-format';
import type { PublicData } from '../../packs/public-data';

/** Which catalogue a library is of: the bundled one, or a kept one by its id (storage/catalogues) and what it says of itself. */
export type LibrarySource = { kind: 'bundled' } | { kind: 'pack'; id: string; about: PackManifest };

/** Id of the kept catalogue that a library is of; null for the bundled one, and where there is none. */
export function idOf(library: Pick<Library, 'source'> | null): string | null {
  return library?.source.kind === 'pack' ? library.source.id : null;
}

/** Everything public: the same for all profiles, never changed by a click. */
export interface Library extends PublicData {
  source: LibrarySource;
  /** Whether a catalogue was ever chosen in this browser: that a saved model is of another network is no news then. */
  wasChosen: boolean;
  /** MovieLens id -> item. */
  itemOf: ReadonlyMap<number, number>;
  /** Films added by hand, which come last, as they are stored; left out where there are none. */
  own?: { films: readonly OwnFilm[]; stored: unknown; base: Library };
}

/** A library of public data. */
export function libraryOf(source: LibrarySource, data: PublicData): Library {
  const itemOf = new Map<number, number>();
  data.catalogue.movieId.forEach((movieId, item) => {
    itemOf.set(movieId, item);
  });
  return { ...data, source, wasChosen: source.kind === 'pack', itemOf };
}

/** The library without films added by hand. */
export function baseOf(library: Library): Library {
  return library.own?.base ?? library;
}
