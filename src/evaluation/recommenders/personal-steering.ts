import { type Catalogue, GENRES } from '../../data/catalogue';
import { carriersOf, PLAIN, type Trait } from '../../data/tuning';
import { explainRanking } from '../../wnn/inspect/explain';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { compileTuning } from '../../wnn/personal/tuning';

/**
 * Films that stay when the film's most telling trait is never wanted, as the app's Tune does: of its genres and its decade
 * the one that many of the listed films carry and few others do, films * log(all films / carriers).
 * @returns 1 for films that stay; null where the film has neither genre nor year.
 */
export function withoutTraitOf(
  catalogue: Catalogue,
  item: number,
  listed: readonly number[],
): Uint8Array | null {
  const traits: Trait[] = GENRES.filter((_, g) => ((catalogue.genres[item] >>> g) & 1) === 1).map(
    (value) => ({ kind: 'genre', value }),
  );
  const year = catalogue.year[item];
  if (year > 0) traits.push({ kind: 'decade', value: String(10 * Math.floor(year / 10)) });
  let best: { trait: Trait; telling: number } | null = null;
  for (const trait of traits) {
    const carriers = carriersOf(catalogue, trait);
    const everywhere = carriers.reduce((sum, carries) => sum + carries, 0);
    const here = listed.filter((film) => carriers[film] === 1).length;
    const telling = here * Math.log(catalogue.count / everywhere);
    if (!best || telling > best.telling) best = { trait, telling };
  }
  if (!best) return null;
  const compiled = compileTuning(catalogue, {
    ...PLAIN,
    leanings: [{ ...best.trait, leaning: 'never' }],
  });
  return compiled?.excluded.map((excluded) => 1 - excluded) ?? null;
}

/** The like whose parts of a film's score, over all terms, sum to most; null where none adds anything. */
export function speaksMostFor(model: PersonalModel, film: number): number | null {
  const sums = new Map<number, number>();
  for (const { item, answer, amount } of explainRanking(model, film).contributions) {
    if (answer === 'like') sums.set(item, (sums.get(item) ?? 0) + amount);
  }
  const [most] = [...sums].filter(([, amount]) => amount > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most ? most[0] : null;
}
