import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SeenAnswer } from '../../../src/data/opinion';
import { besideCells } from '../../../src/wnn/inspect/beside-cells';
import { explainRanking } from '../../../src/wnn/inspect/explain';
import { dislikedOfLate, likedSeries, seenOfLate } from '../../../src/wnn/inspect/of-late';
import { tasteDirections, tellingDirections } from '../../../src/wnn/inspect/taste-directions';
import { networkOf } from '../../../src/wnn/network/assembly';
import { WATCHED_WINDOW } from '../../../src/wnn/network/lists/ranking-settings';
import type { Network } from '../../../src/wnn/network/network';
import { UNITS } from '../../../src/wnn/network/verdict';
import { tasteFor, tasteOf } from '../../../src/wnn/personal/gram-memory';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledDataset, bundledModel, filmNamed } from '../../fixtures/bundled';
import { effects, RANKING, RATING, catalogue as smallCatalogue } from '../../fixtures/small-parts';

/** Every second film of the small world is a part of one of eight series. */
const collection = Uint16Array.from(smallCatalogue.collection, (_, film) =>
  film % 2 ? 0 : 1 + (film % 16) / 2,
);
const catalogue = { ...smallCatalogue, collection };
const plain = networkOf(smallCatalogue, effects, { rating: RATING.clicks, ranking: RANKING }, null);
const network: Network = { ...plain, terms: { ...plain.terms, collection } };

interface Click {
  item: number;
  answer: SeenAnswer;
  time: number;
}

const click = fc.record({
  item: fc.integer({ min: 0, max: catalogue.count - 1 }),
  answer: fc.constantFrom<SeenAnswer>('like', 'so-so', 'dislike'),
  time: fc.integer({ min: 0, max: 30 }),
});
const clicks = fc.uniqueArray(click, { minLength: 1, maxLength: 70, selector: ({ item }) => item });

function taught(list: readonly Click[], own = network): PersonalModel {
  const model = new PersonalModel(own);
  for (const { item, answer, time } of list) model.answer(item, answer, time);
  return model;
}

const look = (model: PersonalModel) => besideCells(model, catalogue);

