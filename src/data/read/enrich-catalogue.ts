import type { Catalogue } from '../catalogue';
import { titleKeys, titleWords } from '../search/title-words';

/**
 * Adds to films of one catalogue what another knows of the same films: TMDB and IMDb ids, language, runtime, votes,
 * keywords, series and TMDB genres. Films are the same where their TMDB ids are equal, or, without one, where a title is equal
 * but for spelling and the years are at most one apart.
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

/** For each film the index of the same film in the other catalogue; -1 for none. */
function matchFilms(catalogue: Catalogue, known: Catalogue): Int32Array {
  const byTmdbId = new Map<number, number>();
  const byName = new Map<string, number>();
  for (let k = 0; k < known.count; k++) {
    if (known.tmdbId[k] > 0) byTmdbId.set(known.tmdbId[k], k);
    for (const key of nameKeys(known, k)) if (!byName.has(key)) byName.set(key, k);
  }
  return Int32Array.from({ length: catalogue.count }, (_, i) => {
    if (catalogue.tmdbId[i] > 0) return byTmdbId.get(catalogue.tmdbId[i]) ?? -1;
    if (catalogue.year[i] === 0) return -1;
    const keys = nameKeys(catalogue, i);
    for (const away of [0, -1, 1]) {
      for (const key of keys) {
        const [name, year] = key.split('\t');
        const found = byName.get(`${name}\t${Number(year) + away}`);
        if (found !== undefined) return found;
      }
    }
    return -1;
  });
}

/** Spellings of a film's names, each with its year. */
function nameKeys({ title, alternateTitles, year }: Catalogue, item: number): string[] {
  return [title[item], ...alternateTitles[item]].map((name) => {
    const keys = titleKeys(titleWords(name));
    return `${keys[keys.length - 1]}\t${year[item]}`;
  });
}
