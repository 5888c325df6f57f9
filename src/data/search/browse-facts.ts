import { type Catalogue, GENRES } from '../catalogue';
import { titleWords } from './title-words';

/** What a query of facts alone asks for: "sci-fi 1980s". */
export interface Browse {
  /** For a heading: "Sci-Fi, 1980s". */
  words: string;
  fits: (item: number) => boolean;
}

/** Other words for genres, folded and without punctuation, each with the name in GENRES. */
const GENRE_WORDS: Readonly<Record<string, (typeof GENRES)[number]>> = {
  ...{ scifi: 'Sci-Fi', sf: 'Sci-Fi', sciencefiction: 'Sci-Fi', kids: 'Children', family: 'Children' },
  ...{ animated: 'Animation', cartoon: 'Animation', cartoons: 'Animation', anime: 'Animation' },
  ...{ comedies: 'Comedy', romcom: 'Romance', romantic: 'Romance', mysteries: 'Mystery', noir: 'Film-Noir' },
  ...{ filmnoir: 'Film-Noir', scary: 'Horror', fantasies: 'Fantasy', adventures: 'Adventure' },
  ...{ documentaries: 'Documentary', doc: 'Documentary', docs: 'Documentary' },
};

const DECADES: Readonly<Record<string, number>> = {
  ...{ twenties: 1920, thirties: 1930, forties: 1940, fifties: 1950 },
  ...{ sixties: 1960, seventies: 1970, eighties: 1980, nineties: 1990 },
};

/** Words that say nothing of their own beside facts. */
const FILLERS = new Set('film films movie movies from of the in and best good classic classics'.split(' '));

const genreOf = new Map<string, string>(Object.entries(GENRE_WORDS));
for (const genre of GENRES) {
  const word = genre.toLowerCase().replace(/[^a-z]/g, '');
  genreOf.set(word, genre);
  if (!genreOf.has(`${word}s`)) genreOf.set(`${word}s`, genre);
}
const decadeOf = new Map(Object.entries(DECADES));

/** First year of "1980s", "80s", "eighties"; null for another word. Two digits are of the 20th century from 20 on. */
function firstYear(word: string): number | null {
  const named = decadeOf.get(word);
  if (named !== undefined) return named;
  const [, century = '', tens] = /^(18|19|20)?([0-9])0s$/.exec(word) ?? [];
  if (tens === undefined) return null;
  if (century !== '') return Number(`${century}${tens}0`);
  return Number(tens) >= 2 ? 1900 + 10 * Number(tens) : 2000 + 10 * Number(tens);
}

/** Reads a query that holds genres and decades, and years beside them, and nothing else; null for any other. */
export function readFacts(catalogue: Pick<Catalogue, 'genres' | 'year'>, query: string): Browse | null {
  const joined = titleWords(query.replace(/science fiction/i, 'scifi').replace(/film noir/i, 'filmnoir'));
  const genres = new Set<string>();
  const years: { from: number; to: number; words: string }[] = [];
  let only: number | null = null;
  for (const { joined: word } of joined) {
    const genre = genreOf.get(word);
    const first = firstYear(word);
    if (genre !== undefined) genres.add(genre);
    else if (first !== null) years.push({ from: first, to: first + 9, words: `${first}s` });
    else if (/^(18|19|20)\d\d$/.test(word)) only = Number(word);
    else if (!FILLERS.has(word)) return null;
  }
  // A year alone may be a title, and is looked for among them.
  if (genres.size + years.length === 0) return null;
  if (only !== null) years.push({ from: only, to: only, words: String(only) });
  const mask = [...genres].reduce(
    (bits, genre) => bits | (1 << (GENRES as readonly string[]).indexOf(genre)),
    0,
  );
  return {
    words: [...genres, ...years.map(({ words }) => words)].join(', '),
    fits: (item) =>
      (catalogue.genres[item] & mask) === mask &&
      years.every(({ from, to }) => catalogue.year[item] >= from && catalogue.year[item] <= to),
  };
}
