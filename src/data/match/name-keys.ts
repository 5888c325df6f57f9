import { canonicalNumber, isOptionalWord, mayBeNumber, titleWords } from '../search/title-words';

/** Words that are written in two ways, and the one that they are compared by. */
const ONE_FORM = new Map(
  Object.entries({
    // "Batman v Superman": the letter may also be a five, so all three spellings become that.
    ...{ dr: 'doctor', mr: 'mister', mrs: 'missus', st: 'saint', ste: 'sainte', vs: 'v', versus: 'v' },
    ...{ vol: 'volume', pt: 'part', ep: 'episode', chap: 'chapter', jr: 'junior', sr: 'senior' },
    ...{
      first: '1st',
      second: '2nd',
      third: '3rd',
      fourth: '4th',
      fifth: '5th',
      sixth: '6th',
      seventh: '7th',
    },
    ...{ eighth: '8th', ninth: '9th', tenth: '10th', twelfth: '12th', thirteenth: '13th' },
    ...{ fourteen: '14', fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19' },
    ...{ twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80' },
    ...{ ninety: '90', xiv: '14', xv: '15', xvi: '16' },
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

/** A word in the one form that it is compared by; "forty-year" as its parts, so that the number in it is found. */
function canonicalWords({ joined, parts }: { joined: string; parts: string[] }): string[] {
  if (parts.length < 2) return [ONE_FORM.get(joined) ?? joined];
  return parts.map((part) => ONE_FORM.get(part) ?? part);
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
