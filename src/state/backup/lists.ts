import type { Catalogue } from '../../data/catalogue';
import { csvText } from '../../lib/text/csv-cell';
import type { ModelFacts } from '../profile/model-state';
import { imdbIdOf } from './ratings-csv';

/** Lists of films that can be taken along. */
export type ListName = 'for-you' | 'want-to-see';

/** As many as For you shows. */
const SHOWN = 50;

/** The films of a list in its order; what one wants to see by title. */
function filmsOf(
  list: ListName,
  { recommendations, wanted }: Pick<ModelFacts, 'recommendations' | 'wanted'>,
  { title }: Catalogue,
): { item: number; match: number | null }[] {
  if (list === 'for-you') return recommendations.slice(0, SHOWN);
  return [...wanted]
    .sort((a, b) => (title[a] < title[b] ? -1 : title[a] > title[b] ? 1 : a - b))
    .map((item) => ({ item, match: null }));
}

/** A list as it is shown, as CSV: place, title, year, match in percent where the list has it, ids of TMDB and IMDb. */
export function listCsv(list: ListName, facts: ModelFacts, catalogue: Catalogue): string {
  const rows = filmsOf(list, facts, catalogue).map(({ item, match }, n) => [
    ...[n + 1, catalogue.title[item], catalogue.year[item] || ''],
    ...[
      match === null ? '' : Math.round(match * 100),
      catalogue.tmdbId[item] || '',
      imdbIdOf(catalogue, item),
    ],
  ]);
  return csvText([['Place', 'Title', 'Year', 'Match', 'tmdbID', 'imdbID'], ...rows]);
}

/** A list as it is shown, a film a line: "1. Alien (1979)". */
export function listText(list: ListName, facts: ModelFacts, catalogue: Catalogue): string {
  return filmsOf(list, facts, catalogue)
    .map(({ item }, n) => {
      const year = catalogue.year[item];
      return `${n + 1}. ${catalogue.title[item]}${year === 0 ? '' : ` (${year})`}\n`;
    })
    .join('');
}
