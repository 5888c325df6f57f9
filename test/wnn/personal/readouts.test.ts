import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import { type Explanation, explainRanking } from '../../../src/wnn/inspect/explain';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { expectedRating, expectedStars, matchOf } from '../../../src/wnn/personal/rating-readout';
import { bundledModel, filmNamed } from '../../fixtures/bundled';
import { plainScores } from './plain-ranking';

const network = bundledModel();
const item = fc.integer({ min: 0, max: network.bank.itemCount - 1 });
const opinion = fc.constantFrom<Opinion>('like', 'dislike');
const clicks = fc.array(fc.tuple(item, opinion), { maxLength: 25 });

function taught(history: readonly (readonly [number, Opinion])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [film, said] of history) model.answer(film, said);
  return model;
}

function total({ start, contributions }: Explanation): number {
  return contributions.reduce((sum, { amount }) => sum + amount, start);
}

describe('explanations', () => {
  it('add up to the ranking score and to the match, dislikes included', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const model = taught(list);
        const ranking = explainRanking(model, film);
        expect(ranking.score).toBe(plainScores(network, model.memory)[film]);
        expect(Math.abs(total(ranking) - ranking.score)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('never hold a like against a film, nor a dislike for it', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const model = taught(list);
        for (const { opinion: said, amount } of explainRanking(model, film).contributions) {
          if (said === 'like') expect(amount).toBeGreaterThan(0);
          else expect(amount).toBeLessThan(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('name the like of a close relative first', () => {
    const model = taught([
      [filmNamed('Alien', 1979), 'like'],
      [filmNamed('Sleepless in Seattle', 1993), 'dislike'],
      [filmNamed('Beauty and the Beast', 1991), 'like'],
    ]);
    const [first] = explainRanking(model, filmNamed('Aliens', 1986)).contributions;
    expect(first).toMatchObject({ item: filmNamed('Alien', 1979), opinion: 'like' });
  });
});

describe('ranking readout', () => {
  it('never lowers any film for a new like, nor raises one for a new dislike', () => {
    fc.assert(
      fc.property(clicks, item, opinion, (list, film, said) => {
        const model = taught(list.filter(([i]) => i !== film));
        const before = plainScores(network, model.memory);
        model.answer(film, said);
        const after = plainScores(network, model.memory);
        const sign = said === 'like' ? 1 : -1;
        expect(after.every((score, i) => sign * (score - before[i]) >= 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('follows a model click by click and never drifts from the full computation', () => {
    const steps = fc.array(fc.tuple(item, fc.constantFrom<Opinion | 'forget'>('like', 'dislike', 'forget')), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(clicks, steps, (list, later) => {
        const model = taught(list);
        model.rankingScores();
        for (const [film, said] of later) {
          if (said === 'forget') model.forget(film);
          else model.answer(film, said);
        }
        for (const film of [...model.opinions.keys()].slice(0, 5)) model.forget(film);
        expect(model.rankingScores()).toEqual(plainScores(network, model.memory));
      }),
      { numRuns: 30 },
    );
  });

  it('moves science fiction up for someone who likes science fiction', () => {
    const likes = [
      filmNamed('Alien', 1979),
      filmNamed('Blade Runner', 1982),
      filmNamed('The Terminator', 1984),
    ];
    const model = taught(likes.map((film) => [film, 'like'] as const));
    const rank = (scores: Float64Array, film: number) => scores.filter((s) => s > scores[film]).length;
    const film = filmNamed('Total Recall', 1990);
    const before = rank(plainScores(network, new PersonalModel(network).memory), film);
    expect(rank(plainScores(network, model.memory), film)).toBeLessThan(before);
  });
});

describe('rating readout', () => {
  it('says what most people say before the first answer but for what is learned of beginners, and stays on the scale', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const { most, you } = expectedRating(taught(list), film);
        expect(most).toBeCloseTo(network.effects.globalMean + network.effects.bias[film], 12);
        expect(you).toBeGreaterThanOrEqual(0.5);
        expect(you).toBeLessThanOrEqual(5);
        const match = matchOf(taught(list), film);
        expect(match).toBeGreaterThanOrEqual(0.01);
        expect(match).toBeLessThanOrEqual(0.99);
      }),
      { numRuns: 40 },
    );
  });

  it('never turns two films of one public like rate round when stars become a match', () => {
    fc.assert(
      fc.property(clicks, item, item, (list, a, b) => {
        const model = taught(list);
        const alike = { ...network.effects, likeRate: network.effects.likeRate.map(() => 0.6) };
        const same = new PersonalModel({ ...network, effects: alike });
        for (const [film, { answer, time }] of model.answers) same.answer(film, answer, time);
        if (expectedStars(same, a) > expectedStars(same, b))
          expect(matchOf(same, a)).toBeGreaterThanOrEqual(matchOf(same, b));
      }),
      { numRuns: 40 },
    );
  });

  it('adds up over the answers, to the stars that are expected', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const model = taught(list);
        const readout = model.readout();
        const amounts = readout?.explain(film) ?? new Float64Array();
        const sum = amounts.reduce((all, amount) => all + amount, readout?.start(film) ?? 0);
        expect(Math.abs(sum - (readout?.shift(film) ?? Number.NaN))).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });
});
