import { GENRES } from '../../data/catalogue';
import { languageName } from '../../data/language-name';
import { keywordName } from '../../data/traits/keyword-names';
import { carriersOf, sameTrait, type Trait, type TraitKind } from '../../data/tuning';
import { LANGUAGE } from '../../words/en/language';
import * as words from '../../words/en/list/traits';
import type { Library } from '../platform/library';

/** A language is offered if at least this many films speak it. */
const LEAST_FILMS = 20;
/** Keywords offered, and how many films of the list must carry one. */
const KEYWORDS = 12;
const LEAST_CARRIERS = 2;

/** A trait in words: "Horror", "1980s", "French", "time travel". */
export function traitName({ kind, value }: Trait): string {
  if (kind === 'decade') return words.decade(value);
  if (kind === 'language') return languageName(value);
  // A keyword that is not offered may have been chosen in an earlier version.
  return kind === 'keyword' ? (keywordName(value) ?? value) : value;
}

/** Codes of the languages of many films, by name. */
export function languagesOffered({ catalogue }: Library): string[] {
  const films = new Uint32Array(catalogue.languages.length);
  for (const language of catalogue.language) films[language]++;
  return catalogue.languages
    .filter((code, n) => code !== '' && films[n] >= LEAST_FILMS)
    .sort((a, b) => languageName(a).localeCompare(languageName(b), LANGUAGE));
}

function decadesOffered({ catalogue }: Library): string[] {
  const decades = new Set<number>();
  for (const year of catalogue.year) if (year > 0) decades.add(Math.floor(year / 10) * 10);
  return [...decades].sort((a, b) => b - a).map(String);
}

/** What many films of a list are about and few others are, the most telling first. */
function keywordsOf({ catalogue }: Library, listed: readonly number[]): string[] {
  const { keywords, keywordIds, keywordOffsets } = catalogue;
  const everywhere = new Uint32Array(keywords.length);
  for (const id of keywordIds) everywhere[id]++;
  const here = new Map<number, number>();
  for (const item of listed) {
    for (const id of keywordIds.subarray(keywordOffsets[item], keywordOffsets[item + 1])) {
      here.set(id, (here.get(id) ?? 0) + 1);
    }
  }
  const telling = (id: number, films: number) => films * Math.log(catalogue.count / everywhere[id]);
  return (
    [...here]
      .filter(([id, films]) => films >= LEAST_CARRIERS && keywordName(keywords[id]) !== null)
      .sort(([a, x], [b, y]) => telling(b, y) - telling(a, x) || a - b)
      .map(([id]) => keywords[id])
      // Of several keywords with one name the most telling.
      .filter((keyword, place, all) => all.map(keywordName).indexOf(keywordName(keyword)) === place)
      .slice(0, KEYWORDS)
  );
}

/**
 * The traits a person can ask more or less of, by kind: all genres and decades, the usual languages, and what the films
 * of the list are about.
 * @param chosen traits that must be offered, whatever the list holds
 */
export function offeredTraits(
  library: Library,
  listed: readonly number[],
  chosen: readonly Trait[],
): Record<TraitKind, Trait[]> {
  const offer = (kind: TraitKind, values: readonly string[]) => {
    const traits: Trait[] = values.map((value) => ({ kind, value }));
    for (const trait of chosen) {
      const known = traits.some((other) => sameTrait(trait, other));
      if (trait.kind === kind && !known) traits.push({ kind, value: trait.value });
    }
    return traits;
  };
  return {
    genre: offer('genre', GENRES),
    decade: offer('decade', decadesOffered(library)),
    language: offer('language', languagesOffered(library)),
    keyword: offer('keyword', keywordsOf(library, listed)),
  };
}

/** For each trait, how many of the films carry it. */
export function countCarriers(
  library: Library,
  traits: readonly Trait[],
  films: readonly number[],
): number[] {
  return traits.map((trait) => {
    const carries = carriersOf(library.catalogue, trait);
    return films.reduce((sum, item) => sum + carries[item], 0);
  });
}
