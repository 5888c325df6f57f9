import { type Catalogue, genresOf, NO_VOTE_AVERAGE } from './catalogue';

/** What is shown of a film: enough to draw its tile. */
export interface FilmFacts {
  /** Index in the catalogue; the tile's only source of chance. */
  item: number;
  title: string;
  /** 0 if unknown. */
  year: number;
  genres: readonly string[];
  /** 0..10; null if unknown. */
  voteAverage: number | null;
  /** Minutes; 0 if unknown. */
  runtime: number;
  voteCount: number;
  /** '' for none or unknown. */
  series: string;
  /** What it is about. */
  keywords: readonly string[];
}

/** What is shown of a film of a catalogue. */
export function filmFacts(catalogue: Catalogue, item: number): FilmFacts {
  const average = catalogue.voteAverage[item];
  return {
    item,
    title: catalogue.title[item],
    year: catalogue.year[item],
    genres: genresOf(catalogue, item),
    voteAverage: average === NO_VOTE_AVERAGE ? null : average / 10,
    runtime: catalogue.runtime[item],
    voteCount: catalogue.voteCount[item],
    series: catalogue.collections[catalogue.collection[item]],
    // Looked up when asked for: the facts of a film are taken with every click, its picture is drawn once.
    get keywords() {
      const [first, end] = [catalogue.keywordOffsets[item], catalogue.keywordOffsets[item + 1]];
      return Array.from(catalogue.keywordIds.subarray(first, end), (id) => catalogue.keywords[id]);
    },
  };
}
