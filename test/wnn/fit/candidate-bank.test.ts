import { expect, test } from 'vitest';
import { candidateBank } from '../../../src/wnn/fit/candidate-bank';
import { retinaOf } from '../../../src/wnn/network/retina';
import { makeCatalogue } from '../../fixtures/small-world';

test('candidates: give equal addresses whether these are held or computed when they are asked for', () => {
  const retina = retinaOf(makeCatalogue(1, 50));
  const tuples = Array.from({ length: 8 }, (_, t) => ({ bits: Uint16Array.of(t, t + 3, 2 * t + 5) }));
  const [held, computed] = [candidateBank(retina, tuples), candidateBank(retina, tuples, 0)];
  for (const node of [3, 0, 3, 7]) expect(computed.node(node)).toEqual(held.node(node));
  expect(held.node(2).cell.some((cell) => cell > 0)).toBe(true);
  expect([computed.nodeCount, computed.itemCount]).toEqual([8, 50]);
});
