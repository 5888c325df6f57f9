import type { Catalogue } from '../../data/catalogue';
import { languageName } from '../../data/language-name';
import {
  ANY_NIGHT,
  carriersOf,
  fitsTonight,
  PLAIN,
  sameTrait,
  type Tonight,
  type Trait,
  type Tuning,
} from '../../data/tuning';
import * as words from '../../words/en/list/limits';
import { traitName } from './trait-offers';

/** One thing in a tuning that keeps films out of the list. */
export interface Limit {
  /** In words that go into a sentence: "at most 90 minutes", "never Horror". */
  words: string;
  /** Films not judged that fit once it alone is lifted. */
  films: number;
  /** The tuning without it. */
  lifted: Tuning;
}

/** Some films, by their place in the catalogue. */
type Films = Pick<ReadonlySet<number>, 'has'>;

/** A limit, and which films it keeps out. */
type Test = Omit<Limit, 'films'> & { out: (item: number) => boolean };

function yearWords({ fromYear, toYear }: Tonight): string {
  if (fromYear === null) return words.before(toYear ?? 0);
  if (toYear === null) return words.after(fromYear);
  return fromYear === toYear ? words.ofYear(fromYear) : words.between(fromYear, toYear);
}

function limitsOf(catalogue: Catalogue, tuning: Tuning, wanted: Films): Test[] {
  const { tonight, leanings, hidden, wishes } = tuning;
  const night = (called: string, limits: Partial<Tonight>): Test => {
    const alone = { ...ANY_NIGHT, ...limits };
    const none = Object.fromEntries(Object.keys(limits).map((name) => [name, null]));
    return {
      words: called,
      lifted: { ...tuning, tonight: { ...tonight, ...none } },
      out: (item) => !fitsTonight(catalogue, alone, item),
    };
  };
  const { minutes, language, fromYear, toYear } = tonight;
  const never = (trait: Trait): Test => {
    const carries = carriersOf(catalogue, trait);
    return {
      words: words.never(traitName(trait)),
      lifted: { ...tuning, leanings: leanings.filter((other) => !sameTrait(other, trait)) },
      out: (item) => carries[item] === 1,
    };
  };
  const away = new Set(hidden);
  return [
    ...(minutes === null ? [] : [night(words.atMost(minutes), { minutes })]),
    ...(language === null ? [] : [night(words.inLanguage(languageName(language)), { language })]),
    ...(fromYear === null && toYear === null ? [] : [night(yearWords(tonight), { fromYear, toYear })]),
    ...(wishes === 'any'
      ? []
      : [
          {
            words: wishes === 'only' ? words.amongWanted : words.outsideWanted,
            lifted: { ...tuning, wishes: PLAIN.wishes },
            out: (item: number) => wanted.has(item) !== (wishes === 'only'),
          },
        ]),
    ...leanings.filter(({ leaning }) => leaning === 'never').map(never),
    ...(hidden.length === 0
      ? []
      : [
          {
            words: words.withoutPutAway,
            lifted: { ...tuning, hidden: [] },
            out: (item: number) => away.has(catalogue.movieId[item]),
          },
        ]),
  ];
}

/**
 * What keeps all films out of the list, the limit whose lifting brings most films first.
 * @param judged films that are in no list anyway
 * @param wanted films that the person wants to see
 */
export function limitsToBlame(catalogue: Catalogue, tuning: Tuning, judged: Films, wanted: Films): Limit[] {
  const tests = limitsOf(catalogue, tuning, wanted);
  const films = new Uint32Array(tests.length);
  for (let item = 0; item < catalogue.count; item++) {
    if (judged.has(item)) continue;
    const against = tests.flatMap(({ out }, n) => (out(item) ? [n] : []));
    // What two limits keep out, lifting one does not bring back.
    if (against.length === 1) films[against[0]]++;
  }
  return tests
    .map(({ out: _, ...limit }, n) => ({ ...limit, films: films[n] }))
    .sort((a, b) => b.films - a.films);
}
