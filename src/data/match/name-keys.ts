import { canonicalNumber, isOptionalWord, mayBeNumber, titleWords } from '../search/title-words';
import { commonForm } from '../search/word-forms';

/** Words that are written in two ways besides those that the search knows (`commonForm`), and the one to compare by. */
const ONE_FORM = new Map(
  Object.entries({
    // "Batman v Superman": the letter may also be a five, so all three spellings become that.
    ...{ vs: 'v', versus: 'v', chap: 'chapter', xiv: '14', xv: '15', xvi: '16' },
    ...{ colour: 'color', colours: 'colors', grey: 'gray', theatre: 'theater', neighbours: 'neighbors' },
    ...{ honour: 'honor', favourite: 'favorite' },
  }),
);

/** Longest name that is compared, in characters; what stands behind it is not read. */
const LONGEST_NAME = 300;

/** Where the parts of a title meet: "Star Wars: Episode IV - A New Hope", "Birdman or (The Unexpected Virtue...)". */
const JOINTS = /[:;/()[\]\u2013\u2014]| - | or /i;

/** One spelling of a name without spaces, by which names are equal. */
export interface NameKeys {
  /** Every letter and digit, without accents and case. */
  exact: string;
  /** The same without articles and "and", with numbers as digits and shortened words in full. */
  loose: string;
}

/** The keys of a name; both '' where it holds neither letter nor digit. */
export function nameKeys(name: string): NameKeys {
  const words = titleWords(name.slice(0, LONGEST_NAME));
  const exact = words.flatMap(({ parts }) => parts).join('');
  const bare = words.filter(({ joined }) => !isOptionalWord(joined)).flatMap(canonicalWords);
  const counted = bare.map((word, at) => (mayBeNumber(word, at, bare.length) ? canonicalNumber(word) : word));
  return { exact, loose: counted.join('') || exact };
}

function oneForm(word: string): string {
  return ONE_FORM.get(word) ?? commonForm(word);
}

/** A word in the one form that it is compared by; "forty-year" as its parts, so that the number in it is found. */
function canonicalWords({ joined, parts }: { joined: string; parts: string[] }): string[] {
  if (parts.length < 2) return [oneForm(joined)];
  return parts.map(oneForm);
}

/**
 * Loose keys of the shorter names that a title of several parts also goes by: the first part, the last, all but one of
 * the two, and the first with the last ("Star Wars: Episode VII - The Force Awakens" is "Star Wars: The Force Awakens").
 */
export function partKeys(name: string): string[] {
  const parts = name
    .slice(0, LONGEST_NAME)
    .split(JOINTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return [];
  const [first, last] = [parts[0], parts[parts.length - 1]];
  const shorter = [first, last, parts.slice(1).join(' '), parts.slice(0, -1).join(' '), `${first} ${last}`];
  const whole = nameKeys(name).loose;
  return [...new Set(shorter.map((part) => nameKeys(part).loose))].filter(
    (key) => key !== '' && key !== whole,
  );
}
