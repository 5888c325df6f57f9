import { filmOfRoute } from '../../common/film/film-address';

/** What the screen of each route is called; the films' pages are called after their films. */
export const SCREEN_NAMES = {
  '/rate': 'Rate',
  '/for-you': 'For you',
  '/want-to-see': 'Want to see',
  '/my-ratings': 'My ratings',
  '/my-ratings/history': 'History',
  '/my-model': 'My model',
  '/compare': 'Compare',
  '/talk': 'Talk',
  '/talk/notes': 'Speaker’s notes',
  '/your-data': 'Your data',
  '/your-data/import': 'Bring your ratings',
  '/about': 'About',
} as const;

/**
 * What the document is called on a screen: "For you · Weightless".
 * @param route without what a screen keeps behind "?"
 * @param nameOf a film by its MovieLens id, as it is called with its year; null as long as the films are not there, undefined
 *   where there is no such film
 */
export function documentTitle(route: string, nameOf: (movieId: number) => string | null | undefined): string {
  const own = 'Weightless';
  if (route === '/' || route === '') return own;
  const movieId = filmOfRoute(route);
  const name = movieId === undefined ? (SCREEN_NAMES as Record<string, string>)[route] : nameOf(movieId);
  if (name === null) return own;
  return `${name ?? (route.startsWith('/film/') ? 'No such film' : 'No such page')} · ${own}`;
}
