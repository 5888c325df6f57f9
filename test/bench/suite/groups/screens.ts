import { PLAIN } from '../../../../src/data/tuning';
import { rankAll, topOf } from '../../../../src/state/list/ranking';
import { growthOf } from '../../../../src/state/log/growth';
import type { Library } from '../../../../src/state/platform/library';
import { familiarity } from '../../../../src/wnn/inspect/knowledge';
import { leanings } from '../../../../src/wnn/inspect/leanings';
import { mentalImage } from '../../../../src/wnn/inspect/mental-image';
import { compileTuning } from '../../../../src/wnn/personal/tuning';
import { sink, timed } from '../harness';
import { makeLog, makePerson } from '../person';
import { type Figure, figureOf } from '../result';
import { libraryWith } from '../world';
import type { Group } from './group';

/** What is asked for: the best fifty of the whole catalogue. */
const LIST = 50;

/** What screens read out of a model, at every number of ratings and the least number of films. */
export const screensGroup: Group = {
  name: 'screens',
  about: 'a tuned list, mental image, familiarity, growth',
  byDefault: true,
  async measure({ ratings, films }, tell) {
    const library = libraryWith(films[0]);
    const figures: Figure[] = [];
    for (const size of ratings) {
      tell(`what screens show of ${size} ratings`);
      figures.push(...(await measureAt(library, size)));
    }
    return figures;
  },
};

async function measureAt(library: Library, ratings: number): Promise<Figure[]> {
  const { network, catalogue } = library;
  const { model } = makePerson(library, ratings);
  const tuning = compileTuning(catalogue, {
    ...PLAIN,
    adventure: 2,
    leanings: [
      { kind: 'genre', value: 'Horror', leaning: 'less' },
      { kind: 'decade', value: '1980', leaning: 'more' },
    ],
  });
  const log = makeLog(library, ratings);
  const name = { group: 'screens', unit: 'ms', ratings, films: catalogue.count } as const;
  return [
    figureOf(
      { ...name, name: 'the list, tuned' },
      await timed({ work: () => sink(topOf(rankAll(model, tuning), LIST)[0]) }),
    ),
    // What My model reads after a click.
    figureOf(
      { ...name, name: 'mental image' },
      await timed({
        work: () => sink(leanings(network, mentalImage(network, model.memory))[0].lean),
      }),
    ),
    figureOf(
      { ...name, name: 'familiarity' },
      await timed({ work: (_, run) => sink(familiarity(network, model.memory)[run]) }),
    ),
    figureOf(
      { ...name, name: 'growth of a log as long' },
      await timed({ runs: { warmUp: 3 }, work: () => sink(growthOf(library, log).points.length) }),
    ),
  ];
}
