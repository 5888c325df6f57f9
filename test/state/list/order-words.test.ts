import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN, type Tuning } from '../../../src/data/tuning';
import { liftingPart, type Scored, scorePartsOf } from '../../../src/state/list/order-words';
import { rankAll, recommend, topOf } from '../../../src/state/list/ranking';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { matchOf } from '../../../src/wnn/personal/rating-readout';
import { compileTuning } from '../../../src/wnn/personal/tuning';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

const dataset = makeDataset(4, 160);
dataset.catalogue.collections = ['', 'A', 'B', 'C', 'D'];
dataset.catalogue.collection.set([0, 1, 2, 1, 0, 1, 3, 2, 0, 3, 1, 4]);
dataset.catalogue.collection.set([4, 1, 4, 2], 90);
const { catalogue, network } = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const part = fc.double({ min: -3, max: 6, noNaN: true });
const scored: fc.Arbitrary<Scored> = fc.record({
  match: fc.double({ min: 0, max: 1, noNaN: true }),
  parts: fc.record({ known: part, clicks: part, series: part, tuned: part }),
});
const scoreOf = ({ parts }: Scored) => parts.known + parts.clicks + parts.series + parts.tuned;
/** Of a whole list. */
const liftingParts = (list: readonly Scored[]) =>
  list.map((_, place) => liftingPart((at) => list[at], list.length, place));
const film = (match: number, known: number, clicks: number, tuned = 0, series = 0): Scored => ({
  match,
  parts: { known, clicks, series, tuned },
});

test('order words: name the part that lifts a film above a clearly higher figure, and say nothing where both agree', () => {
  expect(liftingParts([film(0.79, 5, 2), film(0.9, 3, 3.5), film(0.91, 3, 3)])).toEqual([
    'known',
    null,
    null,
  ]);
  expect(liftingParts([film(0.6, 3, 4), film(0.9, 5, 1)])).toEqual(['clicks', null]);
  expect(liftingParts([film(0.6, 4, 1, 1), film(0.9, 4, 1)])).toEqual(['tuned', null]);
  expect(liftingParts([film(0.6, 4, 1, 0, 1), film(0.9, 4, 1)])).toEqual(['series', null]);
  expect(liftingParts([film(0.85, 5, 2), film(0.9, 3, 3)])).toEqual([null, null]);
  // Nobody sees the end of the list beside its beginning.
  const far = [film(0.5, 5, 5), ...Array.from({ length: 6 }, () => film(0.5, 5, 4)), film(0.9, 2, 2)];
  expect(liftingParts(far)[0]).toBeNull();
});

test('order words: name a part in which a film exceeds what it passes, whatever the list', () => {
  fc.assert(
    fc.property(fc.array(scored, { maxLength: 20 }), (films) => {
      const list = films.sort((a, b) => scoreOf(b) - scoreOf(a));
      liftingParts(list).forEach((name, place) => {
        if (name === null) return;
        const { match, parts } = list[place];
        const passed = list.slice(place + 1, place + 7).filter((other) => other.match >= match + 0.0799);
        expect(passed.length).toBeGreaterThan(0);
        const lead = passed.reduce((sum, other) => sum + parts[name] - other.parts[name], 0);
        expect(lead).toBeGreaterThanOrEqual(-1e-9);
      });
    }),
  );
});

test('score parts: add up to the score of the tuned list after clicks', () => {
  const model = new PersonalModel(network);
  for (const item of topOf(rankAll(model), 8)) model.answer(item, item % 3 === 0 ? 'dislike' : 'like');
  const tunings: Tuning[] = [
    PLAIN,
    { ...PLAIN, adventure: -2, leanings: [{ kind: 'genre', value: 'Drama', leaning: 'more' }] },
    { ...PLAIN, adventure: 3 },
  ];
  for (const tuning of tunings) {
    const compiled = compileTuning(catalogue, tuning);
    const { learned, raw } = rankAll(model, compiled);
    for (const item of [5, 91, 150]) {
      const parts = scorePartsOf(model, learned, compiled, item);
      expect(scoreOf({ match: 0, parts })).toBeCloseTo(raw[item], 9);
    }
  }
});

test('list: has words beside the films that the parts lift, none before the first click', () => {
  const model = new PersonalModel(network);
  const ranking = () => rankAll(model, null, [], catalogue);
  const list = () => recommend(model, ranking(), null, 50);
  expect(list().filter(({ liftedBy }) => liftedBy !== null)).toEqual([]);
  for (const item of [1, 4, 20]) model.answer(item, 'like');
  for (const item of [0, 8]) model.answer(item, 'dislike');
  const films = list();
  const { learned } = ranking();
  const lifted = liftingParts(
    films.map(({ item, match }) => ({ match, parts: scorePartsOf(model, learned, null, item) })),
  );
  expect(films.map(({ liftedBy }) => liftedBy)).toEqual(lifted);
  // In whatever order they are asked for, and how many of them.
  expect(list()[7].liftedBy).toBe(lifted[7]);
  expect(films.map(({ item }) => matchOf(model, item))).toEqual(films.map(({ match }) => match));
  expect(new Set(lifted).size).toBeGreaterThan(1);
});
