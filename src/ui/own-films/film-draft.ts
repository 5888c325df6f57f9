import { EARLIEST_YEAR, isTitle, isYear, LATEST_YEAR, MAX_TITLE, type OwnFilm } from '../../events/own-film';
import type { OwnFilmFacts } from '../../state/catalogues/own-films';
import * as words from '../../words/en/own-films/form';

/** A film as a person is writing it down. */
export interface FilmDraft {
  title: string;
  year: string;
  /** Names of GENRES. */
  genres: string[];
  /** A link or id of IMDb or TMDB. */
  link: string;
}

/** What is wrong with a draft, by field, for a person. */
export type DraftProblems = Partial<Record<'title' | 'year' | 'link', string>>;

/** A draft from what was searched for: "Anora 2024" and "Anora (2024)" have a year. */
export function draftOfQuery(query: string): FilmDraft {
  const found = /^(.+?)[\s,]+\(?((?:18|19|20)\d\d)\)?$/.exec(query.trim());
  const [title, year] = found ? [found[1], found[2]] : [query.trim(), ''];
  return { title: title.slice(0, MAX_TITLE), year, genres: [], link: '' };
}

/** A draft of a film that is there already. */
export function draftOfFilm({ title, year, genres, imdbId, tmdbId }: OwnFilm): FilmDraft {
  const tmdb = tmdbId > 0 ? `themoviedb.org/movie/${tmdbId}` : '';
  const link = imdbId > 0 ? `tt${String(imdbId).padStart(7, '0')}` : tmdb;
  return { title, year: year > 0 ? String(year) : '', genres, link };
}

/** Ids that a link or a bare id names; null where it names none. Nothing is looked up. */
export function idsOf(link: string): Pick<OwnFilm, 'imdbId' | 'tmdbId'> | null {
  const text = link.trim();
  if (text === '') return { imdbId: 0, tmdbId: 0 };
  const imdb = /(?:^|\/)tt(\d{5,9})(?:$|[/?#])/.exec(text);
  if (imdb) return { imdbId: Number(imdb[1]), tmdbId: 0 };
  const tmdb = /themoviedb\.org\/movie\/(\d{1,9})(?:$|[-/?#])/.exec(text);
  return tmdb ? { imdbId: 0, tmdbId: Number(tmdb[1]) } : null;
}

/** The film that a draft describes, or what is wrong with it. */
export function readDraft(draft: FilmDraft): { facts: OwnFilmFacts } | { problems: DraftProblems } {
  const title = draft.title.trim().replace(/\s+/gu, ' ');
  const year = draft.year.trim() === '' ? 0 : Number(draft.year.trim());
  const ids = idsOf(draft.link);
  const problems: DraftProblems = {
    ...(isTitle(title)
      ? {}
      : {
          title: title === '' ? words.noTitle : words.titleUnshown,
        }),
    ...(isYear(year) ? {} : { year: words.yearWrong(EARLIEST_YEAR, LATEST_YEAR) }),
    ...(ids ? {} : { link: words.linkWrong }),
  };
  if (!ids || Object.keys(problems).length > 0) return { problems };
  return { facts: { title, year, genres: draft.genres, ...ids } };
}
