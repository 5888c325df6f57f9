import type { FilmFacts } from '../data/film-facts';
import { EMBLEMS, type Emblem } from './emblems';

/** Places in EMBLEMS by subject: among all that a title is searched for, and among keywords. */
const inTitles = new Map<string, number>();
const inKeywords = new Map<string, number>();
EMBLEMS.forEach(([subjects], place) => {
  const [words, keywords] = subjects.split(';');
  for (const word of words.split(',')) inTitles.set(word, place);
  for (const word of `${words},${keywords ?? ''}`.split(',')) inKeywords.set(word, place);
});

/** A word as it is, and as a singular where it may be a plural: "witches" is no word "witche". */
const forms = (word: string) => [
  word,
  word.replace(/s$/, ''),
  word.replace(/(ch|sh|s|x)es$/, '$1'),
  word.replace(/ves$/, 'f'),
];

/** The first of EMBLEMS that one of the texts names: by a word or by two in a row, or, where `whole`, as it stands. */
function firstNamed(texts: readonly string[], places: ReadonlyMap<string, number>, whole: boolean): number {
  let first = EMBLEMS.length;
  for (const text of texts) {
    const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const words = whole ? [plain] : (plain.match(/[\p{L}\p{N}]+/gu) ?? []);
    words.forEach((word, at) => {
      for (const form of forms(word))
        for (const name of at > 0 ? [form, `${words[at - 1]} ${form}`] : [form])
          first = Math.min(first, places.get(name) ?? first);
    });
  }
  return first;
}

/**
 * The picture of a film's subject, where its facts name one: that of its title and series before that of its keywords, and of several
 * the most particular. Words are compared whole, so that a password is no sword.
 */
export function emblemOf({
  title,
  series,
  keywords,
}: Pick<FilmFacts, 'title' | 'series' | 'keywords'>): Emblem | undefined {
  return (
    EMBLEMS[firstNamed([title, series], inTitles, false)] ?? EMBLEMS[firstNamed(keywords, inKeywords, true)]
  );
}
