import { describe, expect, it } from 'vitest';
import type { Feedback, FittedRecommender, History, Training } from '../../src/baselines/recommender';
import { fitAnswerLines } from '../../src/data/answer-lines';
import { fitItemEffects } from '../../src/data/item-effects';
import type { RegisteredModel } from '../../src/evaluation/recommenders/registry';
import { type AccuracyProtocol, PROTOCOLS } from '../../src/evaluation/types';
import { makeDataset } from '../fixtures/small-world';

const { catalogue, ratings } = makeDataset(11, 80, 60);
/** The last films are rated by nobody. */
const UNRATED = 70;
const training: Training = withoutFilmsFrom(UNRATED);
const all = Uint32Array.from({ length: catalogue.count }, (_, item) => item);

function withoutFilmsFrom(first: number): Training {
  const kept = Array.from(ratings.item.keys()).filter((r) => ratings.item[r] < first);
  const rest = {
    ...ratings,
    count: kept.length,
    offsets: ratings.offsets.map((end) => kept.filter((r) => r < end).length),
    item: Uint32Array.from(kept, (r) => ratings.item[r]),
    halfStars: Uint8Array.from(kept, (r) => ratings.halfStars[r]),
    timestamp: Uint32Array.from(kept, (r) => ratings.timestamp[r]),
  };
  const effects = fitItemEffects(catalogue, rest);
  const answers = fitAnswerLines(rest, effects);
  return { catalogue, ratings: rest, effects, feedback: 'stars', answers, join: 'corrected', seed: 3 };
}

function history(items: number[], halfStars: (r: number) => number): History {
  return {
    item: Uint32Array.from(items),
    halfStars: Uint8Array.from(items, (_, r) => halfStars(r)),
    timestamp: Uint32Array.from(items, (_, r) => 1_000_000 + 60 * r),
  };
}

const HISTORIES: Record<string, History> = {
  'an empty profile': history([], () => 0),
  'one rating': history([4], () => 9),
  'one rating of a film nobody else rated': history([75], () => 3),
  'all ratings equal': history([0, 3, 5, 8, 13, 21, 34, 55], () => 6),
  'nothing but zeros, as half a star reads in `paper`': history([1, 2, 3, 5], () => 0),
  'an ordinary profile': history([0, 1, 2, 4, 7, 11, 16, 22, 29, 37, 72], (r) => 1 + ((7 * r) % 10)),
  'every film': history([...all], (r) => 1 + ((3 * r) % 10)),
};
const together = Object.values(HISTORIES);

/**
 * What every recommender must keep to, on made-up data of 80 films and 60 people: finite answers for any history,
 * numbers that depend on nothing but the data and the seed, and arguments left as they are.
 */
export function describeContract(model: RegisteredModel): void {
  describe.each(['stars', 'likes', 'clicks'] as const)('taught by %s', (feedback) =>
    describeTaught(model, feedback),
  );

  it('has the name that it is registered under', () => {
    const [protocol] = model.protocols;
    expect(model.create({ protocol, fit: 'quick' }).name).toBe(model.name);
  });
}

function describeTaught(model: RegisteredModel, feedback: Feedback): void {
  const protocol = PROTOCOLS.find((candidate) => model.protocols.includes(candidate)) as AccuracyProtocol;
  const train = (): FittedRecommender =>
    model.create({ protocol, fit: 'quick' }).fit({ ...training, feedback }, model.joint ? together : []);
  const fitted = train();
  const outputs = (from: FittedRecommender, index: number) => {
    const personal = from.personalize(together[index], 100 + index, index);
    const result = [personal.predict(all), personal.rank?.() ?? new Float64Array(0)];
    personal.release?.();
    return result;
  };

  it.each(Object.keys(HISTORIES))('gives every film a finite prediction and score: %s', (kind) => {
    const [predicted, scores] = outputs(fitted, Object.keys(HISTORIES).indexOf(kind));
    expect(predicted).toHaveLength(catalogue.count);
    expect(predicted.every(Number.isFinite)).toBe(true);
    expect(scores.every(Number.isFinite)).toBe(true);
    expect([0, catalogue.count]).toContain(scores.length);
  });

  it('predicts a film alike whichever films are asked about beside it', () => {
    const personal = fitted.personalize(together[5], 105, 5);
    const few = Uint32Array.from([40, 0, 75]);
    const predicted = personal.predict(all);
    expect([...personal.predict(few)]).toEqual([predicted[40], predicted[0], predicted[75]]);
  });

  it('gives the same numbers when fitted again', () => {
    expect(outputs(train(), 5)).toEqual(outputs(fitted, 5));
  });

  it('gives the same numbers in whatever order users are visited', () => {
    const forwards = together.map((_, index) => outputs(fitted, index));
    const backwards = [...together.keys()].reverse().map((index) => outputs(fitted, index));
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('lets two users alternate without mixing them up', () => {
    const first = fitted.personalize(together[4], 104, 4);
    const second = fitted.personalize(together[5], 105, 5);
    const before = [first.predict(all), second.predict(all)];
    expect([first.predict(all), second.predict(all)]).toEqual(before);
    expect(before[0]).toEqual(outputs(fitted, 4)[0]);
  });

  it('leaves what it is given untouched', () => {
    const given = structuredClone([training.ratings, training.effects, together]);
    outputs(train(), 5);
    expect([training.ratings, training.effects, together]).toEqual(given);
  });

  if (fitted.personalize(together[0], 100, 0).learn) {
    it('learns one more rating as if the history had ended with it', () => {
      const { item, halfStars, timestamp } = together[5];
      const last = item.length - 1;
      const shorter = {
        item: item.subarray(0, last),
        halfStars: halfStars.subarray(0, last),
        timestamp: timestamp.subarray(0, last),
      };
      const personal = fitted.personalize(shorter, 105, 5);
      personal.learn?.(item[last], halfStars[last], timestamp[last]);
      const [expected] = outputs(fitted, 5);
      personal.predict(all).forEach((value, i) => {
        expect(value).toBeCloseTo(expected[i], 9);
      });
    });
  }

  const recommender = model.create({ protocol, fit: 'quick' });
  if (recommender.pack) {
    it('predicts the same after it was packed and unpacked', () => {
      const bytes = recommender.pack?.(fitted);
      const given = model.joint ? together : [];
      const restored = bytes && recommender.unpack?.(bytes, { ...training, feedback }, given);
      expect(restored && outputs(restored, 5)).toEqual(outputs(fitted, 5));
    });
  }
}
