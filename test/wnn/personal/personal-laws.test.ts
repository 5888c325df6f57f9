import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../../src/data/opinion';
import { explainRanking } from '../../../src/wnn/inspect/explain';
import { networkOf } from '../../../src/wnn/network/assembly';
import { ratingNeighbours } from '../../../src/wnn/network/rating-neighbours';
import { starDeviation } from '../../../src/wnn/network/star-deviation';
import { matchFigure } from '../../../src/wnn/personal/match-figure';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { expectedStars, matchOf } from '../../../src/wnn/personal/rating-readout';
import { catalogue, effects, RANKING, RATING, ratings } from '../../fixtures/small-parts';
import { plainScores } from './plain-ranking';

const neighbours = ratingNeighbours(ratings, effects);
/** What the app builds, one that is taught by stars, and one on public facts that is only asked for ratings. */
const NETWORKS = {
  clicks: networkOf(catalogue, effects, { rating: RATING.clicks, ranking: RANKING }, neighbours),
  stars: networkOf(catalogue, effects, { rating: RATING.hybrid, ranking: RANKING }, neighbours),
  facts: networkOf(catalogue, effects, { rating: RATING.likes, ranking: null }, neighbours),
  lists: networkOf(catalogue, effects, { rating: null, ranking: RANKING }, neighbours),
};
type Kind = keyof typeof NETWORKS;
interface Click {
  item: number;
  halfStars: number;
  time: number;
}

const kinds = fc.constantFrom<Kind>('clicks', 'stars', 'facts', 'lists');
const item = fc.integer({ min: 0, max: catalogue.count - 1 });
const click = fc.record({
  item,
  halfStars: fc.integer({ min: 1, max: 10 }),
  time: fc.integer({ min: 0, max: 20 }),
});
const clicks = fc.uniqueArray(click, { maxLength: 70, selector: (one) => one.item });
const shuffled = clicks.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

function teach(model: PersonalModel, kind: Kind, { item: film, halfStars, time }: Click): void {
  const answer = answerOf(halfStars);
  if (kind !== 'stars') model.answer(film, answer, time);
  else model.teach(film, { answer, deviation: starDeviation(effects, null, film, halfStars) }, time);
}

function taught(kind: Kind, list: readonly Click[]): PersonalModel {
  const model = new PersonalModel(NETWORKS[kind]);
  for (const one of list) teach(model, kind, one);
  return model;
}

/** All that a model says, to the last bit. */
function saysOf(model: PersonalModel) {
  const films = Array.from({ length: catalogue.count }, (_, film) => film);
  return {
    bytes: model.stateBytes(),
    scores: model.rankingScores(),
    stars: films.map((film) => expectedStars(model, film)),
    match: films.map((film) => matchOf(model, film)),
  };
}

