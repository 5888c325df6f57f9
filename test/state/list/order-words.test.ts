import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PLAIN, type Tuning } from '../../../src/data/tuning';
import { liftingParts, type Scored, scoreParts } from '../../../src/state/list/order-words';
import { rankAll, recommend, topOf } from '../../../src/state/list/ranking';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { compileTuning } from '../../../src/wnn/personal/tuning';
import { bundledLibrary } from '../../fixtures/bundled';

const { catalogue, network } = bundledLibrary();
const part = fc.double({ min: -3, max: 6, noNaN: true });
const scored: fc.Arbitrary<Scored> = fc.record({
  match: fc.double({ min: 0, max: 1, noNaN: true }),
  parts: fc.record({ known: part, clicks: part, tuned: part }),
});
const scoreOf = ({ parts }: Scored) => parts.known + parts.clicks + parts.tuned;
const film = (match: number, known: number, clicks: number, tuned = 0): Scored => ({
  match,
  parts: { known, clicks, tuned },
});

test('order words: name the part that lifts a film above a clearly higher figure, and say nothing where both agree', () => {
  expect(liftingParts([film(0.79, 5, 2), film(0.9, 3, 3.5), film(0.91, 3, 3)])).toEqual([
    'known',
    null,
    null,
  ]);
  expect(liftingParts([film(0.6, 3, 4), film(0.9, 5, 1)])).toEqual(['clicks', null]);
  expect(liftingParts([film(0.6, 4, 1, 1), film(0.9, 4, 1)])).toEqual(['tuned', null]);
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
  for (const item of topOf(rankAll(model), 8)) model.rate(item, item % 3 === 0 ? 'dislike' : 'like');
  const tunings: Tuning[] = [
    PLAIN,
    { ...PLAIN, adventure: -2, leanings: [{ kind: 'genre', value: 'Drama', leaning: 'more' }] },
    { ...PLAIN, adventure: 3 },
  ];
  for (const tuning of tunings) {
    const compiled = compileTuning(catalogue, tuning);
    const { learned, raw } = rankAll(model, compiled);
    const items = [5, 700, 4000];
    scoreParts(network, learned, compiled, items).forEach((parts, n) => {
      expect(scoreOf({ match: 0, parts })).toBeCloseTo(raw[items[n]], 9);
    });
  }
});

test('list: has words beside a film that stands above a clearly higher figure, none before the first click', () => {
  const model = new PersonalModel(network);
  const words = () =>
    recommend(model, rankAll(model, null, [], catalogue), null, 50).flatMap(({ liftedBy }) => liftedBy ?? []);
  expect(words()).toEqual([]);
  for (const title of ['Toy Story', 'Finding Nemo', 'Shrek'])
    model.rate(catalogue.title.indexOf(title), 'like');
  expect(words()).toContain('clicks');
});
