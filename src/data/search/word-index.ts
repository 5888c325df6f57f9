import { compareText, lowerBound, prefixRange } from './sorted-text';

/** One word of a query. */
interface WordPattern {
  /** What an indexed word must begin with. */
  prefix: string;
  /** Other words that do as well, as a whole. */
  synonyms: readonly string[];
  /** Whether one wrong, missing, added or swapped letter after the first is forgiven. */
  slip: boolean;
}

/** An inverted index from words to the items that have them. */
export interface WordIndex {
  /** Items that have, for every pattern, a word that fits it; all items for no patterns. Ascending. */
  find(patterns: WordPattern[]): number[];
}

/**
 * Indexes the items' words.
 * @param itemCount items are 0..itemCount-1.
 * @param entries the words of an item; an item may have several entries.
 */
export function createWordIndex(
  itemCount: number,
  entries: Iterable<{ item: number; words: string[] }>,
): WordIndex {
  const itemsOf = new Map<string, number[]>();
  for (const { item, words } of entries) {
    for (const word of words) {
      const items = itemsOf.get(word);
      if (items) items.push(item);
      else itemsOf.set(word, [item]);
    }
  }
  const vocabulary = [...itemsOf.keys()].sort(compareText);
  const postings = vocabulary.map((word) => itemsOf.get(word) ?? []);

  return {
    find(patterns) {
      // After pattern p, matched[i] is p + 1 only for items that fit all patterns so far.
      const matched = new Uint16Array(itemCount);
      patterns.forEach(({ prefix, synonyms, slip }, p) => {
        const take = (w: number) => {
          for (const item of postings[w]) if (matched[item] === p) matched[item] = p + 1;
        };
        const range = prefixRange(vocabulary, prefix);
        for (let w = range.start; w < range.end; w++) take(w);
        for (const synonym of synonyms) {
          const whole = lowerBound(vocabulary, synonym);
          if (vocabulary[whole] === synonym) take(whole);
        }
        if (!slip) return;
        const first = prefix[0];
        for (let w = lowerBound(vocabulary, first); vocabulary[w]?.[0] === first; w++) {
          if (beginsWithSlip(vocabulary[w], prefix)) take(w);
        }
      });
      const found: number[] = [];
      for (let i = 0; i < itemCount; i++) if (matched[i] === patterns.length) found.push(i);
      return found;
    },
  };
}

/**
 * Whether some beginning of the word is at most one edit from the text: a letter added, missing or replaced, or two
 * neighbours swapped (Damerau 1964). A difference in the text's last letter counts only where the word ends there too:
 * in the middle of typing it would admit every word that shares the letters before.
 */
export function beginsWithSlip(word: string, text: string): boolean {
  let at = 0;
  while (at < text.length && at < word.length && word[at] === text[at]) at++;
  if (at === text.length) return true;
  if (at === text.length - 1) {
    return word.length <= text.length || (word.length === text.length + 1 && word[at + 1] === text[at]);
  }
  const continues = (wordFrom: number, textFrom: number) => word.startsWith(text.slice(textFrom), wordFrom);
  return (
    continues(at, at + 1) ||
    continues(at + 1, at) ||
    continues(at + 1, at + 1) ||
    (word[at] === text[at + 1] && word[at + 1] === text[at] && continues(at + 2, at + 2))
  );
}
