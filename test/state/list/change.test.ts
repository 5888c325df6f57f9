import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RatingKind, UnsavedEvent } from '../../../src/events/rating-event';
import { describeMoves, wordsOf } from '../../../src/state/list/change';
import { rankAll, ranksIn, recommend, topOf } from '../../../src/state/list/ranking';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

const FILMS = 60;
const dataset = makeDataset(2, FILMS);
const library = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));

function click(model: PersonalModel, item: number, after: RatingKind, via: 'click' | 'undo' = 'click') {
  const before: RatingKind = model.opinions.get(item) ?? 'clear';
  const old = rankAll(model);
  if (after === 'like' || after === 'dislike') model.answer(item, after);
  else model.forget(item);
  const event = { id: 'e', movieId: library.catalogue.movieId[item], kind: after } as UnsavedEvent;
  return describeMoves(library, { event, item, before, after, via }, old, rankAll(model));
}

const opinions = fc.uniqueArray(fc.tuple(fc.nat(FILMS - 1), fc.constantFrom('like', 'dislike')), {
  selector: ([item]) => item,
  maxLength: 12,
}) as fc.Arbitrary<[number, 'like' | 'dislike'][]>;

test('ranks: number the films not rated from 1 when taken in the order of the list', () => {
  fc.assert(
    fc.property(opinions, (said) => {
      const model = new PersonalModel(library.network);
      for (const [item, opinion] of said) model.answer(item, opinion);
      const ranking = rankAll(model);
      const all = topOf(ranking, FILMS);
      expect(all).toHaveLength(FILMS - said.length);
      expect(ranksIn(ranking, all)).toEqual(all.map((_, index) => index + 1));
      const rated = said.map(([item]) => item);
      expect(ranksIn(ranking, rated)).toEqual(rated.map(() => null));
    }),
    { numRuns: 40 },
  );
});

test('ranks: count every film that stands before, ties included, when asked for some films in any order', () => {
  const scores = fc.array(fc.constantFrom(-1, 0, 0.5, 2, Number.NaN), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(scores, fc.array(fc.nat(59), { maxLength: 12 }), (values, picks) => {
      const ranking = {
        ...{ learned: Float64Array.from(values), raw: Float64Array.from(values) },
        scores: Float64Array.from(values),
        series: null,
      };
      const items = picks.map((pick) => pick % values.length);
      const order = topOf(ranking, values.length);
      const expected = items.map((item) => (order.includes(item) ? order.indexOf(item) + 1 : null));
      expect(ranksIn(ranking, items)).toEqual(expected);
    }),
  );
});

test('recommendation: carries its rank, the one before, its score and a chance when a click was made', () => {
  const model = new PersonalModel(library.network);
  const old = rankAll(model);
  model.answer(0, 'like');
  const ranking = rankAll(model);
  for (const { item, rank, previousRank, score, match } of recommend(model, ranking, old, 20)) {
    expect([rank]).toEqual(ranksIn(ranking, [item]));
    expect([previousRank]).toEqual(ranksIn(old, [item]));
    expect(score).toBe(ranking.raw[item]);
    expect(match).toBeGreaterThan(0);
    expect(match).toBeLessThan(1);
  }
  expect(recommend(model, ranking, null, 1)[0].previousRank).toBeNull();
});

test('change: names a mover that rose when a film was liked and that fell when it was disliked', () => {
  let told = 0;
  fc.assert(
    fc.property(opinions, fc.nat(FILMS - 1), fc.constantFrom('like', 'dislike'), (said, item, opinion) => {
      const model = new PersonalModel(library.network);
      for (const [other, kind] of said) if (other !== item) model.answer(other, kind);
      const { because, movers } = click(model, item, opinion as RatingKind);
      for (const { from, to } of movers) expect(from).not.toBe(to);
      if (!because) return;
      told++;
      const { mover, direction } = because;
      expect(mover.item).not.toBe(item);
      expect(direction).toBe(opinion === 'like' ? 'rose' : 'fell');
      expect(Math.sign(mover.scoreChange)).toBe(opinion === 'like' ? 1 : -1);
      expect(Math.sign((mover.from ?? 0) - (mover.to ?? 0))).toBe(Math.sign(mover.scoreChange));
    }),
    { numRuns: 60 },
  );
  expect(told).toBeGreaterThan(10);
});

test('change: is told in plain words when something was clicked, undone or redone', () => {
  const { catalogue } = library;
  const model = new PersonalModel(library.network);
  const mover = { item: 5, from: 17, to: 3, scoreChange: 1 };
  const liked = {
    ...click(model, 1, 'like'),
    because: { mover, direction: 'rose' as const, traits: ['space', 'Sci-Fi', '1980s'] },
  };
  expect(wordsOf(liked, catalogue)).toEqual({
    did: 'You liked Film 1',
    effect: 'Film 5 rose 14 places to 3',
    shared: 'space, Sci-Fi',
  });
  const one = { ...liked, because: { ...liked.because, mover: { ...mover, from: 4 }, traits: [] } };
  expect(wordsOf(one, catalogue)).toMatchObject({ effect: 'Film 5 rose 1 place to 3', shared: null });
  expect(wordsOf({ ...liked, because: null }, catalogue)).toMatchObject({ effect: null, shared: null });

  const did = (before: RatingKind, after: RatingKind, via: 'click' | 'undo' | 'redo') =>
    wordsOf({ ...liked, before, after, via }, catalogue).did;
  expect(did('like', 'clear', 'click')).toBe('You took back your like of Film 1');
  expect(did('unseen', 'clear', 'click')).toBe('Film 1 may be asked again');
  expect(did('clear', 'unseen', 'click')).toBe("You haven't seen Film 1");
  expect(did('dislike', 'clear', 'undo')).toBe('Undone: your dislike of Film 1');
  expect(did('clear', 'like', 'undo')).toBe('Undone: taking back Film 1');
  expect(did('clear', 'like', 'redo')).toBe('Redone: your like of Film 1');
  expect(did('unseen', 'clear', 'undo')).toBe("Undone: you haven't seen Film 1");
});

test('change: names a film that falls when the like that raised it is undone', () => {
  const model = new PersonalModel(library.network);
  const rise = click(model, 0, 'like').because;
  const fall = click(model, 0, 'clear', 'undo').because;
  expect(rise?.direction).toBe('rose');
  expect(fall?.direction).toBe('fell');
});
