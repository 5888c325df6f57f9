/**
 * Title keys: two titles that differ only in spelling habits share a key.
 *
 * MovieLens writes "Matrix, The", "Amelie (Fabuleux destin d'Amélie Poulain, Le)" and "Seven (a.k.a. Se7en)"; TMDB
 * writes "The Matrix", "Amélie" and "Se7en". A key drops accents, punctuation, articles at either end and spaces.
 */

/** Articles of the languages met in MovieLens titles; they stand first in TMDB and last, after a comma, in MovieLens. */
const ARTICLES = new Set(
  (
    'the a an le la les l un une des il lo gli i uno una el los las der die das den det de dem ein eine ' +
    'o os as um uma het een en et az ang'
  ).split(' '),
);

/** Letters that Unicode does not split into a base letter and an accent. */
const SPECIAL_LETTERS: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '½': ' 1 2',
  '³': ' 3',
  '²': ' 2',
};

/** Roman numerals from two on: "I" is a word, "V" and "X" are names of films and are handled as letters. */
const ROMAN: Record<string, string> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  xi: '11',
  xii: '12',
  xiii: '13',
};

/** Number words that one side spells out and the other does not. */
const NUMBER_WORDS: Record<string, string> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
};

function words(title: string): string[] {
  const plain = title
    .toLowerCase()
    .replace(/[æœøßłđðþı½³²]/g, (letter) => SPECIAL_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' and ')
    .replace(/['’`´.]/g, '')
    .replace(/\$/g, 's');
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** The key of one title. It is never empty for a title with a letter or digit: "The" alone keeps its article. */
export function titleKey(title: string): string {
  const shown = title.match(/^(.*), ([^,\s]+)$/u);
  const reordered =
    shown && ARTICLES.has((shown[2] ?? '').toLowerCase().replace(/['’]$/, '')) ? (shown[1] ?? '') : title;
  const parts = words(reordered.replace(/^l['’]/i, ''));
  while (parts.length > 1 && ARTICLES.has(parts[0] ?? '')) parts.shift();
  return parts.map((word) => ROMAN[word] ?? NUMBER_WORDS[word] ?? word).join('');
}

/** A MovieLens title taken apart: the main name, and the names in brackets without "a.k.a.". */
export function titleNames(title: string): string[] {
  const names: string[] = [];
  let rest = title;
  for (let found = rest.match(/\(([^()]*)\)/); found; found = rest.match(/\(([^()]*)\)/)) {
    names.push((found[1] ?? '').replace(/^\s*a\.?k\.?a\.?:?\s+/i, '').trim());
    rest = rest.replace(found[0], ' ');
  }
  return [rest.replace(/\s+/g, ' ').trim(), title, ...names].filter(Boolean);
}

/** All keys of a MovieLens title, best first: main name, whole title, names in brackets, parts beside "/". */
export function titleKeys(title: string): string[] {
  const names = titleNames(title);
  const halves = names.flatMap((name) => (name.includes(' / ') ? name.split(' / ') : []));
  return [...new Set([...names, ...halves].map(titleKey).filter(Boolean))];
}

function bigrams(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

/** Likeness of a MovieLens title (best of its names) and another title, 0 to 1: shared letter pairs (Dice). */
export function nameSimilarity(movieLensTitle: string, other: string): number {
  const right = bigrams(titleKey(other));
  const scores = titleKeys(movieLensTitle).map((key) => {
    const left = bigrams(key);
    const network = [...left].filter((pair) => right.has(pair)).length;
    return (2 * network) / (left.size + right.size);
  });
  return Math.max(0, ...scores);
}
