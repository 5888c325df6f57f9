import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSeries } from '../../../src/data/series';
import { rankAll, ranksIn, recommend, topOf } from '../../../src/state/list/ranking';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { buildLibrary } from '../../fixtures/library';
import { smallNetwork } from '../../fixtures/small-network';
import { makeDataset } from '../../fixtures/small-world';

const dataset = makeDataset(4, 160);
dataset.catalogue.collections = ['', 'A', 'B', 'C', 'D'];
dataset.catalogue.collection.set([0, 1, 2, 1, 0, 1, 3, 2, 0, 3, 1, 4]);
dataset.catalogue.collection.set([4, 1, 4, 2], 90);
const { catalogue, network } = buildLibrary({ ...dataset, checksum: 1 }, smallNetwork(dataset));
const SHOWN = 60;
/** Well-known films, parts of series among them. */
const known = Array.from({ length: 40 }, (_, item) => item);
const clicks = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...known), fc.constantFrom('like' as const, 'dislike' as const)),
  { selector: ([item]) => item, maxLength: 12 },
);

function taught(said: readonly (readonly [number, 'like' | 'dislike'])[]): PersonalModel {
  const model = new PersonalModel(network);
  for (const [item, kind] of said) model.answer(item, kind);
  return model;
}

describe('a list of one film a series', () => {
  it('is the list of all films, folded, after any clicks', () => {
    fc.assert(
      fc.property(clicks, (said) => {
        const model = taught(said);
        const rows = foldSeries(catalogue, topOf(rankAll(model), catalogue.count));
        const ranking = rankAll(model, null, [], catalogue);
        const list = recommend(model, ranking, null, SHOWN);
        expect(list.map(({ item, folded }) => ({ item, folded }))).toEqual(rows.slice(0, SHOWN));
        expect(list.map(({ rank }) => rank)).toEqual(list.map((_, place) => place + 1));
        expect(ranksIn(ranking, list[0].folded)).toEqual(list[0].folded.map(() => null));
      }),
      { numRuns: 15 },
    );
  });

  it('lets the next film of a series stand for it when the one before was judged', () => {
    const model = new PersonalModel(network);
    const before = recommend(model, rankAll(model, null, [], catalogue), null, SHOWN);
    const row = before.find(({ folded }) => folded.length > 1);
    if (!row) throw new Error('No series is near the top.');
    const judged = rankAll(model, null, [row.item], catalogue);
    const after = recommend(model, judged, null, catalogue.count);
    const next = after.find(({ item }) => item === row.folded[0]);
    expect(next?.folded).toEqual(row.folded.slice(1));
    expect(next?.rank).toBeGreaterThanOrEqual(row.rank);
  });
});
