import type { StoreApi } from 'zustand/vanilla';
import { toStorageError } from '../../storage/storage-error';
import type { ChangeRun, CompareActions, CompareState, CompareStoreParts } from './compare-state';
import { fromStored, toStored } from './run';

/** The runs that storage keeps, and the list of them. */
export interface KeptRuns extends Pick<CompareActions, 'refreshKept' | 'rename' | 'remove'> {
  /** Writes a run of the series as it is now. Never rejects: a failure is in the state and the log. */
  keep(id: string): Promise<void>;
}

/** Longest name of a run, in characters. */
const LONGEST_NAME = 120;

/** @param change writes changes of a run, in the series and in the list. */
export function createKeptRuns(
  { getState, setState }: Pick<StoreApi<CompareState>, 'getState' | 'setState'>,
  { results, locks, logger }: Pick<CompareStoreParts, 'results' | 'locks' | 'logger'>,
  change: ChangeRun,
): KeptRuns {
  const fail = (error: unknown) => setState({ storageMessage: toStorageError(error).message });
  return {
    async keep(id) {
      const run = getState().series.find((candidate) => candidate.id === id);
      if (!run) return;
      try {
        await results.put(toStored(run));
        setState({ storageMessage: null });
      } catch (error) {
        logger.warn('A run could not be kept.', error);
        fail(error);
      }
    },
    async refreshKept() {
      try {
        const [rows, alive] = await Promise.all([results.list(), locks.held()]);
        const own = new Map(getState().series.map((run) => [run.id, run]));
        const kept = rows.flatMap((row) => own.get(row.id) ?? fromStored(row, alive) ?? []);
        setState({ kept, storageMessage: null });
      } catch (error) {
        fail(error);
      }
    },
    async rename(id, name) {
      const trimmed = name.trim().slice(0, LONGEST_NAME);
      if (trimmed === '') return;
      change(id, { name: trimmed });
      try {
        await results.rename(id, trimmed);
      } catch (error) {
        fail(error);
      }
    },
    async remove(id) {
      try {
        await results.remove(id);
        setState(({ kept }) => ({ kept: kept.filter((run) => run.id !== id) }));
      } catch (error) {
        fail(error);
      }
    },
  };
}
