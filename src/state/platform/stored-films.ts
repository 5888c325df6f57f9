import { OWN_FILMS, type Settings } from '../../storage/settings';
import type { AppDependencies } from './dependencies';
import type { Library } from './library';

/**
 * A library with the films that were added by hand in this browser; without them where they cannot be read. Never rejects.
 * @param base without any
 */
export async function withStoredFilms(
  base: Library,
  settings: Pick<Settings, 'get'>,
  logger: AppDependencies['logger'],
): Promise<Library> {
  try {
    const stored = await settings.get(OWN_FILMS);
    return stored === undefined ? base : (await import('./own-library')).withOwnFilms(base, stored);
  } catch (error) {
    logger.warn('Films added by hand could not be read.', error);
    return base;
  }
}