describe('a personal model', () => {
  it('is the same, to the last bit of what it says, in whatever order it learned', () => {
    fc.assert(
      fc.property(kinds, shuffled, (kind, [list, other]) => {
        expect(saysOf(taught(kind, other))).toEqual(saysOf(taught(kind, list)));
      }),
      { numRuns: 40 },
    );
  });

  it('forgets exactly, windows and sums included, as if it had never been told', () => {
    fc.assert(
      fc.property(kinds, clicks, fc.nat(), fc.boolean(), (kind, list, which, looked) => {
        fc.pre(list.length > 0);
        const gone = list[which % list.length];
        const model = taught(kind, list);
        if (looked) saysOf(model);
        model.forget(gone.item);
        const never = taught(
          kind,
          list.filter((one) => one !== gone),
        );
        expect(saysOf(model)).toEqual(saysOf(never));
      }),
      { numRuns: 60 },
    );
  });

  it('says after every click what a model says that learned them at once', () => {
    fc.assert(
      fc.property(kinds, clicks, (kind, list) => {
        const model = new PersonalModel(NETWORKS[kind]);
        for (const one of list) {
          teach(model, kind, one);
          model.rankingScores();
          expectedStars(model, one.item);
        }
        expect(saysOf(model)).toEqual(saysOf(taught(kind, list)));
      }),
      { numRuns: 20 },
    );
  });

  it('learns many answers at once as one after the other, before and after it knows any', () => {
    fc.assert(
      fc.property(kinds, clicks, fc.nat(70), (kind, list, known) => {
        fc.pre(kind !== 'stars');
        const timed = list.map(({ item: film, halfStars, time }) => {
          return [film, { answer: answerOf(halfStars), time }] as const;
        });
        const model = new PersonalModel(NETWORKS[kind]);
        // The list is asked for in between, so that it has to follow.
        model.rankingScores();
        model.answerAll(new Map(timed.slice(0, known)));
        saysOf(model);
        model.answerAll(new Map(timed.slice(known)));
        expect(saysOf(model)).toEqual(saysOf(taught(kind, list)));
        expect([...model.answers]).toEqual([...taught(kind, list).answers]);
      }),
      { numRuns: 30 },
    );
  });

  it('looks, without some answers, like one that never had them, and is itself again afterwards', () => {
    fc.assert(
      fc.property(kinds, clicks, fc.array(fc.nat(69), { maxLength: 4 }), (kind, list, places) => {
        const gone = places.flatMap((place) => (list[place] ? [list[place].item] : []));
        const model = taught(kind, list);
        const before = saysOf(model);
        const never = taught(
          kind,
          list.filter((one) => !gone.includes(one.item)),
        );
        expect(model.without(gone, () => saysOf(model))).toEqual(saysOf(never));
        expect(saysOf(model)).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe('explanations of a personal model', () => {
  it('split expected stars over the answers', () => {
    fc.assert(
      fc.property(fc.constantFrom<Kind>('clicks', 'stars', 'facts'), clicks, item, (kind, list, film) => {
        const readout = taught(kind, list).readout();
        const { general, amounts } = readout?.explain(film) ?? { general: 0, amounts: new Float64Array() };
        expect(amounts).toHaveLength(list.length);
        const sum = amounts.reduce(
          (all, amount) => all + amount,
          general + (readout?.start(film) ?? Number.NaN),
        );
        expect(Math.abs(sum - (readout?.shift(film) ?? Number.NaN))).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it('split the score that orders the list over answers and terms, exactly', () => {
    fc.assert(
      fc.property(fc.constantFrom<Kind>('clicks', 'lists'), clicks, item, (kind, list, film) => {
        const model = taught(kind, list);
        const { score, start, contributions } = explainRanking(model, film);
        expect([score]).toEqual(plainScores(model, [film]));
        expect(model.rankingScores()[film]).toBe(score);
        expect(contributions.reduce((sum, { amount }) => sum + amount, start)).toBe(score);
      }),
      { numRuns: 60 },
    );
  });

  it('let each like add and each dislike subtract in cells, and dislikes alone steer away', () => {
    fc.assert(
      fc.property(clicks, item, (list, film) => {
        for (const { term, answer, amount } of explainRanking(taught('clicks', list), film).contributions) {
          if (term === 'cells') expect(Math.sign(amount)).toBe(answer === 'dislike' ? -1 : 1);
          if (term === 'series') expect([answer, Math.sign(amount)]).toEqual(['like', 1]);
          if (term === 'steering') expect([answer, Math.sign(amount)]).toEqual(['dislike', -1]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the match figure', () => {
  it('stays within 1 % and 99 %, and rises with the stars that are expected', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const model = taught('clicks', list);
        const figure = matchFigure(RATING.clicks.fit.match, list.length);
        for (let film = 0; film < catalogue.count; film++) {
          const match = matchOf(model, film);
          expect(match).toBeGreaterThanOrEqual(0.01);
          expect(match).toBeLessThanOrEqual(0.99);
          const more = figure.of(expectedStars(model, film) + 0.1, effects.likeRate[film]);
          expect(more).toBeGreaterThanOrEqual(match);
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('a list before the first answer', () => {
  it('is in the order of how liked films are', () => {
    const scores = new PersonalModel(NETWORKS.lists).rankingScores();
    const order = Array.from(scores.keys()).sort((a, b) => effects.likes[b] - effects.likes[a]);
    for (let k = 1; k < order.length; k++)
      expect(scores[order[k - 1]]).toBeGreaterThanOrEqual(scores[order[k]]);
  });
});
