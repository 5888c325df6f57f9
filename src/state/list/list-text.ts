import type { Catalogue } from '../../data/catalogue';
import * as words from '../../words/en/list/text';

/** A film of a list that is passed on. */
export interface ListedFilm {
  item: number;
  /** Chance of a like, 0..1. */
  match: number;
}

/**
 * A list as text that one can send to somebody: its name, then a film a line, "1. Alien (1979), 83 % match".
 * @param figure what the percentage is called: "match", or "like it" where it is everybody's
 */
export function listAsText(
  name: string,
  films: readonly ListedFilm[],
  { title, year }: Pick<Catalogue, 'title' | 'year'>,
  figure: string,
): string {
  const lines = films.map(({ item, match }, index) => {
    const dated = year[item] > 0 ? `${title[item]} (${year[item]})` : title[item];
    return `${words.line(index + 1, dated, Math.round(100 * match), figure)}\n`;
  });
  return `${name}\n\n${lines.join('')}`;
}
