import { topK } from '../../../../src/lib/top-k';
import { rankAll, topOf } from '../../../../src/state/list/ranking';
import { rankWithout } from '../../../../src/state/list/what-if';
import type { Library } from '../../../../src/state/platform/library';
import { explainRanking } from '../../../../src/wnn/inspect/explain';
import { decodeSnapshot, encodeSnapshot } from '../../../../src/wnn/personal/snapshot';
import { scaled, sink, spreadOf, timed } from '../harness';
import { type MadePerson, makePerson } from '../person';
import { type Figure, figureOf } from '../result';
import { libraryWith } from '../world';
import type { Group } from './group';

/** What is asked for after a click: the best fifty of the whole catalogue. */
const LIST = 50;
/** Films that are learned in one run: a single one is too short for the clock. */
const BLOCK = 100;
/** Runs that learn and unlearn a block, after those of the warm-up. */
const BLOCKS = 40;
const BLOCKS_BEFORE = 20;
/** What a snapshot is bound to. */
const LOG = '[]';

/** What a click costs, at every number of ratings and films. */
export const modelGroup: Group = {
  name: 'model',
  about: 'learn, unlearn, click, full re-rank, explain, what-if, snapshot',
  byDefault: true,
  async measure({ ratings, films }, tell) {
    const figures: Figure[] = [];
    for (const count of films) {
      tell(`a catalogue of ${count} films`);
      const library = libraryWith(count);
      // Once without keeping it: the engine compiles on the largest profile.
      await measureAt(library, ratings[ratings.length - 1]);
      for (const size of ratings) {
        tell(`${size} ratings, ${count} films`);
        figures.push(...(await measureAt(library, size)));
      }
    }
    return figures;
  },
};

async function measureAt(library: Library, ratings: number): Promise<Figure[]> {
  const person = makePerson(library, ratings);
  const name = { group: 'model', ratings, films: library.catalogue.count };
  const { learn, unlearn } = timeWriting(person);
  const { model, rated, rest } = person;
  const held = model.answers;
  const best = () => topK(model.rankingScores(), LIST, (item) => held.has(item))[0];
  const click = await timed({
    work(_, run) {
      const film = rest[run % rest.length];
      model.answer(film, 'like');
      sink(best());
      model.forget(film);
      sink(best());
    },
  });
  return [
    figureOf({ ...name, name: 'learn a film', unit: 'µs' }, learn),
    figureOf({ ...name, name: 'unlearn a film', unit: 'µs' }, unlearn),
    // A click as it is made: learn, bring the ranking up to date, take the best; or the same undone.
    figureOf({ ...name, name: 'click to the best 50', unit: 'ms' }, scaled(click, 1 / 2)),
    ...(await measureLists(library, person)).map(([what, spread]) =>
      figureOf({ ...name, name: what, unit: 'ms' }, spread),
    ),
    ...(await measureSnapshot(person)).map((figure) => figureOf({ ...name, ...figure }, figure.spread)),
  ];

  async function measureLists({ network, catalogue }: Library, { model }: MadePerson) {
    return [
      [
        'click to the list with series folded',
        scaled(
          await timed({
            work(_, run) {
              const film = rest[run % rest.length];
              model.answer(film, 'like');
              sink(topOf(rankAll(model, null, [], catalogue), LIST)[0]);
              model.forget(film);
              sink(topOf(rankAll(model, null, [], catalogue), LIST)[0]);
            },
          }),
          1 / 2,
        ),
      ],
      [
        'full re-rank to the best 50',
        // Each copy is used once, in the warm-up too: it has never been asked for a ranking.
        await timed({
          runs: { warmUp: 3, most: 30 },
          prepare: () => model.clone(),
          work(anew) {
            sink(topK(anew.rankingScores(), LIST, (item) => held.has(item))[0] + network.checksum);
          },
        }),
      ],
      ['explain a film', await timed({ work: (_, run) => sink(explainRanking(model, rest[run]).score) })],
      [
        'the list without a click',
        await timed({
          work: (_, run) => sink(topOf(rankWithout(model, rated[run % ratings], null), LIST)[0]),
        }),
      ],
    ] as const;
  }
}

/** Microseconds a film. */
function timeWriting({ model, rest }: MadePerson) {
  const [learn, unlearn] = [new Float64Array(BLOCKS), new Float64Array(BLOCKS)];
  const free = rest.length - BLOCK;
  for (let run = -BLOCKS_BEFORE; run < BLOCKS; run++) {
    const from = ((run + BLOCKS_BEFORE) * BLOCK) % Math.min(free, 5000);
    const films = rest.subarray(from, from + BLOCK);
    const begun = performance.now();
    for (const item of films) model.answer(item, 'like');
    const learned = performance.now();
    for (const item of films) model.forget(item);
    const unlearned = performance.now();
    sink(model.memory.cells[0]);
    if (run < 0) continue;
    learn[run] = learned - begun;
    unlearn[run] = unlearned - learned;
  }
  const each = (times: Float64Array) => scaled(spreadOf(times), 1000 / BLOCK);
  return { learn: each(learn), unlearn: each(unlearn) };
}

async function measureSnapshot({ model }: MadePerson) {
  const bytes = encodeSnapshot(model, 1, LOG);
  const size = bytes.length;
  return [
    {
      name: 'write a snapshot',
      unit: 'ms' as const,
      spread: await timed({ runs: { most: 40 }, work: () => sink(encodeSnapshot(model, 1, LOG).length) }),
    },
    {
      name: 'read a snapshot',
      unit: 'ms' as const,
      spread: await timed({
        runs: { most: 40, warmUp: 3 },
        work: () => sink(decodeSnapshot(model.network, bytes, () => LOG).lastRow),
      }),
    },
    {
      name: 'a snapshot',
      unit: 'bytes' as const,
      spread: { median: size, low: size, high: size, runs: 1 },
    },
  ];
}
