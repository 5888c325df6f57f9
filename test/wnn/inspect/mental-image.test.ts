import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../../src/data/opinion';
import {
  LEAST_BEHIND,
  leanings,
  type TasteTrait,
  tellingTraits,
  traitNames,
} from '../../../src/wnn/inspect/leanings';
import { mentalImage, publicImage } from '../../../src/wnn/inspect/mental-image';
import type { Connections, Network } from '../../../src/wnn/network/network';
import { addressFilms } from '../../../src/wnn/network/node-bank';
import { hasBit } from '../../../src/wnn/network/retina';
import { answerVerdict } from '../../../src/wnn/network/verdict';
import { createMemory, learn } from '../../../src/wnn/personal/memory';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledModel, filmNamed } from '../../fixtures/bundled';

const network = bundledModel();
const { retina } = network;

const HORROR = [
  ['Alien', 1979],
  ['The Shining', 1980],
  ['The Thing', 1982],
  ['A Nightmare on Elm Street', 1984],
  ['Halloween', 1978],
] as const;
const ROMANCE = [
  ['Titanic', 1997],
  ['Notting Hill', 1999],
  ['Pretty Woman', 1990],
  ["You've Got Mail", 1998],
] as const;

const item = fc.integer({ min: 0, max: network.bank.itemCount - 1 });
const opinion = fc.constantFrom<Opinion>('like', 'dislike');
const clicks = fc.uniqueArray(fc.tuple(item, opinion), { maxLength: 20, selector: ([film]) => film });

function taught(history: readonly (readonly [number, Opinion])[], own = network): PersonalModel {
  const model = new PersonalModel(own);
  for (const [film, said] of history) model.answer(film, said);
  return model;
}

const labels = (traits: readonly TasteTrait[]) => traits.map(({ label }) => label);
const traitsOf = (model: PersonalModel) => leanings(model.network, mentalImage(model.network, model.memory));
const likedHorror = HORROR.map(([title, year]) => [filmNamed(title, year), 'like'] as const);
const dislikedRomance = ROMANCE.map(([title, year]) => [filmNamed(title, year), 'dislike'] as const);

/** The shipped network with other connections. */
function withTuples(tuples: Connections[]): Network {
  return { ...network, tuples, bank: addressFilms(retina, tuples) };
}

