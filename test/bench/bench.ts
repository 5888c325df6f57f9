import { performance } from 'node:perf_hooks';
import type { SeenAnswer } from '../../src/data/opinion';
import { PLAIN } from '../../src/data/tuning';
import type { UnsavedEvent } from '../../src/events/rating-event';
import { createRandom, deriveSeed } from '../../src/lib/random';
import { topK } from '../../src/lib/top-k';
import { rankAll, topOf } from '../../src/state/list/ranking';
import { rankWithout } from '../../src/state/list/what-if';
import { growthOf } from '../../src/state/log/growth';
import { explainRanking } from '../../src/wnn/inspect/explain';
import { familiarity } from '../../src/wnn/inspect/knowledge';
import { leanings } from '../../src/wnn/inspect/leanings';
import { mentalImage } from '../../src/wnn/inspect/mental-image';
import { PersonalModel } from '../../src/wnn/personal/personal-model';
import { decodeSnapshot, encodeSnapshot } from '../../src/wnn/personal/snapshot';
import { compileTuning } from '../../src/wnn/personal/tuning';
import { bundledDataset, bundledLibrary, bundledModel } from '../fixtures/bundled';

/** What a snapshot is bound to. */
const LOG = '[]';
/** Sizes of the profiles measured, in ratings. */
const SIZES = [50, 200, 500, 1000];
/** What is asked for after a click: the best fifty of the whole catalogue. */
const LIST = 50;
const SEED = 1;

const network = bundledModel();
const { itemCount } = network.bank;
const tuning = compileTuning(bundledDataset().catalogue, {
  ...PLAIN,
  adventure: 2,
  leanings: [
    { kind: 'genre', value: 'Horror', leaning: 'less' },
    { kind: 'decade', value: '1980', leaning: 'more' },
  ],
});
const library = bundledLibrary();
/** What is measured flows in here, so that no engine can leave it out. */
let sink = 0;

/** Median milliseconds of one run of `work`, after a warm-up. */
function median(runs: number, work: (run: number) => void): number {
  for (let run = 0; run < Math.min(runs, 50); run++) work(run);
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}

/** A log of one click a film. */
const logOf = (items: number[]): UnsavedEvent[] =>
  items.map((item, n) => ({
    id: String(n),
    profileId: 'bench',
    time: n,
    kind: n % 3 === 0 ? 'dislike' : 'like',
    choices: 2,
    movieId: library.catalogue.movieId[item],
    place: 'rate',
    predictionVisible: false,
  }));

/** About as people answer. */
function answerBy(chance: number): SeenAnswer {
  if (chance < 0.5) return 'like';
  return chance < 0.85 ? 'so-so' : 'dislike';
}

function measure(size: number) {
  const random = createRandom(deriveSeed(SEED, 'bench', size));
  const items = random.shuffle(Array.from({ length: itemCount }, (_, i) => i));
  const model = new PersonalModel(network);
  for (const item of items.slice(0, size)) model.answer(item, answerBy(random.next()));
  const rest = items.slice(size);

  // Learning alone is too short for the clock: a block of films is learned, then unlearned, and shared out.
  const block = 100;
  const blockOf = (run: number) => rest.slice((run * block) % 5000, ((run * block) % 5000) + block);
  const learnTimes: number[] = [];
  const unlearnTimes: number[] = [];
  for (let run = 0; run < 60; run++) {
    const films = blockOf(run);
    const start = performance.now();
    for (const item of films) model.answer(item, 'like');
    const learned = performance.now();
    for (const item of films) model.forget(item);
    unlearnTimes.push(performance.now() - learned);
    learnTimes.push(learned - start);
    sink += model.memory.cells[0];
  }
  // The first runs are the warm-up.
  const micros = (times: number[]) => (times.slice(20).sort((a, b) => a - b)[20] / block) * 1000;

  const rated = model.answers;
  const loaded = Array.from({ length: 40 }, () => model.clone());
  return {
    ratings: size,
    learnMicros: micros(learnTimes),
    unlearnMicros: micros(unlearnTimes),
    // The list from a memory that was just loaded; each is used once, in the warm-up too.
    rankAnewMillis: median(20, () => {
      const anew = loaded.pop() as PersonalModel;
      sink += topK(anew.rankingScores(), LIST, (item) => rated.has(item))[0];
    }),
    // A click as the app makes it: learn, bring the ranking up to date, take the best; then the same undone.
    clickMillis:
      median(100, (run) => {
        model.answer(rest[run], 'like');
        sink += topK(model.rankingScores(), LIST, (item) => rated.has(item))[0];
        model.forget(rest[run]);
        sink += topK(model.rankingScores(), LIST, (item) => rated.has(item))[0];
      }) / 2,
    explainMillis: median(100, (run) => {
      sink += explainRanking(model, rest[run]).score;
    }),
    // The list without a click, with the model left as it was.
    whatIfMillis: median(100, (run) => {
      sink += topOf(rankWithout(model, items[run % size], null), LIST)[0];
    }),
    tunedListMillis: median(100, () => {
      sink += topOf(rankAll(model, tuning), LIST)[0];
    }),
    // What My model reads after a click.
    imageMillis: median(20, () => {
      sink += leanings(network, mentalImage(network, model.memory))[0].lean;
    }),
    familiarityMillis: median(20, (run) => {
      sink += familiarity(network, model.memory)[run];
    }),
    growthMillis: median(5, () => {
      sink += growthOf(library, logOf(items.slice(0, size))).points.length;
    }),
    snapshotMillis: median(20, () => {
      sink += decodeSnapshot(network, encodeSnapshot(model, 1, LOG), () => LOG).lastRow;
    }),
    snapshotBytes: encodeSnapshot(model, 1, LOG).length,
  };
}

// Once without measuring: the engine compiles on the largest profile.
measure(SIZES[SIZES.length - 1]);
const results = SIZES.map(measure);
if (process.argv.includes('--json')) {
  for (const result of results) console.log(JSON.stringify(result));
} else {
  console.log(`${itemCount} films, ${network.bank.nodeCount} nodes; medians`);
  console.table(results);
}
if (!Number.isFinite(sink)) throw new Error('A measured value was not a number.');
