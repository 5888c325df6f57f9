import type { EvaluationOptions } from '../evaluation/types';
import type {
  CompareService,
  DataFacts,
  DataSource,
  DuelClick,
  DuelEvent,
  DuelValue,
  Outcome,
  RunEvent,
  RunValue,
  Stage,
} from './contract';
import type { LivingWorker } from './living-worker';

/** A service with a life that can end. */
export interface SpawnedService extends LivingWorker {
  service: CompareService;
}

/** How long a cancelled run may take to answer before its worker is ended: both together stay below 200 ms. */
const GRACE_MS = 120;

/** The worker as the page sees it: it starts when first needed, and starts anew after it was ended or broke down. */
export interface CompareClient {
  open(source: DataSource, onStage: (stage: Stage) => void): Promise<Outcome<DataFacts>>;
  /** `open` must have been answered with 'done'; a worker started anew reads the same data again by itself. */
  run(options: EvaluationOptions, onEvent: (event: RunEvent) => void): Promise<Outcome<RunValue>>;
  duel(
    clicks: DuelClick[],
    models: string[],
    onEvent: (event: DuelEvent) => void,
  ): Promise<Outcome<DuelValue>>;
  setPaused(paused: boolean): void;
  /** The running promise answers 'cancelled' within 200 ms. */
  cancel(): void;
  /** Ends the worker; whatever is running answers 'failed'. The next call starts another. */
  kill(reason: string): void;
  dispose(): void;
}

interface Alive extends SpawnedService {
  /** Resolves with the answer where the worker has come to its end before the work has. */
  ended: Promise<Outcome<never>>;
  end(outcome: Outcome<never>): void;
  opened: boolean;
}

const NO_WORKER: Outcome<never> = {
  kind: 'failed',
  message: 'This browser cannot start a worker, so nothing can be compared here.',
};

/** @param onEnd is called when the worker has come to its end, of itself or not. */
function bringToLife(spawned: SpawnedService, onEnd: () => void): Alive {
  let settle: (outcome: Outcome<never>) => void = () => {};
  const ended = new Promise<Outcome<never>>((resolve) => {
    settle = resolve;
  });
  const end = (outcome: Outcome<never>) => {
    spawned.terminate();
    onEnd();
    settle(outcome);
  };
  spawned.onCrash((reason) =>
    end({ kind: 'failed', message: `The worker broke down: ${reason}. Run again to start another.` }),
  );
  return { ...spawned, ended, end, opened: false };
}

/** @param schedule calls back once after that many milliseconds and returns how to call it off. */
export function createCompareClient(
  spawn: () => SpawnedService,
  schedule: (callback: () => void, milliseconds: number) => () => void,
): CompareClient {
  let alive: Alive | null = null;
  let source: DataSource | null = null;
  let callOff: () => void = () => {};

  const worker = (): Alive => {
    if (alive) return alive;
    const made = bringToLife(spawn(), () => {
      if (alive === made) alive = null;
    });
    alive = made;
    return made;
  };

  const tryWorker = (): Alive | null => {
    try {
      return worker();
    } catch {
      return null;
    }
  };

  const call = async <T>(work: (service: CompareService) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const own = tryWorker();
    if (!own) return NO_WORKER;
    const race = <R>(promise: Promise<Outcome<R>>): Promise<Outcome<R>> => Promise.race([promise, own.ended]);
    if (!own.opened) {
      if (!source) return { kind: 'refused', message: 'No data have been chosen yet.' };
      const opened = await race(own.service.open(source, () => {}));
      if (opened.kind !== 'done') return opened;
      own.opened = true;
    }
    const outcome = await race(work(own.service));
    callOff();
    return outcome;
  };

  return {
    async open(next, onStage) {
      source = next;
      if (alive) alive.opened = false;
      const own = tryWorker();
      if (!own) return NO_WORKER;
      const outcome = await Promise.race([own.service.open(next, onStage), own.ended]);
      own.opened = outcome.kind === 'done';
      callOff();
      return outcome;
    },
    run: (options, onEvent) => call((service) => service.run(options, onEvent)),
    duel: (clicks, models, onEvent) => call((service) => service.duel(clicks, models, onEvent)),
    setPaused: (paused) => alive?.service.setPaused(paused),
    cancel() {
      const own = alive;
      if (!own) return;
      own.service.cancel();
      callOff();
      callOff = schedule(() => own.end({ kind: 'cancelled' }), GRACE_MS);
    },
    kill: (reason) => alive?.end({ kind: 'failed', message: reason }),
    dispose: () => alive?.end({ kind: 'cancelled' }),
  };
}