describe('mentalImage', () => {
  it('is the same after a film was learned and unlearned again', () => {
    fc.assert(
      fc.property(clicks, item, opinion, (history, film, said) => {
        const model = taught(history.filter(([other]) => other !== film));
        const before = mentalImage(network, model.memory);
        model.answer(film, said);
        expect(mentalImage(network, model.memory)).not.toEqual(before);
        model.forget(film);
        expect(mentalImage(network, model.memory)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('is dark before the first click', () => {
    const { likes, likePixels, dislikePixels, likeFilms } = mentalImage(network, createMemory(network.bank));
    expect(likes).toBe(0);
    for (const pixels of [likePixels, dislikePixels, likeFilms]) {
      expect([...pixels].every((value) => value === 0)).toBe(true);
    }
  });

  it('gives back the exact shares of likes and dislikes where each node looks at one bit', () => {
    const network = withTuples(
      retina.bits.map((_, bit) => ({ bits: Uint16Array.of(bit), readsCodes: false })),
    );
    fc.assert(
      fc.property(clicks, (history) => {
        const memory = createMemory(network.bank);
        for (const [film, said] of history)
          learn(memory, network.bank, film, answerVerdict(network, film, said));
        const image = mentalImage(network, memory);
        for (const [said, pixels, films] of [
          ['like', image.likePixels, image.likeFilms],
          ['dislike', image.dislikePixels, image.dislikeFilms],
        ] as const) {
          const those = history.filter(([, theirs]) => theirs === said).map(([film]) => film);
          retina.bits.forEach((_, bit) => {
            const count = those.filter((film) => hasBit(retina, film, bit)).length;
            expect(films[bit]).toBe(count);
            expect(pixels[bit]).toBe(those.length > 0 ? count / those.length : 0);
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('never remembers more films than were clicked, and pixels are shares', () => {
    fc.assert(
      fc.property(clicks, (history) => {
        const image = mentalImage(network, taught(history).memory);
        const likes = history.filter(([, said]) => said === 'like').map(([film]) => film);
        expect(image.likes).toBe(likes.length);
        expect(image.dislikes).toBe(history.length - likes.length);
        retina.bits.forEach((_, bit) => {
          const count = likes.filter((film) => hasBit(retina, film, bit)).length;
          expect(image.likeFilms[bit]).toBeLessThanOrEqual(count);
          expect(image.likePixels[bit]).toBeGreaterThanOrEqual(0);
          expect(image.likePixels[bit]).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('is drawn by nodes that look at bits only: others change nothing', () => {
    const bits = network.tuples.map((tuple, t) =>
      t % 3 === 0 ? { ...tuple, bits: new Uint16Array() } : tuple,
    );
    const some = { ...network, tuples: bits };
    const { memory } = taught(likedHorror);
    const image = mentalImage(some, memory);
    expect(publicImage(some).nodes[0]).toBeLessThan(publicImage(network).nodes[0]);
    expect(image.likes).toBe(likedHorror.length);
    const horror = retina.bits.findIndex(({ label }) => label === 'Horror');
    expect(image.likePixels[horror]).toBeGreaterThan(0.9);
  });
});

describe('leanings', () => {
  it('puts horror on the liked side and romance on the disliked side where clicks say so', () => {
    const { liked, disliked } = tellingTraits(traitsOf(taught([...likedHorror, ...dislikedRomance])));
    expect(liked[0]).toMatchObject({ label: 'Horror', liked: HORROR.length, disliked: 0 });
    expect(disliked[0]).toMatchObject({ label: 'Romance', liked: 0, disliked: ROMANCE.length });
    expect(labels(liked)).toContain('1980s');
    expect(labels(disliked)).not.toContain('1980s');
    expect(labels(disliked)).toContain('1990 to 2000');
  });

  it('turns around when the opinions do', () => {
    const turned = [...likedHorror, ...dislikedRomance].map(
      ([film, said]) => [film, said === 'like' ? 'dislike' : 'like'] as const,
    );
    const { liked, disliked } = tellingTraits(traitsOf(taught(turned)));
    expect(labels(liked).slice(0, 3)).toContain('Romance');
    expect(labels(disliked).slice(0, 3)).toContain('Horror');
  });

  it('says that nothing is avoided by someone who disliked nothing', () => {
    const { liked, disliked } = tellingTraits(traitsOf(taught(likedHorror)));
    expect(liked.length).toBeGreaterThan(0);
    expect(disliked).toEqual([]);
  });

  it('leans nowhere before the first click', () => {
    const traits = traitsOf(taught([]));
    expect(traits.length).toBeGreaterThan(50);
    expect(traits.every(({ lean }) => lean === 0)).toBe(true);
  });

  it('leans more to a trait with each liked film that has it', () => {
    const horror = (count: number) =>
      traitsOf(taught(likedHorror.slice(0, count))).find(({ label }) => label === 'Horror')?.lean ?? 0;
    for (let count = 1; count <= HORROR.length; count++) {
      expect(horror(count)).toBeGreaterThan(horror(count - 1));
    }
  });

  it('leaves out traits that no node looks at', () => {
    const network = withTuples([{ bits: Uint16Array.of(0), readsCodes: false }]);
    const traits = leanings(network, mentalImage(network, createMemory(network.bank)));
    expect(traits.map(({ label }) => label)).toEqual([retina.bits[0].label]);
  });
});

describe('what is told of a taste', () => {
  const everything = [...likedHorror, ...dislikedRomance];

  it('names each trait once, and never what most people think little of or do not know', () => {
    for (let count = 1; count <= everything.length; count++) {
      const { liked, disliked } = tellingTraits(traitsOf(taught(everything.slice(0, count))));
      for (const side of [liked, disliked]) expect(new Set(labels(side)).size).toBe(side.length);
      expect(labels([...liked, ...disliked]).join()).not.toMatch(/low|lesser|little known|Los Angeles/i);
      expect(disliked.some(({ isOpinion }) => isOpinion)).toBe(false);
    }
  });

  it('tells what three films stand behind before any guess', () => {
    const { liked } = tellingTraits(traitsOf(taught(likedHorror)));
    const sure = liked.map((trait) => trait.liked >= LEAST_BEHIND);
    expect(sure).toContain(true);
    expect(sure).toEqual([...sure].sort((a, b) => Number(b) - Number(a)));
  });
});

describe('traitNames', () => {
  it('names every stretch of years, and no single step of a thermometer', () => {
    const labels = traitNames(retina).map(({ label }) => label);
    for (const label of ['before 1960', '1960s', '1970s', '1980s', '1990 to 2000', '2001 to 2009']) {
      expect(labels).toContain(label);
    }
    expect(labels).not.toContain('1980 or later');
    expect(labels.join()).not.toMatch(/low|known by few|lesser|nudity|prostitute|los angeles/);
  });
});
