import { expect, test } from 'vitest';
import { fitItemEffects } from '../../../src/data/item-effects';
import { DamagedBytesError } from '../../../src/lib/bytes';
import { encodePack, type Pack } from '../../../src/packs/pack-format';
import { knownFacts } from '../../../src/state/list/known-facts';
import { rankAll } from '../../../src/state/list/ranking';
import { packFileName } from '../../../src/state/platform/pack-file';
import { libraryOfPack as libraryOf } from '../../../src/state/platform/pack-library';
import { nextFilms } from '../../../src/wnn/personal/asking/next-films';
import { seenChances } from '../../../src/wnn/personal/asking/seen-chance';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { prepareAside } from '../../fixtures/prepare-aside';
import { smallNetwork } from '../../fixtures/small-network';
import { smallPack } from '../../fixtures/small-pack';
import { makeDataset } from '../../fixtures/small-world';

const libraryOfPack = (id: string, pack: Pack, wanted: 'hybrid' | 'wnn') =>
  libraryOf({ prepareData: prepareAside }, id, encodePack(pack), wanted);
const RATE = { judgements: [], seed: 1, keep: [], skipped: [], count: 6 };

test('library of a pack: takes effects from its counts, and says which catalogue it is', async () => {
  const pack = smallPack();
  const library = await libraryOfPack('an-id', pack, 'hybrid');
  expect(library.source).toEqual({ kind: 'pack', id: 'an-id', about: pack.manifest });
  expect(library.effects).toEqual(fitItemEffects(pack.dataset.catalogue, pack.dataset.ratings));
  expect(library.people).toBe(pack.manifest.source.people);
  expect(library.itemOf.get(pack.dataset.catalogue.movieId[70])).toBe(70);
});

test('library of a pack: uses the network by the chosen name, else the one that the pack has', async () => {
  const pack = smallPack();
  const other = smallNetwork(makeDataset(2, 80, 25));
  const checksums = (networks: Pack['networks']) =>
    Promise.all(
      (['hybrid', 'wnn'] as const).map(
        async (name) => (await libraryOfPack('', { ...pack, networks }, name)).network.checksum,
      ),
    );
  const [first, second] = await checksums({ hybrid: pack.networks.hybrid, wnn: other });
  expect(first).not.toBe(second);
  expect(await checksums({ hybrid: pack.networks.hybrid })).toEqual([first, first]);
  expect(await checksums({ wnn: other })).toEqual([second, second]);
});

test('library of a pack: is refused when its network is of other films', async () => {
  const pack = { ...smallPack(), networks: smallPack({ films: 50 }).networks };
  await expect(libraryOfPack('', pack, 'hybrid')).rejects.toThrow(DamagedBytesError);
});

test('library of a pack without ratings: ranks, explains nothing by neighbours, and asks for known films first', async () => {
  const pack = smallPack({ withRatings: false });
  const library = await libraryOfPack('', pack, 'hybrid');
  expect(library.ratings.count).toBe(0);
  const model = new PersonalModel(library.network);
  for (let item = 0; item < 12; item++) model.answer(item, item % 2 === 0 ? 'like' : 'dislike', item);
  const ranking = rankAll(model, null, [], library.catalogue);
  expect(ranking).toBeDefined();
  const asked = nextFilms(library, RATE);
  expect(new Set(asked).size).toBe(6);
  const fame = (items: readonly number[]) =>
    items.reduce((sum, item) => sum + library.effects.ratings[item], 0) / items.length;
  expect(fame(asked)).toBeGreaterThan(fame([...library.catalogue.movieId.keys()]));
});

test('seen chances: stay chances when ratings are a sample of those that are counted, and when there are none', () => {
  const { dataset, counts } = smallPack();
  const told = [
    { item: 1, kind: 'like' },
    { item: 2, kind: 'unseen' },
  ];
  const times = 40;
  const fame = counts.ratings.map((n) => n * times);
  const chances = seenChances(dataset.ratings, fame, told, dataset.ratings.userCount * times);
  const usual = seenChances(dataset.ratings, counts.ratings, told);
  chances.forEach((chance, i) => {
    expect(chance).toBeCloseTo(usual[i], 10);
  });
  const nobody = { userCount: 0, offsets: new Uint32Array(1), item: new Uint32Array(0) };
  const alone = seenChances(nobody, fame, told, dataset.ratings.userCount * times);
  expect(Math.min(...alone)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...alone)).toBeLessThanOrEqual(1);
  expect(alone.indexOf(Math.max(...alone))).toBe(fame.indexOf(Math.max(...fame)));
});

test('known facts: counts films of which running time, language and subjects are known', () => {
  const bare = smallPack({ bare: true }).dataset.catalogue;
  expect(knownFacts(bare)).toEqual({ runtime: 0, language: 0, keywords: 0 });
  const { catalogue } = smallPack().dataset;
  const known = knownFacts(catalogue);
  expect(known.runtime).toBe(catalogue.runtime.filter((minutes) => minutes > 0).length);
  expect(known.language).toBe(catalogue.language.filter((code) => code > 0).length);
  expect(known.keywords).toBeGreaterThan(0);
});

test('pack file: is called what the pack is, in letters that any device takes', () => {
  expect(packFileName('ml-latest-small')).toBe('ml-latest-small.wlpk');
  expect(packFileName('../Filme: für / alle?')).toBe('Filme-für-alle.wlpk');
  expect(packFileName('...')).toBe('films.wlpk');
});
