import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import {
  ADVENTURE_STEPS,
  ANY_NIGHT,
  carriersOf,
  fitsTonight,
  LEANINGS,
  PLAIN,
  type Trait,
  type Tuning,
  WISHES_IN_LIST,
} from '../../../src/data/tuning';
import { rankAll, topOf } from '../../../src/state/list/ranking';
import { whyRanked } from '../../../src/state/list/why';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { type CompiledTuning, compileTuning, withWishes } from '../../../src/wnn/personal/tuning';
import { bundledLibrary, filmNamed } from '../../fixtures/bundled';

const library = bundledLibrary();
const { catalogue, network } = library;
const film = fc.integer({ min: 0, max: catalogue.count - 1 });
const clicks = fc.array(fc.tuple(film, fc.constantFrom<Opinion>('like', 'dislike')), { maxLength: 25 });
const trait = fc.constantFrom<Trait>(
  { kind: 'genre', value: 'Horror' },
  { kind: 'genre', value: 'Drama' },
  { kind: 'decade', value: '1980' },
  { kind: 'language', value: 'fr' },
  { kind: 'keyword', value: catalogue.keywords[3] },
);
const leanings = fc.uniqueArray(
  fc.tuple(trait, fc.constantFrom(...LEANINGS)).map(([named, leaning]) => ({ ...named, leaning })),
  { selector: ({ kind, value }) => `${kind} ${value}`, maxLength: 4 },
);
const tunings: fc.Arbitrary<Tuning> = fc.record({
  leanings,
  adventure: fc.integer({ min: -ADVENTURE_STEPS, max: ADVENTURE_STEPS }),
  hidden: fc.array(
    film.map((item) => catalogue.movieId[item]),
    { maxLength: 3 },
  ),
  tonight: fc.record({
    minutes: fc.option(fc.constantFrom(90, 120, 150)),
    fromYear: fc.option(fc.constantFrom(1950, 1980)),
    toYear: fc.option(fc.constantFrom(1995, 2010)),
    language: fc.option(fc.constantFrom('en', 'fr')),
  }),
  wishes: fc.constantFrom(...WISHES_IN_LIST),
});

function taught(history: readonly (readonly [number, Opinion])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [item, said] of history) model.answer(item, said);
  return model;
}

const compiled = (tuning: Partial<Tuning>) => compileTuning(catalogue, { ...PLAIN, ...tuning });
const listed = (model: PersonalModel, tuning: Partial<Tuning>) =>
  topOf(rankAll(model, compiled(tuning)), catalogue.count);

