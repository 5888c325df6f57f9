import type { Catalogue } from '../../data/catalogue';

/** How many films a fact is known of. */
export interface KnownFacts {
  runtime: number;
  language: number;
  keywords: number;
}

/** Counts the films of which each fact is known that a list can be tuned by. */
export function knownFacts(catalogue: Catalogue): KnownFacts {
  const known: KnownFacts = { runtime: 0, language: 0, keywords: 0 };
  const { runtime, language, languages, keywordOffsets } = catalogue;
  for (let item = 0; item < catalogue.count; item++) {
    if (runtime[item] > 0) known.runtime++;
    if ((languages[language[item]] ?? '') !== '') known.language++;
    if (keywordOffsets[item + 1] > keywordOffsets[item]) known.keywords++;
  }
  return known;
}
