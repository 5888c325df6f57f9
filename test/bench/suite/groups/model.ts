import { topK } from '../../../../src/lib/top-k';
import { rankAll, topOf } from '../../../../src/state/list/ranking';
import { rankWithout } from '../../../../src/state/list/what-if';
import type { Library } from '../../../../src/state/platform/library';
import { explainRanking } from '../../../../src/wnn/inspect/explain';
import { decodeSnapshot, encodeSnapshot } from '../../../../src/wnn/personal/snapshot';
import { type Spread, scaled, sink, spreadOf, timed } from '../harness';
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
  const name = { ratings, films: library.catalogue.count };
  // First, while the model has never been asked for a list.
  const writing = timeWriting(person);
  const all = [...writing, ...(await timeLists(library, person)), ...(await timeSnapshot(person))];
  return all.map(([what, unit, spread]) => figureOf({ group: 'model', name: what, unit, ...name }, spread));
}

type Timed = [name: string, unit: Figure['unit'], spread: Spread];

async function timeLists({ catalogue }: Library, { model, rated, rest }: MadePerson): Promise<Timed[]> {
  const held = model.answers;
  const best = (of = model) => topK(of.rankingScores(), LIST, (item) => held.has(item))[0];
  /** A click as it is made: learn, bring the ranking up to date, take the best; then the same undone. */
  const click = async (list: () => number) => {
    const both = await timed({
      work(_, run) {
        const film = rest[run % rest.length];
        model.answer(film, 'like');
        sink(list());
        model.forget(film);
        sink(list());
      },
    });
    return scaled(both, 1 / 2);
  };
  const folded = () => topOf(rankAll(model, null, [], catalogue), LIST)[0];
  // Each copy is used once, in the warm-up too: it has never been asked for a ranking.
  const full = await timed({
    runs: { warmUp: 3, most: 30 },
    prepare: () => model.clone(),
    work: (anew) => sink(best(anew)),
  });
  const explain = await timed({ work: (_, run) => sink(explainRanking(model, rest[run]).score) });
  const whatIf = await timed({
    work: (_, run) => sink(topOf(rankWithout(model, rated[run % rated.length], null), LIST)[0]),
  });
  return [
    ['click to the best 50', 'ms', await click(best)],
    ['click to the list with series folded', 'ms', await click(folded)],
    ['full re-rank to the best 50', 'ms', full],
    ['explain a film', 'ms', explain],
    ['the list without a click', 'ms', whatIf],
  ];
}

function timeWriting({ model, rest }: MadePerson): Timed[] {
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
  return [
    ['learn a film', 'µs', each(learn)],
    ['unlearn a film', 'µs', each(unlearn)],
  ];
}

async function timeSnapshot({ model }: MadePerson): Promise<Timed[]> {
  const bytes = encodeSnapshot(model, 1, LOG);
  const size = bytes.length;
  const write = await timed({ runs: { most: 40 }, work: () => sink(encodeSnapshot(model, 1, LOG).length) });
  const read = await timed({
    runs: { most: 40, warmUp: 3 },
    work: () => sink(decodeSnapshot(model.network, bytes, () => LOG).lastRow),
  });
  return [
    ['write a snapshot', 'ms', write],
    ['read a snapshot', 'ms', read],
    ['a snapshot', 'bytes', { median: size, low: size, high: size, runs: 1 }],
  ];
}
