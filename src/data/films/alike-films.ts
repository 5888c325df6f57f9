import { topK } from '../../lib/top-k';
import { type Catalogue, GENRES } from '../catalogue';

/** Facts that more films than this share of the catalogue have tell nothing of one. */
const TOO_COMMON = 0.4;
/** The most that one fact can weigh, in bits of information: else one rare keyword would outweigh all the rest. */
const HEAVIEST = 6;
/** How much it counts that two films are of the same year, in bits of information; it fades over YEARS. */
const SAME_YEAR = 3;
const YEARS = 12;
/** How much a film known to many is preferred to one that few know, where both are as near. */
const FAME = 0.35;
/** How much it counts against a film that more is known of it: with 1/2, films of which little is known would be near to all. */
const LENGTH_EXPONENT = 0.3;
/** Keywords about a film's end credits. */
const NOT_OF_THE_FILM = /stinger$/;

/** The facts of every film as numbers: genres first, then languages, then keywords. */
function factsOf(catalogue: Catalogue, item: number): number[] {
  const { genres, language, languages, keywordIds, keywordOffsets } = catalogue;
  const facts: number[] = [];
  for (let g = 0; g < GENRES.length; g++) if ((genres[item] >>> g) & 1) facts.push(g);
  if (language[item] > 0) facts.push(GENRES.length + language[item]);
  const first = GENRES.length + languages.length;
  for (let k = keywordOffsets[item]; k < keywordOffsets[item + 1]; k++) facts.push(first + keywordIds[k]);
  return facts;
}

/** What each fact weighs, in bits of information, 0..HEAVIEST; 0 for those that tell nothing. */
function weightsOf(catalogue: Catalogue): Float64Array {
  const { count, languages, keywords } = catalogue;
  const first = GENRES.length + languages.length;
  const films = new Uint32Array(first + keywords.length);
  for (let item = 0; item < count; item++) for (const fact of factsOf(catalogue, item)) films[fact]++;
  return Float64Array.from(films, (carriers, fact) => {
    const isSilent = fact >= first && NOT_OF_THE_FILM.test(keywords[fact - first]);
    if (carriers === 0 || carriers > TOO_COMMON * count || isSilent) return 0;
    return Math.min(HEAVIEST, Math.log2(count / carriers));
  });
}

/**
 * The films that are most like a film by what it is, the most alike first: by the genres, languages and keywords that
 * they share, each weighing as much as it is rare, for how much is known of the other, and by their years. Films that share nothing but the years are not alike;
 * of films as near, the better known stands first.
 * @param most films wanted
 * @param skip films that may not appear
 */
export function alikeFilms(
  catalogue: Catalogue,
  item: number,
  most: number,
  skip: (item: number) => boolean = () => false,
): number[] {
  const { count, year, voteCount } = catalogue;
  const weight = weightsOf(catalogue);
  const own = new Set(factsOf(catalogue, item));
  const sum = (facts: Iterable<number>) => {
    let bits = 0;
    for (const fact of facts) bits += weight[fact];
    return bits;
  };
  const ofYear = (film: number) => (year[film] > 0 ? SAME_YEAR : 0);
  const likeness = new Float64Array(count).fill(Number.NaN);
  for (let other = 0; other < count; other++) {
    if (other === item) continue;
    const facts = factsOf(catalogue, other);
    const shared = sum(facts.filter((fact) => own.has(fact)));
    if (shared === 0) continue;
    const known = year[item] > 0 && year[other] > 0;
    const times = known ? SAME_YEAR * Math.exp(-Math.abs(year[item] - year[other]) / YEARS) : 0;
    const nearness = (shared + times) / (sum(facts) + ofYear(other)) ** LENGTH_EXPONENT;
    likeness[other] = nearness * (1 + FAME * Math.log10(1 + voteCount[other]));
  }
  return topK(likeness, most, skip);
}
