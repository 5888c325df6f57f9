import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenAnswer } from '../../../src/data/opinion';
import { type Explanation, explainRanking } from '../../../src/wnn/inspect/explain';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { expectedRating, expectedStars, matchOf } from '../../../src/wnn/personal/rating-readout';
import { bundledModel, filmNamed } from '../../fixtures/bundled';
import { plainScores } from './plain-ranking';

const network = bundledModel();
const item = fc.integer({ min: 0, max: network.bank.itemCount - 1 });
const opinion = fc.constantFrom<SeenAnswer>('like', 'so-so', 'dislike');
const clicks = fc.array(fc.tuple(item, opinion), { maxLength: 25 });

function taught(history: readonly (readonly [number, SeenAnswer])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [film, said] of history) model.answer(film, said);
  return model;
}

function total({ start, contributions }: Explanation): number {
  return contributions.reduce((sum, { amount }) => sum + amount, start);
}

describe('explanations', () => {
  it('add up to the ranking score, exactly, whatever was answered', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const model = taught(list);
        const ranking = explainRanking(model, film);
        expect([ranking.score]).toEqual(plainScores(model, [film]));
        expect(model.rankingScores()[film]).toBe(ranking.score);
        expect(total(ranking)).toBe(ranking.score);
      }),
      { numRuns: 60 },
    );
  });

  it('never hold a like or a film watched against a film in cells, nor a dislike for it', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        const { contributions } = explainRanking(taught(list), film);
        for (const { answer, amount } of contributions.filter(({ term }) => term === 'cells')) {
          if (answer === 'dislike') expect(amount).toBeLessThan(0);
          else expect(amount).toBeGreaterThan(0);
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
    expect(first).toMatchObject({ item: filmNamed('Alien', 1979), answer: 'like' });
  });
});

describe('ranking readout', () => {
  it('follows a model answer by answer and never drifts from one that learned what is left', () => {
    const steps = fc.array(
      fc.tuple(item, fc.constantFrom('like', 'so-so', 'dislike', 'unseen'), fc.nat(30)),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(clicks, steps, (list, later) => {
        const model = taught(list);
        model.rankingScores();
        for (const [film, said, time] of later) model.answer(film, said, time);
        for (const film of [...model.opinions.keys()].slice(0, 5)) model.forget(film);
        const fresh = new PersonalModel(network);
        for (const [film, { answer, time }] of [...model.answers].reverse()) fresh.answer(film, answer, time);
        expect(model.rankingScores()).toEqual(fresh.rankingScores());
        expect(model.stateBytes()).toEqual(fresh.stateBytes());
        expect(model.clone().rankingScores()).toEqual(fresh.rankingScores());
        expect(model.clone().stateBytes()).toEqual(fresh.stateBytes());
      }),
      { numRuns: 40 },
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
    const before = rank(new PersonalModel(network).rankingScores(), film);
    expect(rank(model.rankingScores(), film)).toBeLessThan(before);
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
        const { general, amounts } = readout?.explain(film) ?? { general: 0, amounts: new Float64Array() };
        const sum = amounts.reduce((all, amount) => all + amount, general + (readout?.start(film) ?? 0));
        expect(Math.abs(sum - (readout?.shift(film) ?? Number.NaN))).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });
});
