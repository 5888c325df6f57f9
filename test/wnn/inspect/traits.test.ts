import { describe, expect, it } from 'vitest';
import { bitFrequencies, likenesses, sharedTraits } from '../../../src/wnn/inspect/traits';
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
    const share = (label: string) => frequency[retina.bits.findIndex((bit) => bit.label === label)] ?? 0.15;
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
    expect(traits).toContain('based on comic');
    expect(traits.join()).not.toContain('stinger');
  });
});

describe('likenesses', () => {
  it('says what is alike in films of the same time, fame and length', () => {
    const [a, b] = [filmNamed('The Terminator', 1984), filmNamed('Ghostbusters', 1984)];
    expect(likenesses(catalogue, a, b)).toContain('from the same years');
    expect(likenesses(catalogue, a, b)).toEqual(likenesses(catalogue, b, a));
  });

  it('says nothing of years where these are far apart', () => {
    const [a, b] = [filmNamed('Casablanca', 1942), filmNamed('Shrek', 2001)];
    expect(likenesses(catalogue, a, b)).not.toContain('from the same years');
  });
});
