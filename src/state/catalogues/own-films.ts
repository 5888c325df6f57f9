import { nameKeys } from '../../data/match/name-keys';
import {
  MAX_OWN_FILMS,
  mergeOwnFilms,
  type OwnFilm,
  OwnFilmsError,
  ownFilmId,
  readOwnFilms,
  writeOwnFilms,
} from '../../events/own-film';
import { OWN_FILMS, type Settings } from '../../storage/settings';
import { toStorageError } from '../../storage/storage-error';
import * as words from '../../words/en/catalogues/own-films';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';

/** What a person tells of a film. */
export type OwnFilmFacts = Omit<OwnFilm, 'movieId'>;

/** Films that no catalogue has, added by hand for everybody in this browser (`app.ownFilms()`). */
export interface OwnFilmsActions {
  /** The film here that goes by that title in that year, or in an unknown one; null where there is none. */
  sameFilm(facts: Pick<OwnFilm, 'title' | 'year'>): number | null;
  /** Adds a film, here and in the other tabs. Never rejects. @returns its catalogue index, or why it was not added, for a person */
  add(facts: OwnFilmFacts): Promise<number | string>;
  /** Changes what is known of a film; what was said of it stays said. Never rejects. @returns null when done, else why not */
  correct(movieId: number, facts: OwnFilmFacts): Promise<string | null>;
  /**
   * Takes a film away. What was said of it waits in the log, and counts again should the film be added again by the same title
   * and year. Never rejects. @returns null when done, else why not
   */
  remove(movieId: number): Promise<string | null>;
}

/** What the actions need from the rest of the app. */
interface OwnFilmsParts {
  dependencies: Pick<AppDependencies, 'logger'>;
  storage: { settings: Settings };
  tabs: { sayFilms(): void };
  /** The library in use. */
  library(): Library;
  /** Puts it to use with the films that are then stored. Rejects with a StorageError. */
  films: { readAnew(): Promise<void> };
}

/** The actions; nothing is read before a call. */
export function createOwnFilms({
  dependencies,
  storage,
  tabs,
  library,
  films,
}: OwnFilmsParts): OwnFilmsActions {
  const change = async (how: (known: OwnFilm[]) => OwnFilm[]): Promise<string | null> => {
    try {
      await storage.settings.update(OWN_FILMS, (stored) =>
        writeOwnFilms(mergeOwnFilms([], how(readOwnFilms(stored)))),
      );
      tabs.sayFilms();
      await films.readAnew();
      return null;
    } catch (error) {
      dependencies.logger.warn('Films added by hand could not be changed.', error);
      return error instanceof OwnFilmsError ? error.message : toStorageError(error).message;
    }
  };
  return {
    sameFilm: (facts) => sameFilm(library().catalogue, facts),
    async add(facts) {
      let id = 0;
      const failure = await change((known) => {
        const others = known.filter(({ title, year }) => title !== facts.title || year !== facts.year);
        if (others.length >= MAX_OWN_FILMS) throw new OwnFilmsError(words.noRoom(MAX_OWN_FILMS));
        id = ownFilmId(facts, new Set(others.map(({ movieId }) => movieId)));
        return [...known, { movieId: id, ...facts }];
      });
      return failure ?? library().itemOf.get(id) ?? words.afterReload;
    },
    correct: (movieId, facts) =>
      change((known) => known.map((film) => (film.movieId === movieId ? { movieId, ...facts } : film))),
    remove: (movieId) => change((known) => known.filter((film) => film.movieId !== movieId)),
  };
}

/** See `OwnFilmsActions.sameFilm`. */
function sameFilm(
  { title, alternateTitles, year }: { title: string[]; alternateTitles: string[][]; year: Uint16Array },
  film: Pick<OwnFilm, 'title' | 'year'>,
): number | null {
  const { loose } = nameKeys(film.title);
  if (loose === '') return null;
  const isNamed = (name: string) => nameKeys(name).loose === loose;
  const found = title.findIndex(
    (name, item) =>
      (film.year === 0 || year[item] === 0 || year[item] === film.year) &&
      (isNamed(name) || alternateTitles[item].some(isNamed)),
  );
  return found < 0 ? null : found;
}
