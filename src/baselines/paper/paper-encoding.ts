import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from '../../data/catalogue';

/**
 * The paper's 26 binary features of a film, as its benchmark code encodes them
 * (Latif, Behera, Al-Ebrahim, arXiv 2511.05499): genres 10, vote average 3, language 3, vote count 10.
 */

/** Sizes of the four input channels, in the order of their bits. */
export const PAPER_CHANNELS = [10, 3, 3, 10] as const;

/** Number of input bits. */
export const PAPER_BITS = 26;

/** Length of the thermometer that a rating is read as: half stars. */
export const RATING_BITS = 10;

/** The genres that have a bit, in bit order; others leave no trace. */
const GENRE_NAMES = [
  'Drama',
  'Comedy',
  'Action',
  'Romance',
  'Documentary',
  'Thriller',
  'Adventure',
  'Fantasy',
  'Crime',
  'Horror',
];

/** An arbitrary code, not a one-hot: English and an unknown language are 0, any language not named is 7. */
const LANGUAGE_CODES = new Map(Object.entries({ '': 0, en: 0, fr: 1, de: 2, ja: 3, it: 4, es: 6 }));
const OTHER_LANGUAGE = 7;

/** Votes per bin of the vote count; the last bin is open. */
const VOTES_PER_BIN = 100;
const VOTE_BINS = 10;

const AVERAGE_SHIFT = 10;
const LANGUAGE_SHIFT = 13;
const COUNT_SHIFT = 16;

/** The facts that the encoding reads, one entry an item. */
interface Facts {
  genres: Uint32Array;
  genreNames: readonly string[];
  language: Uint8Array;
  voteAverage: Uint8Array;
  voteCount: Uint32Array;
}

/**
 * Encodes every film of the catalogue.
 *
 * Facts that are missing count as the published code counts them: no genre, English, average 0, no votes.
 * @param join 'published' reads the TMDB row whose id equals the MovieLens id, as the paper's benchmark does; films
 *   that find no row are encoded as if all facts were missing.
 * @returns PAPER_BITS bits an item: genres in bits 0-9, vote average 10-12, language 13-15, vote count 16-25.
 * @throws RangeError if the published join is asked of a catalogue that does not have it.
 */
export function encodePaperBits(catalogue: Catalogue, join: 'corrected' | 'published'): Uint32Array {
  const facts = join === 'published' ? publishedFacts(catalogue) : correctedFacts(catalogue);
  const bitOfGenre = facts.genreNames.map((name) => GENRE_NAMES.indexOf(name));
  const codeOfLanguage = catalogue.languages.map((code) => LANGUAGE_CODES.get(code) ?? OTHER_LANGUAGE);

  const bits = new Uint32Array(catalogue.count);
  for (let item = 0; item < catalogue.count; item++) {
    let word = 0;
    for (let g = 0; g < bitOfGenre.length; g++) {
      if (bitOfGenre[g] >= 0 && (facts.genres[item] >>> g) & 1) word |= 1 << bitOfGenre[g];
    }
    word |= averageCode(facts.voteAverage[item]) << AVERAGE_SHIFT;
    word |= codeOfLanguage[facts.language[item]] << LANGUAGE_SHIFT;
    const bin = Math.min(Math.floor(facts.voteCount[item] / VOTES_PER_BIN), VOTE_BINS - 1);
    bits[item] = word | (1 << (COUNT_SHIFT + bin));
  }
  return bits;
}

/** MovieLens' own genres stand in where the data have none of TMDB's; it has all ten that the encoding reads. */
function correctedFacts(catalogue: Catalogue): Facts {
  const hasTmdbGenres = catalogue.tmdbGenreNames.length > 0;
  return {
    genres: hasTmdbGenres ? catalogue.tmdbGenres : catalogue.genres,
    genreNames: hasTmdbGenres ? catalogue.tmdbGenreNames : GENRES,
    language: catalogue.language,
    voteAverage: catalogue.voteAverage,
    voteCount: catalogue.voteCount,
  };
}

function publishedFacts(catalogue: Catalogue): Facts {
  if (catalogue.published === null) throw new RangeError('These data do not include the published join.');
  return { ...catalogue.published, genreNames: catalogue.tmdbGenreNames };
}

/**
 * The published code cuts the average at 1, 2, 3 and 4 as if it ran to 5. TMDB's runs to 10, so that nearly all films
 * share one code; kept, because it is what was measured.
 * @param tenths vote average in tenths, or NO_VOTE_AVERAGE.
 */
function averageCode(tenths: number): number {
  if (tenths === NO_VOTE_AVERAGE || tenths < 10) return 0;
  if (tenths < 20) return 1;
  if (tenths < 30) return 2;
  return tenths < 40 ? 3 : 7;
}

/** Ones of a rating's thermometer: stars are truncated, then doubled, as published. @param halfStars 0..10. */
export function ratingOnes(halfStars: number): number {
  return 2 * Math.floor(halfStars / 2);
}
