import { describe, expect, it } from 'vitest';
import { rankAll, topOf } from '../../../src/state/list/ranking';
import { countCarriers, offeredTraits, traitName } from '../../../src/state/list/trait-offers';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledLibrary } from '../../fixtures/bundled';

const library = bundledLibrary();
const listed = topOf(rankAll(new PersonalModel(library.network)), 50);
const offered = offeredTraits(library, listed, []);

describe('offered traits', () => {
  it('hold all genres and decades, languages of many films and the list’s subjects when nothing was chosen', () => {
    expect(offered.genre).toHaveLength(19);
    expect(offered.decade.map(traitName)).toEqual(expect.arrayContaining(['1930s', '1980s', '2010s']));
    expect(offered.language.map(traitName)).toEqual(
      expect.arrayContaining(['English', 'French', 'Japanese']),
    );
    expect(offered.keyword).toHaveLength(12);
    for (const films of countCarriers(library, offered.keyword, listed)) expect(films).toBeGreaterThan(1);
  });

  it('hold a trait once when it was chosen', () => {
    const chosen = [
      { kind: 'genre', value: 'Horror' },
      { kind: 'keyword', value: 'no such thing' },
    ] as const;
    const all = offeredTraits(library, listed, chosen);
    expect(all.genre).toEqual(offered.genre);
    expect(all.keyword).toEqual([...offered.keyword, chosen[1]]);
    expect(countCarriers(library, [chosen[1]], listed)).toEqual([0]);
  });

  it('are counted as the catalogue has them when films are given', () => {
    const decades = countCarriers(library, offered.decade, listed);
    const dated = listed.filter((item) => library.catalogue.year[item] > 0);
    expect(decades.reduce((a, b) => a + b)).toBe(dated.length);
  });
});