describe('what is beside cells', () => {
  it('is nothing before the first answer, and after the last one is taken back', () => {
    const model = taught([]);
    expect(look(model)).toBeNull();
    expect([seenOfLate(model).films, likedSeries(model), dislikedOfLate(model)]).toEqual([[], [], []]);
    expect(tellingDirections(model, catalogue)).toEqual([]);
    for (const { coefficient, spread, spreadLeft } of tasteDirections(model)) {
      expect(coefficient).toBe(0);
      expect(spreadLeft).toBeCloseTo(spread, 12);
    }
    model.answer(3, 'like');
    expect(look(model)).not.toBeNull();
    model.forget(3);
    expect(look(model)).toBeNull();
  });

  it('is the same for equal states, in whatever order they were learned', () => {
    const orders = clicks.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(orders, ([list, other]) => {
        expect(look(taught(other))).toEqual(look(taught(list)));
      }),
      { numRuns: 40 },
    );
  });

  it('loses a film that is forgotten everywhere, as if it had never been answered', () => {
    fc.assert(
      fc.property(clicks, fc.nat(), (list, which) => {
        const gone = list[which % list.length];
        const model = taught(list);
        look(model);
        model.forget(gone.item);
        const beside = look(model);
        expect(beside).toEqual(look(taught(list.filter((one) => one !== gone))));
        expect(beside?.seen.films ?? []).not.toContain(gone.item);
        expect((beside?.disliked ?? []).map(({ film }) => film)).not.toContain(gone.item);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves the model as it is', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const model = taught(list);
        const before = model.stateBytes();
        look(model);
        expect(model.stateBytes()).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('seenOfLate', () => {
  it('shows the latest likes and so-so, newest first, and which of them leaves when one more comes', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const model = taught(list);
        const seen = model.terms.all.filter(({ answer }) => answer !== 'dislike').map(({ item }) => item);
        const { films, leaves, places } = seenOfLate(model);
        expect(films).toEqual(seen.slice(-WATCHED_WINDOW).reverse());
        expect(leaves === null).toBe(films.length < places);
        const next = Array.from(catalogue.collection.keys()).find((film) => !model.answers.has(film)) ?? -1;
        model.answer(next, 'so-so');
        const after = seenOfLate(model).films;
        expect(after).toEqual([next, ...films.filter((film) => film !== leaves)]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('likedSeries', () => {
  it('counts likes by series, and tells what each adds to the films that are left', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const model = taught(list);
        const shown = likedSeries(model);
        const likes = list.filter(({ answer, item }) => answer === 'like' && collection[item] > 0);
        expect(shown.reduce((sum, { liked }) => sum + liked, 0)).toBe(likes.length);
        for (const { series, left, adds, films } of shown) {
          const parts = Array.from(collection.keys()).filter((film) => collection[film] === series);
          expect(films).toBe(parts.length);
          const open = parts.filter((film) => !model.answers.has(film));
          expect(open).toHaveLength(left);
          for (const film of open) {
            const terms = explainRanking(model, film).contributions.filter(({ term }) => term === 'series');
            expect(terms.reduce((sum, { amount }) => sum + amount, 0)).toBe(adds);
          }
        }
        const most = shown.findIndex((one) => one.most);
        expect(most).toBeLessThanOrEqual(0);
        if (most === 0) for (const { adds } of shown.slice(1)) expect(shown[0].adds).toBeGreaterThan(adds);
      }),
      { numRuns: 40 },
    );
  });
});

describe('dislikedOfLate', () => {
  it('shows dislikes as long as they take, and the film that each takes most from', () => {
    fc.assert(
      fc.property(clicks, (list) => {
        const model = taught(list);
        const open = Array.from(collection.keys()).filter((film) => !model.answers.has(film));
        for (const { film, answersLeft, takesMost } of dislikedOfLate(model) ?? []) {
          const taken = (other: number) =>
            explainRanking(model, other).contributions.find(
              ({ term, item }) => term === 'steering' && item === film,
            )?.amount ?? 0;
          expect(Math.min(0, ...open.map(taken))).toBe(-(takesMost?.amount ?? 0) + 0);
          if (takesMost) expect(taken(takesMost.film)).toBe(-takesMost.amount);
          const later = taught(list);
          for (let k = 0; k < answersLeft; k++) {
            expect(dislikedOfLate(later)?.map((one) => one.film)).toContain(film);
            later.answer(open[k], 'so-so');
          }
          expect(dislikedOfLate(later)?.map((one) => one.film)).not.toContain(film);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('names a film much like the one disliked, and counts down with every answer', () => {
    const model = new PersonalModel(bundledModel());
    const [first, second] = [filmNamed('Aliens', 1986), filmNamed('Toy Story', 1995)];
    model.answer(first, 'dislike');
    model.answer(filmNamed('Amelie', 2001), 'like');
    model.answer(second, 'dislike');
    const shown = dislikedOfLate(model) ?? [];
    expect(shown.map(({ film, answersLeft }) => [film, answersLeft])).toEqual([
      [second, 5],
      [first, 3],
    ]);
    expect(shown[1].takesMost?.film).toBe(filmNamed('Alien', 1979));
    expect(shown[1].takesMost?.amount).toBeGreaterThan(1);
  });

  it('tells of nothing where the network lets dislikes take nothing', () => {
    const { settings } = network.terms;
    const terms = { ...network.terms, settings: { ...settings, steering: 0 } };
    const model = taught([{ item: 1, answer: 'dislike', time: 1 }], { ...network, terms });
    expect(dislikedOfLate(model)).toBeNull();
  });
});

describe('directions of taste', () => {
  const bundled = bundledModel();
  const shipped = bundledDataset().catalogue;
  const horror = (): [number, SeenAnswer][] => [
    [filmNamed('The Shining', 1980), 'like'],
    [filmNamed('Halloween', 1978), 'like'],
    [filmNamed('Scream', 1996), 'like'],
    [filmNamed('Alien', 1979), 'like'],
    [filmNamed('The Thing', 1982), 'like'],
    [filmNamed('Titanic', 1997), 'dislike'],
    [filmNamed('Notting Hill', 1999), 'dislike'],
  ];
  const model = (list: [number, SeenAnswer][]) => {
    const made = new PersonalModel(bundled);
    for (const [film, answer] of list) made.answer(film, answer);
    return made;
  };

  it('leave less to be known with every answer', () => {
    const list = horror();
    const left = list.map((_, k) => tasteDirections(model(list.slice(0, k))).map((one) => one.spreadLeft));
    for (let k = 1; k < left.length; k++) {
      left[k].forEach((spread, a) => {
        expect(spread).toBeLessThanOrEqual(left[k - 1][a] + 1e-12);
      });
    }
  });

  it('are told farthest first by films at either end, once there is enough to tell', () => {
    const told = tellingDirections(model(horror()), shipped);
    expect(told.length).toBeGreaterThan(0);
    const away = told.map(({ coefficient, spread }) => Math.abs(coefficient) / spread);
    expect(away).toEqual([...away].sort((a, b) => b - a));
    for (const { coefficient, spreadLeft, more, less } of told) {
      expect(Math.abs(coefficient)).toBeGreaterThan(spreadLeft);
      expect(more.length + less.length).toBeGreaterThan(0);
      expect(more).not.toContain(filmNamed('Titanic', 1997));
      expect(less).not.toContain(filmNamed('Alien', 1979));
      expect(more.filter((film) => less.includes(film))).toEqual([]);
    }
    expect(tellingDirections(model(horror().slice(0, 4)), shipped)).toEqual([]);
  });

  it('name only films of which all directions together say the same', () => {
    const made = model(horror());
    const gram = bundled.rating?.gram;
    if (!gram) throw new Error('The bundled network tells ratings.');
    const taste = tasteOf(made.sums, gram);
    const beyond = (film: number) => tasteFor(gram, taste, film) - gram.offset[film] / UNITS;
    for (const { more, less } of tellingDirections(made, shipped)) {
      for (const film of more) expect(beyond(film)).toBeGreaterThan(0);
      for (const film of less) expect(beyond(film)).toBeLessThan(0);
    }
  });

  it('tell how easily a person is pleased along the one in which nearly all films stand at one side', () => {
    const pleased = Array.from({ length: 60 }, (_, k): [number, SeenAnswer] => [
      150 * k,
      k % 6 ? 'dislike' : 'so-so',
    ]);
    const [general] = tellingDirections(model(pleased), shipped).filter(({ ofAll }) => ofAll);
    expect(general.coefficient).toBeLessThan(0);
    expect([general.more, general.less.length]).toEqual([[], 3]);
  });

  it('turn over with the answers: what pleases more pleases less when likes become dislikes', () => {
    const turned = horror().map(([film, said]): [number, SeenAnswer] => [
      film,
      said === 'like' ? 'dislike' : 'like',
    ]);
    const [before, after] = [horror(), turned].map((list) => tasteDirections(model(list)));
    const strongest = tellingDirections(model(horror()), shipped)[0].number - 1;
    expect(Math.sign(after[strongest].coefficient)).toBe(-Math.sign(before[strongest].coefficient));
  });

  it('are none where the network tells no ratings', () => {
    const lists = networkOf(smallCatalogue, effects, { rating: null, ranking: RANKING }, null);
    expect(tasteDirections(taught([{ item: 1, answer: 'like', time: 1 }], lists))).toEqual([]);
  });
});
