import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../../src/wnn/network/answer-order';
import { AnswerWindows, type TimedAnswer } from '../../../src/wnn/personal/answer-windows';

const SIZES = [1, 3, 5, Number.POSITIVE_INFINITY];

const answers = fc.uniqueArray(
  fc.record({
    item: fc.nat(40),
    answer: fc.constantFrom('like' as const, 'so-so' as const, 'dislike' as const),
    time: fc.nat(6),
  }),
  { maxLength: 15, selector: ({ item }) => item },
);

function counted() {
  const times = new Map<number, number>();
  const windows = new AnswerWindows(SIZES, ({ item }, sign) => {
    times.set(item, (times.get(item) ?? 0) + sign);
  });
  const held = () => new Map([...times].filter(([, count]) => count !== 0).sort(([a], [b]) => a - b));
  return { windows, held };
}

/** Counted anew from the answers alone. */
function expected(list: readonly TimedAnswer[]): Map<number, number> {
  const order = [...list].sort(compareAnswers);
  const times = order.map(({ item }, place): [number, number] => [
    item,
    SIZES.filter((size) => order.length - place <= size).length,
  ]);
  return new Map(times.sort(([a], [b]) => a - b));
}

describe('AnswerWindows', () => {
  it('holds the latest of each size in whatever order answers came and went', () => {
    fc.assert(
      fc.property(answers, fc.array(fc.nat(), { maxLength: 8 }), (list, removals) => {
        const { windows, held } = counted();
        const left = [...list];
        for (const one of list) windows.insert(one);
        for (const removal of removals) {
          const [gone] = left.splice(removal % Math.max(1, left.length), 1);
          if (gone) windows.remove(gone);
        }
        expect(held()).toEqual(expected(left));
        expect(windows.all.map((_, place) => windows.windowsAt(place))).toEqual(
          windows.all.map(({ item }) => expected(left).get(item)),
        );
      }),
    );
  });

  it('refuses to let go of what it does not hold', () => {
    const { windows } = counted();
    windows.insert({ item: 1, answer: 'like', time: 2 });
    expect(() => windows.remove({ item: 1, answer: 'dislike', time: 2 })).toThrow(RangeError);
    expect(() => windows.remove({ item: 2, answer: 'like', time: 2 })).toThrow(RangeError);
  });
});
