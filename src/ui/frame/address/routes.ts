import * as words from '../../../words/en/frame/titles';
import { filmOfRoute } from '../../common/film/film-address';

/** What the screen of each route is called; the films' pages are called after their films. */
export const SCREEN_NAMES = {
  '/rate': words.rate,
  '/for-you': words.forYou,
  '/want-to-see': words.wantToSee,
  '/my-ratings': words.myRatings,
  '/my-ratings/history': words.history,
  '/my-model': words.myModel,
  '/compare': words.compare,
  '/talk': words.talk,
  '/talk/notes': words.talkNotes,
  '/your-data': words.yourData,
  '/your-data/import': words.bringRatings,
  '/about': words.about,
} as const;

/**
 * What the document is called on a screen: "For you · Weightless".
 * @param route without what a screen keeps behind "?"
 * @param nameOf a film by its MovieLens id, as it is called with its year; null as long as the films are not there, undefined
 *   where there is no such film
 */
export function documentTitle(route: string, nameOf: (movieId: number) => string | null | undefined): string {
  if (route === '/' || route === '') return words.appName;
  const movieId = filmOfRoute(route);
  const name = movieId === undefined ? (SCREEN_NAMES as Record<string, string>)[route] : nameOf(movieId);
  if (name === null) return words.appName;
  return `${name ?? (route.startsWith('/film/') ? words.noSuchFilm : words.noSuchPage)} · ${words.appName}`;
}
