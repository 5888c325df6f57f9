import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANY_NIGHT, PLAIN, type Tuning, WISHES_IN_LIST } from '../../../src/data/tuning';
import { limitsToBlame } from '../../../src/state/list/limits';
import { compileTuning, withWishes } from '../../../src/wnn/personal/tuning';
import { bundledDataset, filmNamed } from '../../fixtures/bundled';

const { catalogue } = bundledDataset();

const WANTED = new Set([filmNamed('Heat', 1995), filmNamed('Seven Samurai', 1954)]);

/** How many films, but those judged, a tuning leaves in the list. */
function fitting(tuning: Tuning, judged: ReadonlySet<number>): number {
  const compiled = compileTuning(catalogue, tuning);
  const excluded = compiled ? withWishes(compiled, () => WANTED).excluded : new Uint8Array(catalogue.count);
  return excluded.reduce((films, out, item) => films + (out === 0 && !judged.has(item) ? 1 : 0), 0);
}

const tunings = fc.record({
  minutes: fc.constantFrom(null, 80, 120),
  language: fc.constantFrom(null, 'ja', 'fr'),
  fromYear: fc.constantFrom(null, 1950, 2010),
  toYear: fc.constantFrom(null, 2012, 2016),
  wishes: fc.constantFrom(...WISHES_IN_LIST),
  never: fc.constantFrom([], ['Drama'], ['Drama', 'Comedy']),
});

describe('limits to blame', () => {
  it('bring back as many films as they say when one is lifted from a tuning that leaves nothing', () => {
    fc.assert(
      fc.property(tunings, ({ never, wishes, ...limits }) => {
        const tuning: Tuning = {
          ...PLAIN,
          wishes,
          tonight: { ...ANY_NIGHT, ...limits },
          leanings: never.map((value) => ({ kind: 'genre', value, leaning: 'never' })),
        };
        const judged = new Set([filmNamed('Alien', 1979)]);
        const before = fitting(tuning, judged);
        for (const { lifted, films } of limitsToBlame(catalogue, tuning, judged, WANTED))
          expect(fitting(lifted, judged) - before).toBe(films);
      }),
      { numRuns: 25 },
    );
  });

  it('name the limit that helps most first, in words', () => {
    const tuning: Tuning = {
      ...PLAIN,
      tonight: { minutes: 80, language: 'da', fromYear: 2015, toYear: null },
      leanings: [
        { kind: 'genre', value: 'Drama', leaning: 'less' },
        { kind: 'decade', value: '1930', leaning: 'never' },
      ],
      hidden: [1],
    };
    const limits = limitsToBlame(catalogue, tuning, new Set(), new Set());
    expect(limits.map(({ words }) => words).sort()).toEqual([
      'at most 80 minutes',
      'from 2015 or later',
      'in Danish',
      'never 1930s',
      'without the films put away',
    ]);
    const films = limits.map((limit) => limit.films);
    expect(films).toEqual([...films].sort((a, b) => b - a));
    expect(limitsToBlame(catalogue, PLAIN, new Set(), new Set())).toEqual([]);
  });
});
