import { withFilms } from '../../data/films/own-films';
import { readOwnFilms } from '../../events/own-film';
import { withAddedFilms } from '../../wnn/network/added-films';
import type { Library } from './library';

/**
 * A library with films added by hand behind its own, which stay as they are.
 * @param base without any @param stored as they are kept in the settings
 * @throws OwnFilmsError where a newer version stored them
 */
export function withOwnFilms(base: Library, stored: unknown): Library {
  const films = readOwnFilms(stored);
  if (films.length === 0) return base;
  const catalogue = withFilms(base.catalogue, films);
  const network = withAddedFilms(base.network, base.catalogue, catalogue);
  const itemOf = new Map(base.itemOf);
  films.forEach(({ movieId }, n) => {
    itemOf.set(movieId, base.catalogue.count + n);
  });
  const own = { films, stored, base };
  return { ...base, catalogue, network, effects: network.effects, itemOf, own };
}
