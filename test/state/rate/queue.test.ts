import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLibrary } from '../../../src/state/platform/library';
import type { Judgement } from '../../../src/state/profile/profile-model';
import { nextFilms, type RateQueueInput } from '../../../src/state/rate/queue';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { matchOf } from '../../../src/wnn/personal/rating-readout';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

const FILMS = 60;
const dataset = makeDataset(3, FILMS);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));

const FRESH: RateQueueInput = { judgements: [], seed: 1, keep: [], skipped: [], count: 6 };

function modelOf(judgements: readonly Judgement[]): PersonalModel {
  const model = new PersonalModel(library.network);
  for (const { item, kind, time } of judgements) model.answer(item, kind, time);
  return model;
}

function plan(input: Partial<RateQueueInput> = {}): number[] {
  const whole = { ...FRESH, ...input };
  const model = modelOf(whole.judgements);
  return nextFilms(library, (item) => matchOf(model, item), whole);
}

const judgementLists = fc.uniqueArray(fc.nat(FILMS - 1), { maxLength: FILMS }).chain((items) =>
  fc
    .array(fc.constantFrom<Judgement['kind']>('like', 'so-so', 'dislike', 'unseen'), {
      minLength: items.length,
      maxLength: items.length,
    })
    .map((kinds) => items.map((item, n): Judgement => ({ item, kind: kinds[n], time: n, choices: 3 }))),
);

test('rate queue: asks for no film twice when films were judged, not seen or skipped', () => {
  const items = fc.uniqueArray(fc.nat(FILMS - 1), { maxLength: 5 });
  fc.assert(
    fc.property(judgementLists, items, items, (judgements, keep, skipped) => {
      const planned = plan({ judgements, keep, skipped });
      const judged = new Set(judgements.map(({ item }) => item));
      expect(new Set(planned).size).toBe(planned.length);
      for (const item of planned) {
        expect(judged).not.toContain(item);
        if (!keep.includes(item)) expect(skipped).not.toContain(item);
      }
      const left = FILMS - new Set([...judged, ...skipped.filter((item) => !keep.includes(item))]).size;
      expect(planned).toHaveLength(Math.min(6, left));
    }),
    { numRuns: 60 },
  );
});

test('rate queue: gives the same films, kept ones in front, when the state is the same', () => {
  fc.assert(
    fc.property(judgementLists, (judgements) => {
      const planned = plan({ judgements });
      expect(plan({ judgements })).toEqual(planned);
      const [shown, next] = planned;
      const kept = [shown, next].filter((item) => item !== undefined);
      const more: Judgement[] = [];
      const other = planned.at(-1);
      if (other !== undefined && !kept.includes(other))
        more.push({ item: other, kind: 'like', time: 99, choices: 2 });
      expect(plan({ judgements: [...more, ...judgements], keep: kept }).slice(0, kept.length)).toEqual(kept);
    }),
    { numRuns: 40 },
  );
});

test('rate queue: asks for films that many know when nothing was said', () => {
  const known = [...library.effects.ratings].sort((a, b) => b - a)[FILMS / 2];
  for (const item of plan()) expect(library.effects.ratings[item]).toBeGreaterThanOrEqual(known);
});

test('rate queue: asks in another order when the seed is another', () => {
  const orders = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => plan({ seed }).join()));
  expect(orders.size).toBeGreaterThan(1);
});

test('rate queue: has neighbours that differ more in genre or decade when planned than when ordered by worth alone', () => {
  const planned = plan({ count: 8 });
  const genres = planned.map((item) => library.catalogue.genres[item]);
  const repeats = genres.filter((mask, n) => n > 0 && mask === genres[n - 1]);
  expect(repeats).toEqual([]);
});

test('rate queue: asks mostly for films that the model is unsure of when much was said', () => {
  const judgements = Array.from({ length: 24 }, (_, n) => ({
    item: 2 * n,
    kind: n % 3 === 0 ? ('dislike' as const) : ('like' as const),
    time: 24 - n,
    choices: 2 as const,
  }));
  const model = modelOf(judgements);
  const doubt = (item: number) => Math.abs(matchOf(model, item) - 0.5);
  const left = Array.from({ length: FILMS }, (_, item) => item).filter((item) => !model.opinions.has(item));
  const mean = (items: number[]) => items.reduce((sum, item) => sum + doubt(item), 0) / items.length;
  expect(mean(plan({ judgements }))).toBeLessThan(mean(left));
});
