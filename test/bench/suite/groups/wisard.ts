import {
  type Class,
  DISLIKE,
  Discriminators,
  LIKE,
} from '../../../../src/baselines/weightless/discriminators';
import { TupleMapping } from '../../../../src/baselines/weightless/tuples';
import { scaled, sink, spreadOf } from '../harness';
import { type Figure, figureOf } from '../result';
import { randomFor } from '../world';
import type { Group } from './group';

/** The workload: inputs, how many of their bits are 1, nodes' width. */
const [BITS, ONES, WIDTH] = [1024, 0.1, 16];
const WORDS = BITS / 32;
const SAMPLES = 4096;
/** Share of the ones of a sample that are those of its class: the rest are anywhere. */
const OF_CLASS = 0.5;
/** Runs over all samples that are measured, and those before them. */
const RUNS = 21;
const RUNS_BEFORE = 10;

/**
 * The `wisard` system on the workload that WiSARD libraries are compared by: inputs of 1,024 bits of which a tenth are 1, 64
 * nodes of 16 bits, two classes. Addresses are computed from the bits of every input, every time.
 */
export const wisardGroup: Group = {
  name: 'wisard',
  about: 'WiSARD: 1,024-bit inputs, 64 nodes of 16 bits, two classes',
  byDefault: true,
  async measure(_sizes, tell) {
    tell(`${SAMPLES} inputs of ${BITS} bits by WiSARD`);
    const mapping = new TupleMapping(BITS, WIDTH, randomFor('wisard mapping'));
    const memory = new Discriminators(mapping);
    const inputs = makeInputs();
    const [learn, classify, unlearn]: number[][] = [[], [], []];
    for (let run = 0; run < RUNS_BEFORE + RUNS; run++) {
      const times = timeOnce(memory, mapping, inputs);
      if (run < RUNS_BEFORE) continue;
      learn.push(times.learn);
      classify.push(times.classify);
      unlearn.push(times.unlearn);
    }
    // At the end alone: looking through all of the memory would drive what the next run needs out of the cache.
    if (memory.counts.some((count) => count !== 0)) throw new Error('Unlearning left something behind.');
    return [
      figureFor('learn an input', learn),
      figureFor('classify an input', classify),
      figureFor('unlearn an input', unlearn),
    ];
  },
};

function figureFor(name: string, times: readonly number[]): Figure {
  return figureOf({ group: 'wisard', name, unit: 'µs' }, scaled(spreadOf(times), 1000 / SAMPLES));
}

interface Inputs {
  /** Bit b of input i is bit (b & 31) of words[i * WORDS + (b >>> 5)]. */
  words: Uint32Array;
  kind: readonly Class[];
}

/** Inputs of two classes in turn. Each class has a pattern; half of a sample's bits are as in it, the others as chance has it. */
function makeInputs(): Inputs {
  const random = randomFor('wisard inputs');
  const one = () => random.next() < ONES;
  const patterns = [DISLIKE, LIKE].map(() => Array.from({ length: BITS }, one));
  const words = new Uint32Array(SAMPLES * WORDS);
  const kind = Array.from({ length: SAMPLES }, (_, i): Class => (i % 2 === 0 ? DISLIKE : LIKE));
  kind.forEach((own, i) => {
    for (let bit = 0; bit < BITS; bit++) {
      const isOne = random.next() < OF_CLASS ? patterns[own][bit] : one();
      if (isOne) words[i * WORDS + (bit >>> 5)] |= 1 << (bit & 31);
    }
  });
  return { words, kind };
}

/** Milliseconds to learn all inputs, to classify them, and to unlearn them, which leaves the memory empty. */
function timeOnce(memory: Discriminators, mapping: TupleMapping, { words, kind }: Inputs) {
  const begun = performance.now();
  for (let i = 0; i < SAMPLES; i++) {
    memory.read(mapping, words, i * WORDS);
    memory.learn(kind[i]);
  }
  const learned = performance.now();
  let right = 0;
  for (let i = 0; i < SAMPLES; i++) {
    memory.read(mapping, words, i * WORDS);
    if (memory.answer() > 0 === (kind[i] === LIKE)) right++;
  }
  const classified = performance.now();
  for (let i = 0; i < SAMPLES; i++) {
    memory.read(mapping, words, i * WORDS);
    memory.unlearn(kind[i]);
  }
  const unlearned = performance.now();
  sink(right);
  if (right < 0.9 * SAMPLES) throw new Error(`Only ${right} of ${SAMPLES} inputs were told right.`);
  return { learn: learned - begun, classify: classified - learned, unlearn: unlearned - classified };
}
