import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainMatch } from '../../../src/wnn/inspect/explain-match';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { matchOf } from '../../../src/wnn/personal/rating-readout';
import { bundledModel, filmNamed } from '../../fixtures/bundled';

const network = bundledModel();
const film = fc.integer({ min: 0, max: 800 });
const answers = fc.uniqueArray(fc.tuple(film, fc.constantFrom('like', 'so-so', 'dislike')), {
  selector: ([item]) => item,
  maxLength: 30,
});

function taught(list: readonly (readonly [number, string])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [item, answer] of list) model.answer(item, answer);
  return model;
}

test('match explained: start, manner and clicks add up to the figure that is shown', () => {
  fc.assert(
    fc.property(answers, film, (list, item) => {
      const model = taught(list);
      const { match, start, general, parts } = explainMatch(model, item);
      expect(match).toBe(matchOf(model, item));
      const sum = parts.reduce((all, { amount }) => all + amount, start + general);
      expect(Math.abs(sum - match)).toBeLessThan(1e-9);
      expect(start).toBeGreaterThan(0);
      expect(start).toBeLessThan(1);
      for (const part of parts) expect(model.answers.get(part.item)?.answer).toBe(part.answer);
      const sizes = parts.map(({ amount }) => Math.abs(amount));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }),
    { numRuns: 60 },
  );
});

test('match explained: is the public’s figure alone before the first answer, and a like of its series speaks for a film', () => {
  const aliens = filmNamed('Aliens', 1986);
  const nobody = explainMatch(taught([]), aliens);
  expect(nobody).toEqual({ match: nobody.start, start: nobody.start, general: 0, parts: [] });
  const alien = filmNamed('Alien', 1979);
  const { parts } = explainMatch(taught([[alien, 'like']]), aliens);
  expect(parts).toHaveLength(1);
  expect(parts[0].amount).toBeGreaterThan(0);
});
