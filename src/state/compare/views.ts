import type { CompareClient } from '../../worker/client';
import type { Outcome, RunValue, ViewChange } from '../../worker/contract';
import type { CompareRun } from './run';
import { type CompareSettings, toOptions } from './settings';

/**
 * Merges what is new of some models into what is known of all: the one place where partial results become a view.
 * @param views all models, in the order of the screen; never changed in place.
 * @param changes of models among them; what a change leaves out stays as it was.
 * @returns all models in the same order; those without a change keep their identity.
 */
export function mergeViews<View extends { model: string }>(
  views: readonly View[],
  changes: readonly ViewChange<View>[],
): View[] {
  const changed = new Map(changes.map((change) => [change.model, change]));
  return views.map((view) => {
    const change = changed.get(view.model);
    return change ? { ...view, ...change } : view;
  });
}

/** What is known of a run in motion. */
export type RunFigures = Pick<CompareRun, 'views' | 'progress' | 'elapsedMs'>;

/**
 * Has the worker do one run and folds what it says on the way into what is known.
 * @param views of all models, before anything is measured.
 * @param onFigures hears of every event of the worker, until the run has been answered for.
 * @returns how it ended; never rejects.
 */
export async function followRun(
  client: CompareClient,
  settings: CompareSettings,
  views: CompareRun['views'],
  onFigures: (figures: RunFigures) => void,
): Promise<Outcome<RunValue>> {
  let known = views;
  let ended = false;
  const outcome = await client.run(toOptions(settings), ({ progress, views: changes }) => {
    // A worker's last words may come after the answer that it was cancelled.
    if (ended) return;
    known = mergeViews(known, changes);
    onFigures({ views: known, progress, elapsedMs: progress.elapsedMs });
  });
  ended = true;
  return outcome;
}
