import { expect, test } from 'vitest';
import { retinaRows, tellingAnswers } from '../../../src/wnn/inspect/retina-rows';
import { bitName } from '../../../src/wnn/inspect/traits';
import { hasBit } from '../../../src/wnn/network/retina';
import { bundledDataset, bundledModel, filmNamed } from '../../fixtures/bundled';

const { catalogue } = bundledDataset();
const { retina, tuples } = bundledModel();
const alien = filmNamed('Alien', 1979);

test('the rows hold every set bit of a film once, and thermometers whole', () => {
  const bits = retinaRows(catalogue, retina, alien).flatMap((row) => row.bits);
  const set = retina.bits.flatMap((_, bit) => (hasBit(retina, alien, bit) ? [bit] : []));
  expect(
    bits
      .filter(({ on }) => on)
      .map(({ bit }) => bit)
      .sort((a, b) => a - b),
  ).toEqual(set);
  const steps = retina.bits.filter(({ atLeast }) => atLeast !== undefined).length;
  expect(bits.filter(({ bit }) => retina.bits[bit].atLeast !== undefined)).toHaveLength(steps);
  expect(new Set(bits.map(({ bit }) => bit)).size).toBe(bits.length);
});

test('rows are named as a person would', () => {
  const labels = retinaRows(catalogue, retina, alien).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Horror', 'Sci-Fi', '1979', 'in English']));
});

test('an answer that follows from another is not told', () => {
  const years = retina.bits.flatMap(({ family }, bit) => (family === 'year' ? [bit] : []));
  expect(tellingAnswers(retina, alien, years)).toEqual([
    { label: '1975 or later', on: true },
    { label: '1980 or later', on: false },
  ]);
});

test('what is told to a node determines all its bits but those of keywords that share a name or have none', () => {
  for (const { bits } of tuples) {
    const told = new Map(tellingAnswers(retina, alien, bits).map(({ label, on }) => [label, on]));
    for (const bit of bits) {
      const { label, family, atLeast = 0 } = retina.bits[bit];
      if (family === 'keyword') continue;
      const on = hasBit(retina, alien, bit);
      const implied = retina.bits.some(
        (other) =>
          other.family === family &&
          other.atLeast !== undefined &&
          told.get(other.label) === on &&
          (on ? other.atLeast >= atLeast : other.atLeast <= atLeast),
      );
      expect(told.get(label) === on || implied).toBe(true);
    }
  }
});

test('keywords are called by their names, and those without one stand together', () => {
  const film = filmNamed('Pretty Woman', 1990);
  const rows = retinaRows(catalogue, retina, film).map(({ label }) => label);
  expect(rows).toContain('other keywords');
  expect(rows.join()).not.toMatch(/prostitute|sex|los angeles/);
  const named = new Set(retina.bits.flatMap((bit) => bitName(bit) ?? []));
  for (const { bits } of tuples)
    for (const { label } of tellingAnswers(retina, film, bits))
      expect([...named, 'other keywords']).toContain(label);
});
