import { describe, expect, it } from 'vitest';
import { bitFrequencies, bitName, sharedTraits } from '../../../src/wnn/inspect/traits';
import { bundledDataset, bundledModel, filmNamed } from '../../fixtures/bundled';

const { catalogue } = bundledDataset();
const { retina } = bundledModel();
const frequency = bitFrequencies(retina);
const between = (a: number, b: number) => sharedTraits(catalogue, retina, frequency, a, b);

describe('sharedTraits', () => {
  it('names what two films have in common, the rarest first', () => {
    const traits = between(filmNamed('Alien', 1979), filmNamed('Aliens', 1986));
    expect(traits).toContain('Sci-Fi');
    expect(traits).toContain('Horror');
    const share = (label: string) =>
      frequency[retina.bits.findIndex((bit) => bitName(bit) === label)] ?? 0.15;
    expect(traits.map(share)).toEqual(traits.map(share).sort((x, y) => x - y));
  });

  it('is symmetric', () => {
    const [a, b] = [filmNamed('Casablanca', 1942), filmNamed('Titanic', 1997)];
    expect(between(a, b)).toEqual(between(b, a));
  });

  it('leaves out what most films have', () => {
    const traits = between(filmNamed('Casablanca', 1942), filmNamed('Titanic', 1997));
    expect(traits).not.toContain('in English');
    expect(traits).not.toContain('Drama');
  });

  it('is silent about what comes after the end credits', () => {
    const traits = between(filmNamed('Iron Man', 2008), filmNamed('The Avengers', 2012));
    expect(traits).toContain('comic-book films');
    expect(traits.join()).not.toContain('stinger');
  });

  it('names nothing that is withheld, and nothing twice, whatever two films share', () => {
    for (let a = 0; a < 400; a += 7) {
      const traits = between(a, a + 1);
      expect(new Set(traits).size).toBe(traits.length);
      expect(traits.join()).not.toMatch(/nudity|prostitut|sex|los angeles|murder|stinger/);
    }
  });
});