describe('a tuned list', () => {
  it('is explained by parts that add up to its score when tuned in any way', () => {
    fc.assert(
      fc.property(clicks, tunings, film, (history, tuning, item) => {
        const model = taught(history);
        const ready = compileTuning(catalogue, tuning);
        const { raw } = rankAll(model, ready);
        const why = whyRanked(library, model, item, ready);
        const amounts = [...why.contributions, ...why.tuning].map(({ amount }) => amount);
        const sum = amounts.reduce((total, amount) => total + amount, why.start);
        expect(Math.abs(sum - raw[item])).toBeLessThan(1e-6);
        expect(Math.abs(why.score - raw[item])).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('is the plain list when every control is at rest, and leaves the memory alone when tuned', () => {
    fc.assert(
      fc.property(clicks, tunings, (history, tuning) => {
        const model = taught(history);
        const plain = rankAll(model);
        const bytes = model.stateBytes();
        rankAll(model, compileTuning(catalogue, tuning));
        expect(model.stateBytes()).toEqual(bytes);
        expect(rankAll(model, compileTuning(catalogue, PLAIN))).toEqual(plain);
        expect(rankAll(model)).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it('holds all but the films of a trait, in their order, when that trait is never wanted', () => {
    fc.assert(
      fc.property(clicks, trait, (history, muted) => {
        const model = taught(history);
        const carries = carriersOf(catalogue, muted);
        const rest = listed(model, {}).filter((item) => carries[item] === 0);
        expect(listed(model, { leanings: [{ ...muted, leaning: 'never' }] })).toEqual(rest);
      }),
      { numRuns: 20 },
    );
  });

  it('lifts films of a trait when more is wanted and sinks them when less is, in their order', () => {
    fc.assert(
      fc.property(
        clicks,
        trait,
        fc.constantFrom('more' as const, 'less' as const),
        (history, named, leaning) => {
          const model = taught(history);
          const carries = carriersOf(catalogue, named);
          const placeOf = (list: number[]) => {
            const places = new Map(list.map((item, place) => [item, place]));
            return (item: number) => places.get(item) as number;
          };
          const plain = listed(model, {});
          const tuned = listed(model, { leanings: [{ ...named, leaning }] });
          const [before, after] = [placeOf(plain), placeOf(tuned)];
          const sign = leaning === 'more' ? 1 : -1;
          const carriers = plain.filter((item) => carries[item] === 1);
          expect(carriers.every((item) => sign * (before(item) - after(item)) >= 0)).toBe(true);
          expect(tuned.filter((item) => carries[item] === 1)).toEqual(carriers);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('holds only what fits when tonight has limits; films of unknown length fit none', () => {
    fc.assert(
      fc.property(clicks, tunings, (history, { tonight }) => {
        for (const item of listed(taught(history), { tonight })) {
          const { minutes, fromYear, toYear, language } = tonight;
          if (minutes !== null) {
            expect(catalogue.runtime[item]).toBeGreaterThan(0);
            expect(catalogue.runtime[item]).toBeLessThanOrEqual(minutes);
          }
          if (fromYear !== null) expect(catalogue.year[item]).toBeGreaterThanOrEqual(fromYear);
          if (toYear !== null) expect(catalogue.year[item]).toBeLessThanOrEqual(toYear);
          if (language !== null) expect(catalogue.languages[catalogue.language[item]]).toBe(language);
        }
      }),
      { numRuns: 15 },
    );
    const unknown = catalogue.runtime.indexOf(0);
    expect(fitsTonight(catalogue, ANY_NIGHT, unknown)).toBe(true);
    expect(fitsTonight(catalogue, { ...ANY_NIGHT, minutes: 9999 }, unknown)).toBe(false);
  });

  it('holds the films that are wanted, or all others, in their order when it is drawn from those or without them', () => {
    const wishes = fc.uniqueArray(film, { maxLength: 8 });
    fc.assert(
      fc.property(clicks, wishes, tunings, (history, wanted, tuning) => {
        const model = taught(history);
        const drawn = (choice: Tuning['wishes']) => {
          const ready = compileTuning(catalogue, { ...tuning, wishes: choice });
          return topOf(rankAll(model, ready && withWishes(ready, () => wanted)), catalogue.count);
        };
        const all = drawn('any');
        expect(drawn('only')).toEqual(all.filter((item) => wanted.includes(item)));
        expect(drawn('without')).toEqual(all.filter((item) => !wanted.includes(item)));
      }),
      { numRuns: 20 },
    );
    const rested = compiled({ adventure: 1 }) as CompiledTuning;
    expect(withWishes(rested, () => [1])).toBe(rested);
  });

  it('leaves out one film alone when it is hidden', () => {
    const model = taught([[filmNamed('Alien', 1979), 'like']]);
    const [first, ...rest] = listed(model, {});
    expect(listed(model, { hidden: [catalogue.movieId[first]] })).toEqual(rest);
  });

  it('is nearer to popularity or to the own clicks when the dial is turned to either end', () => {
    const model = taught([
      [filmNamed('Alien', 1979), 'like'],
      [filmNamed('Blade Runner', 1982), 'like'],
    ]);
    const meanLikes = (adventure: number) =>
      listed(model, { adventure })
        .slice(0, 50)
        .reduce((sum, item) => sum + network.effects.likes[item] / 50, 0);
    const steps = [-ADVENTURE_STEPS, 0, ADVENTURE_STEPS].map(meanLikes);
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(new Set(steps).size).toBe(3);
  });
});
