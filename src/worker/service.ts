import { RefusalError } from '../data/read/refusal';
import { EvaluationError } from '../evaluation/types';
import { DamagedBytesError } from '../lib/bytes';
import type { CompareService, Outcome } from './contract';
import { createDuel } from './duel';
import type { Fetch } from './read-bundled';
import { type OpenedData, readSource } from './read-source';
import { measureRun } from './run';

/** What the service needs from where it runs. */
export interface ServiceDependencies {
  fetch: Fetch;
  /** Milliseconds since any fixed moment. */
  clock(): number;
}

/** Thrown between two users where a run was cancelled. */
class Cancelled extends Error {
  override name = 'Cancelled';
}

/** The worker's work, wherever it runs: in a worker, or in the page of a test. */
export function createCompareService(dependencies: ServiceDependencies): CompareService {
  let data: OpenedData | null = null;
  let running: AbortController | null = null;
  let reading: AbortController | null = null;
  let paused = false;
  let goOn: () => void = () => {};
  let duel: ReturnType<typeof createDuel> | null = null;

  /** Resolves at once unless paused. */
  const gate = async () => {
    while (paused && !running?.signal.aborted) {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
    }
  };
  const opened = (): OpenedData => {
    if (!data) throw new EvaluationError('No data have been read yet.');
    return data;
  };
  const alone = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> => {
    if (running) return { kind: 'refused', message: 'A run is going on already. Cancel it first.' };
    running = new AbortController();
    paused = false;
    const outcome = await attempt(() => work((running as AbortController).signal));
    running = null;
    return outcome;
  };

  return {
    open: (source, onStage) =>
      attempt(async () => {
        reading?.abort(new Cancelled());
        reading = new AbortController();
        data = await readSource(source, dependencies.fetch, onStage, reading.signal);
        duel = createDuel(data.dataset, dependencies.clock);
        return data.facts;
      }),
    run: (options, onEvent) =>
      alone((signal) => measureRun(opened().dataset, options, { ...dependencies, signal, gate, onEvent })),
    duel: (clicks, models, onEvent) =>
      alone(async (signal) => {
        opened();
        return (duel as NonNullable<typeof duel>).play(clicks, models, signal, onEvent);
      }),
    setPaused(next) {
      paused = next;
      goOn();
    },
    cancel() {
      reading?.abort(new Cancelled());
      running?.abort(new Cancelled());
      goOn();
    },
  };
}

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    const expected = [EvaluationError, RefusalError, DamagedBytesError].some((kind) => error instanceof kind);
    const words = error instanceof Error ? error.message : String(error);
    if (expected) return { kind: 'refused', message: words };
    return { kind: 'failed', message: `The calculation broke down: ${words || 'it did not say why'}.` };
  }
}
