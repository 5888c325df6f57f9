import type { Dataset } from '../../src/data/dataset';
import { combineParts } from '../../src/evaluation/merge';
import { planTasks, type RunContext, runTasks } from '../../src/evaluation/runner';
import type { EvaluationOptions, EvaluationResult } from '../../src/evaluation/types';

/** A whole run in this thread, as the command line does one. @throws EvaluationError as `planTasks` does. */
export async function evaluate(
  dataset: Dataset,
  options: EvaluationOptions,
  context: RunContext,
): Promise<EvaluationResult> {
  const tasks = planTasks(dataset, options, context.registry);
  return combineParts(await runTasks(dataset, options, tasks, context), options, dataset.catalogue.count);
}
