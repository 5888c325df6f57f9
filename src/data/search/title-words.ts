/** Letters that Unicode does not split into a base letter and an accent. */
const SPECIAL_LETTERS: Record<string, string> = {
  ...{ æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
  ...{ '¹': ' 1', '²': ' 2', '³': ' 3', '½': ' 1 2', '&': ' and ', '+': ' and ' },
};

/** English words that a query may leave out or add. */
const OPTIONAL_WORDS = new Set(['the', 'a', 'an', 'and']);

/** Articles that may be missing at the start of a query; without those that are words in English ("Die Hard"). */
const LEADING_ARTICLES = new Set('the a an le la les l el los las il der das'.split(' '));

const NUMBERS = new Map(
  [
    'one i',
    'two ii',
    'three iii',
    'four iv',
    'five v',
    'six vi',
    'seven vii',
    'eight viii',
    'nine ix',
    'ten x',
    'eleven xi',
    'twelve xii',
    'thirteen xiii',
  ].flatMap((names, i) => names.split(' ').map((name): [string, string] => [name, String(i + 1)])),
);

/** A word of a title or query: as written, without inner punctuation, and the parts that punctuation separates. */
export interface TitleWord {
  /** "Spider-Man" gives "spiderman", "L'Avventura" "lavventura". */
  joined: string;
  /** "Spider-Man" gives "spider" and "man". */
  parts: string[];
}

/** Lower case without accents, special letters spelled out; punctuation stays. */
function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æœøßłđðþı¹²³½&+]/g, (letter) => SPECIAL_LETTERS[letter])
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** The words of a title or query, folded; what holds neither letter nor digit is left out. */
export function titleWords(text: string): TitleWord[] {
  return foldText(text)
    .split(/[\s\u2013\u2014]+/)
    .map((chunk) => chunk.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== ''))
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ joined: parts.join(''), parts }));
}

/** "ii" and "two" give "2"; any other word itself. */
export function canonicalNumber(word: string): string {
  return NUMBERS.get(word) ?? word;
}

/** Whether the word at this place may count something: "I, Robot" and "Seven" alone do not. */
export function mayBeNumber(word: string, at: number, wordCount: number): boolean {
  return wordCount > 1 && (at > 0 || word.length > 1);
}

/** Whether a query may leave the word out or add it: an English article, or "and". */
export function isOptionalWord(word: string): boolean {
  return OPTIONAL_WORDS.has(word);
}

/** Every text under which a word of a title can be found: joined, in parts, and numbers as digits. */
export function searchForms(word: TitleWord): string[] {
  const texts = [word.joined, ...word.parts];
  return [...new Set([...texts, ...texts.map(canonicalNumber)])];
}

/**
 * Spellings of a whole title or query without spaces, for comparing from the start: as written, without the article in
 * front, and without all optional words and with numbers as digits.
 */
export function titleKeys(words: TitleWord[]): string[] {
  const parts = words.flatMap((word) => word.parts);
  const whole = parts.join('');
  const keys = [whole];
  if (parts.length > 1 && LEADING_ARTICLES.has(parts[0])) keys.push(whole.slice(parts[0].length));
  const bare = words.filter((word) => !isOptionalWord(word.joined)).map((word) => word.joined);
  const counted = bare
    .map((word, at) => (mayBeNumber(word, at, bare.length) ? canonicalNumber(word) : word))
    .join('');
  if (counted !== '' && !keys.includes(counted)) keys.push(counted);
  return keys;
}
