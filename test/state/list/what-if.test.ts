import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import { PLAIN } from '../../../src/data/tuning';
import { rankAll, topOf } from '../../../src/state/list/ranking';
import { compareLists, rankWithout } from '../../../src/state/list/what-if';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { compileTuning } from '../../../src/wnn/personal/tuning';
import { bundledDataset, bundledModel } from '../../fixtures/bundled';

const network = bundledModel();
const { catalogue } = bundledDataset();
const film = fc.integer({ min: 0, max: catalogue.count - 1 });
const history = fc.uniqueArray(fc.tuple(film, fc.constantFrom<Opinion>('like', 'dislike')), {
  selector: ([item]) => item,
  minLength: 1,
  maxLength: 25,
});
const tuning = fc.constantFrom(
  null,
  compileTuning(catalogue, {
    ...PLAIN,
    adventure: 2,
    leanings: [{ kind: 'genre', value: 'Drama', leaning: 'never' }],
  }),
);

function taught(clicks: readonly (readonly [number, Opinion])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [item, said] of clicks) model.answer(item, said);
  return model;
}

describe('what if', () => {
  it('is the ranking of a model that never learned the click when any click is thought away', () => {
    fc.assert(
      fc.property(history, fc.nat(), tuning, (clicks, pick, tuned) => {
        const [click] = clicks[pick % clicks.length];
        const never = taught(clicks.filter(([item]) => item !== click));
        expect(rankWithout(taught(clicks), click, tuned)).toEqual(rankAll(never, tuned));
      }),
      { numRuns: 40 },
    );
  });

  it('sees memory and opinions without the click when it looks', () => {
    fc.assert(
      fc.property(history, fc.nat(), (clicks, pick) => {
        const [click] = clicks[pick % clicks.length];
        const model = taught(clicks);
        const never = taught(clicks.filter(([item]) => item !== click));
        const seen = model.without([click, click], () => [model.stateBytes(), new Map(model.opinions)]);
        expect(seen).toEqual([never.stateBytes(), new Map(never.opinions)]);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves bytes, opinions in their order and ranking as they were when it is over, even where looking fails', () => {
    fc.assert(
      fc.property(history, fc.nat(), fc.boolean(), (clicks, pick, fails) => {
        const model = taught(clicks);
        const before = { bytes: model.stateBytes(), opinions: [...model.opinions], ranking: rankAll(model) };
        const look = () => {
          if (fails) throw new RangeError('looked away');
        };
        const [click] = clicks[pick % clicks.length];
        if (fails) expect(() => model.without([click], look)).toThrow(RangeError);
        else model.without([click], look);
        expect({
          bytes: model.stateBytes(),
          opinions: [...model.opinions],
          ranking: rankAll(model),
        }).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing when nothing was said of the film', () => {
    const model = taught([[5, 'like']]);
    expect(rankWithout(model, 6, null)).toEqual(rankAll(model));
  });
});

describe('comparing two lists', () => {
  const scored = (scores: readonly (number | null)[]) => {
    const raw = Float64Array.from(scores, (score) => score ?? Number.NaN);
    return { learned: raw, raw, scores: raw, series: null };
  };

  it('tells who comes, who leaves and who moves when two rankings differ', () => {
    const now = scored([9, 8, 7, 6, 5, null]);
    const then = scored([7, 9, 1, 6, 5, 8]);
    expect(compareLists(now, then, 2, 3)).toEqual({
      list: [
        { item: 1, from: 2, to: 1 },
        { item: 5, from: null, to: 2 },
        { item: 0, from: 1, to: 3 },
      ],
      entering: [{ item: 5, from: null, to: 2 }],
      leaving: [{ item: 2, from: 3, to: 6 }],
      moving: [
        { item: 0, from: 1, to: 3 },
        { item: 1, from: 2, to: 1 },
      ],
      film: { item: 2, from: 3, to: 6 },
    });
  });

  it('counts places as if films were not there when they are kept out', () => {
    fc.assert(
      fc.property(history, fc.uniqueArray(film, { maxLength: 4 }), fc.nat(), (clicks, kept, pick) => {
        const model = taught(clicks);
        const now = rankAll(model);
        const then = rankWithout(model, clicks[pick % clicks.length][0], null);
        const shown = (ranking: typeof now) =>
          topOf(ranking, catalogue.count).filter((item) => !kept.includes(item));
        const [before, after] = [shown(now), shown(then)];
        const { list, leaving } = compareLists(now, then, before[0], 20, kept);
        expect(list.map(({ item }) => item)).toEqual(after.slice(0, 20));
        for (const { item, from, to } of [...list, ...leaving]) {
          expect(from ?? 0).toBe(before.indexOf(item) + 1);
          expect(to).toBe(after.indexOf(item) + 1);
        }
      }),
      { numRuns: 15 },
    );
  });
});
