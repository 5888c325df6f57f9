import { type Catalogue, GENRES, NO_VOTE_AVERAGE } from '../../data/catalogue';

/** What a bit speaks of. */
export type RetinaFamily = 'genre' | 'year' | 'runtime' | 'quality' | 'fame' | 'language' | 'keyword';

/** One bit of the retina and what it says, for a person. */
export interface RetinaBit {
  family: RetinaFamily;
  /** What a film with this bit set is: "Sci-Fi", "1980 or later". */
  label: string;
  /**
   * Threshold of a thermometer's bit: the least year, minutes, vote average or number of votes; absent elsewhere. Bits
   * of one thermometer stand together, ascending.
   */
  atLeast?: number;
}

/**
 * Every film as a binary vector: what the RAM nodes look at.
 * Bit b of item i is bit (b & 31) of words[i * wordsPerItem + (b >>> 5)].
 */
export interface Retina {
  bits: RetinaBit[];
  itemCount: number;
  wordsPerItem: number;
  words: Uint32Array;
}

/** Thermometer thresholds; a bit is set where the value reaches its threshold. */
const YEARS = [
  1930, 1940, 1950, 1960, 1970, 1975, 1980, 1985, 1990, 1993, 1995, 1997, 1999, 2001, 2004, 2007, 2010, 2013,
];
const MINUTES = [75, 85, 92, 98, 105, 112, 120, 132, 150, 175];
const VOTE_TENTHS = [45, 52, 56, 59, 62, 64, 66, 68, 70, 72, 75, 78, 81];
const VOTE_COUNTS = [5, 15, 40, 100, 200, 400, 800, 1500, 3000, 6000];
const LANGUAGE_GROUPS: [label: string, codes: string[]][] = [
  ['in English', ['en']],
  ['in French', ['fr']],
  ['in Italian', ['it']],
  ['in Spanish or Portuguese', ['es', 'pt']],
  ['in German', ['de']],
  ['in a Nordic language', ['sv', 'da', 'no', 'nb', 'fi', 'is']],
  ['in Japanese', ['ja']],
  ['in Chinese or Korean', ['zh', 'cn', 'ko']],
  ['in an Indian language', ['hi', 'ta', 'te', 'bn', 'ml', 'mr', 'ur']],
];
/** Keywords carried by at least this many films become bits, the most frequent first. */
const KEYWORD_MIN_FILMS = 40;
const KEYWORD_MAX_BITS = 120;

const encoded = new WeakMap<Catalogue, Retina>();

/**
 * Every film of the catalogue as bits; their order and labels depend on nothing but the catalogue. Encoded when first asked
 * for (less than a tenth of a second for 9,000 films): a catalogue must not change afterwards.
 */
export function retinaOf(catalogue: Catalogue): Retina {
  let retina = encoded.get(catalogue);
  if (!retina) {
    retina = encodeRetina(catalogue, catalogue);
    encoded.set(catalogue, retina);
  }
  return retina;
}

/** Every film of a catalogue as bits. @param vocabulary the catalogue whose frequent keywords are bits; its ids are the same */
export function encodeRetina(catalogue: Catalogue, vocabulary: Catalogue): Retina {
  const bits: RetinaBit[] = [];
  const tests: ((item: number) => boolean)[] = [];
  const add = (
    family: RetinaFamily,
    label: string,
    test: (item: number) => boolean,
    threshold?: { atLeast: number },
  ) => {
    bits.push({ family, label, ...threshold });
    tests.push(test);
  };

  GENRES.forEach((genre, g) => {
    add('genre', genre, (i) => ((catalogue.genres[i] >>> g) & 1) === 1);
  });
  for (const year of YEARS) {
    add('year', `${year} or later`, (i) => catalogue.year[i] >= year, { atLeast: year });
  }
  for (const minutes of MINUTES) {
    add('runtime', `${minutes} minutes or longer`, (i) => catalogue.runtime[i] >= minutes, {
      atLeast: minutes,
    });
  }
  for (const tenths of VOTE_TENTHS) {
    const label = `rated ${(tenths / 10).toFixed(1)} or more by most`;
    const test = (i: number) => {
      const average = catalogue.voteAverage[i];
      return average !== NO_VOTE_AVERAGE && catalogue.voteCount[i] > 0 && average >= tenths;
    };
    add('quality', label, test, { atLeast: tenths / 10 });
  }
  for (const votes of VOTE_COUNTS) {
    const label = `rated by ${votes.toLocaleString('en')} people or more`;
    add('fame', label, (i) => catalogue.voteCount[i] >= votes, { atLeast: votes });
  }
  for (const [label, codes] of LANGUAGE_GROUPS) {
    add('language', label, (i) => codes.includes(catalogue.languages[catalogue.language[i]]));
  }
  const firstKeyword = bits.length;
  const keywords = frequentKeywords(vocabulary);
  for (const id of keywords) bits.push({ family: 'keyword', label: vocabulary.keywords[id] });

  const wordsPerItem = Math.ceil(bits.length / 32);
  const words = new Uint32Array(catalogue.count * wordsPerItem);
  for (let b = 0; b < tests.length; b++) {
    const test = tests[b];
    for (let i = 0; i < catalogue.count; i++) {
      if (test(i)) words[i * wordsPerItem + (b >>> 5)] |= 1 << (b & 31);
    }
  }
  const bitOf = new Int16Array(vocabulary.keywords.length).fill(-1);
  keywords.forEach((id, k) => {
    bitOf[id] = firstKeyword + k;
  });
  setKeywords(catalogue, bitOf, wordsPerItem, words);
  return { bits, itemCount: catalogue.count, wordsPerItem, words };
}

/** Ids of the keywords that become bits, the most frequent first. */
function frequentKeywords({ keywords, keywordIds }: Catalogue): number[] {
  const films = new Uint32Array(keywords.length);
  for (const id of keywordIds) films[id]++;
  return [...keywords.keys()]
    .filter((id) => films[id] >= KEYWORD_MIN_FILMS)
    .sort((a, b) => films[b] - films[a] || (keywords[a] < keywords[b] ? -1 : 1))
    .slice(0, KEYWORD_MAX_BITS);
}

/** Sets the bits of the keywords that every film carries. @param bitOf bit of a keyword by its id, or -1 */
function setKeywords(
  { count, keywordOffsets, keywordIds }: Catalogue,
  bitOf: Int16Array,
  wordsPerItem: number,
  words: Uint32Array,
): void {
  for (let i = 0; i < count; i++) {
    for (let k = keywordOffsets[i]; k < keywordOffsets[i + 1]; k++) {
      const bit = bitOf[keywordIds[k]];
      if (bit >= 0) words[i * wordsPerItem + (bit >>> 5)] |= 1 << (bit & 31);
    }
  }
}

/** Whether a bit is set for a film. @param item index into the catalogue. @param bit index into `Retina.bits`. */
export function hasBit(retina: Retina, item: number, bit: number): boolean {
  return ((retina.words[item * retina.wordsPerItem + (bit >>> 5)] >>> (bit & 31)) & 1) === 1;
}
