import type { Catalogue } from '../../data/catalogue';
import type { FoldCase } from '../../evaluation/protocol';
import type { Task } from '../../evaluation/runner';
import type { Unit } from '../../evaluation/types';
import { inSharedMemory } from './shared-memory';

/** A unit's data as they are handed to threads: all but the catalogue, which every thread has. */
export type SharedCase = Omit<FoldCase, 'training' | 'also'> & {
  training: Omit<FoldCase['training'], 'catalogue'>;
};

/** A unit's data in memory that threads share. */
export function shareCase({ training: { catalogue: _, ...training }, ...foldCase }: FoldCase): SharedCase {
  return inSharedMemory({ ...foldCase, training });
}

/** A unit's data as a thread uses them. @param catalogue the thread's own: what follows from it is worked out once there */
export function openCase({ training, ...foldCase }: SharedCase, catalogue: Catalogue): FoldCase {
  return { ...foldCase, training: { ...training, catalogue } };
}

/**
 * The data of a run's units, each prepared once, when its first task is handed out, and kept until its last one was.
 * @param tasks all tasks that will be handed out
 */
export class PreparedUnits {
  private readonly prepare: (unit: Unit) => FoldCase;
  /** Tasks of each unit that were not handed out yet. */
  private readonly left = new Map<Unit, number>();
  private readonly kept = new Map<Unit, SharedCase>();

  constructor(tasks: readonly Task[], prepare: (unit: Unit) => FoldCase) {
    this.prepare = prepare;
    for (const { unit } of tasks) this.left.set(unit, (this.left.get(unit) ?? 0) + 1);
  }

  /** The data for a task that is handed out now. */
  handOut({ unit }: Task): SharedCase {
    const shared = this.kept.get(unit) ?? shareCase(this.prepare(unit));
    const left = (this.left.get(unit) ?? 0) - 1;
    this.left.set(unit, left);
    if (left > 0) this.kept.set(unit, shared);
    else this.kept.delete(unit);
    return shared;
  }
}
