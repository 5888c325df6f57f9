import { createRandom, deriveSeed } from '../../src/lib/random';
import { MUTATIONS } from './mutations';
import { type Opened, openAndCheck } from './opening';
import { makeWorld, type Rows, type World, writeRows } from './world';

/** How often each outcome was seen with mutations of one kind. */
type Figures = Record<Opened['outcome'] | 'tried', number>;

/** What a run of mutations found. */
export interface Findings {
  figures: Map<string, Figures>;
  /** The number of a mutation with what did not hold after it; empty where everything always did. */
  violations: string[];
}

/** What a run is given. */
interface Run {
  /** Number of the first mutation. */
  from: number;
  count: number;
  seed: number;
  /** Calls back with errors that nobody caught, from now on. @returns how to stop */
  watch(onUncaught: (error: unknown) => void): () => void;
  /** Called with each violation when it is found. */
  tell?(violation: string): void;
}

/** Draws that IndexedDB itself refuses to store are drawn anew, so often at most. */
const DRAWS = 30;

/** Stores the world with one mutation. @returns the rows as stored */
async function damage(world: World, kind: string, seed: number): Promise<Rows> {
  for (let draw = 0; draw < DRAWS; draw++) {
    const rows = structuredClone(world.rows);
    try {
      MUTATIONS[kind](createRandom(deriveSeed(seed, draw)), rows);
      await writeRows(world.databaseName, rows);
      return structuredClone(rows);
    } catch {
      // Such as a row with a key that no table takes, or nothing left of which there could be damage.
    }
  }
  throw new Error(`Nothing of "${kind}" could be stored.`);
}

/**
 * Damages the database of a person who uses everything, one seeded mutation at a time, opens it as the app does, and looks
 * whether all that has to hold does (opening.ts). The kinds of mutations take turns, so that the number and the seed of a
 * mutation say all of it.
 */
export async function fuzzStorage({ from, count, seed, watch, tell = () => {} }: Run): Promise<Findings> {
  const world = await makeWorld();
  const kinds = Object.keys(MUTATIONS);
  const figures = new Map(
    kinds.map((kind): [string, Figures] => [kind, { tried: 0, used: 0, refused: 0, failed: 0 }]),
  );
  const violations: string[] = [];
  let uncaught: unknown[] = [];
  const stop = watch((error) => uncaught.push(error));
  try {
    for (let number = from; number < from + count; number++) {
      const kind = kinds[number % kinds.length];
      const rows = await damage(world, kind, deriveSeed(seed, number));
      const opened = await openAndCheck(world, rows, number);
      // What nobody catches is told of a turn later.
      await new Promise((resolve) => setTimeout(resolve));
      const own = figures.get(kind) as Figures;
      own.tried++;
      own[opened.outcome]++;
      const wrong = [...opened.violations, ...uncaught.map((error) => `uncaught: ${String(error)}`)];
      uncaught = [];
      for (const what of wrong) {
        violations.push(`number ${number}, seed ${seed}, ${kind}: ${what}`);
        tell(violations[violations.length - 1]);
      }
    }
  } finally {
    stop();
  }
  return { figures, violations };
}

/** Hears of rejections and errors that nobody caught in this process. @returns how to stop */
export function watchProcess(onUncaught: (error: unknown) => void): () => void {
  process.on('unhandledRejection', onUncaught);
  process.on('uncaughtException', onUncaught);
  return () => {
    process.off('unhandledRejection', onUncaught);
    process.off('uncaughtException', onUncaught);
  };
}
