import type { Catalogue } from '../catalogue';
import { titleKeys, titleWords } from '../search/title-words';

/**
 * Adds to films of one catalogue what another knows of the same films: TMDB and IMDb ids, language, runtime, votes,
 * keywords, series and TMDB genres. Films are the same where their TMDB ids are equal, or, without one, where a title is equal
 * but for spelling and the years are at most one apart; of films of one name each takes the facts of another one or none.
 * @param catalogue is changed in place; it should have none of these facts yet.
 */
export function enrichCatalogue(catalogue: Catalogue, known: Catalogue): void {
  const matches = matchFilms(catalogue, known);
  catalogue.languages = known.languages;
  catalogue.keywords = known.keywords;
  catalogue.tmdbGenreNames = known.tmdbGenreNames;
  catalogue.collections = known.collections;
  const keywordIds: number[] = [];
  matches.forEach((match, i) => {
    if (match >= 0) {
      catalogue.tmdbId[i] ||= known.tmdbId[match];
      catalogue.imdbId[i] ||= known.imdbId[match];
      catalogue.language[i] = known.language[match];
      catalogue.runtime[i] = known.runtime[match];
      catalogue.voteAverage[i] = known.voteAverage[match];
      catalogue.voteCount[i] = known.voteCount[match];
      catalogue.tmdbGenres[i] = known.tmdbGenres[match];
      catalogue.collection[i] = known.collection[match];
      for (let k = known.keywordOffsets[match]; k < known.keywordOffsets[match + 1]; k++) {
        keywordIds.push(known.keywordIds[k]);
      }
    }
    catalogue.keywordOffsets[i + 1] = keywordIds.length;
  });
  catalogue.keywordIds = Uint16Array.from(keywordIds);
}

/**
 * For each film the index of the same film in the other catalogue; -1 for none. An id decides for itself; a match by name
 * is one-to-one: first films that MovieLens numbers alike, then those of the same year, then of the year before and after,
 * each time only what no other film holds.
 */
function matchFilms(catalogue: Catalogue, known: Catalogue): Int32Array {
  const nameless = [...catalogue.tmdbId.keys()].filter(
    (i) => catalogue.tmdbId[i] === 0 && catalogue.year[i] > 0,
  );
  const byName = nameless.length > 0 ? filmsByName(known) : new Map<string, number[]>();
  const byTmdbId = new Map<number, number>();
  for (let k = 0; k < known.count; k++) if (known.tmdbId[k] > 0) byTmdbId.set(known.tmdbId[k], k);
  const matches = Int32Array.from(catalogue.tmdbId, (id) => (id > 0 ? byTmdbId.get(id) : undefined) ?? -1);
  const held = new Set(matches);
  const keysOf = new Map(nameless.map((i) => [i, nameKeys(catalogue, i)]));
  const pass = (away: number, fits: (item: number, k: number) => boolean) => {
    for (const [i, keys] of keysOf) {
      if (matches[i] >= 0) continue;
      const match = keys
        .flatMap((key) => byName.get(yearsAway(key, away)) ?? [])
        .find((k) => !held.has(k) && fits(i, k));
      if (match === undefined) continue;
      matches[i] = match;
      held.add(match);
    }
  };
  pass(0, (i, k) => catalogue.movieId[i] === known.movieId[k]);
  for (const away of [0, -1, 1]) pass(away, () => true);
  return matches;
}

/** What filmsByName told of a catalogue: to spell thousands of names takes longer than all else. */
const NAMES = new WeakMap<Catalogue, Map<string, number[]>>();

/** Films by the spellings of their names, each with its year. @param known is not changed after */
function filmsByName(known: Catalogue): Map<string, number[]> {
  const told = NAMES.get(known);
  if (told) return told;
  const byName = new Map<string, number[]>();
  for (let k = 0; k < known.count; k++)
    for (const key of nameKeys(known, k)) byName.set(key, [...(byName.get(key) ?? []), k]);
  NAMES.set(known, byName);
  return byName;
}

/** The key of the same name in another year. */
function yearsAway(key: string, away: number): string {
  const [name, year] = key.split('\t');
  return `${name}\t${Number(year) + away}`;
}

/** Spellings of a film's names, each with its year. */
function nameKeys({ title, alternateTitles, year }: Catalogue, item: number): string[] {
  return [title[item], ...alternateTitles[item]].map((name) => {
    const keys = titleKeys(titleWords(name));
    return `${keys[keys.length - 1]}\t${year[item]}`;
  });
}
