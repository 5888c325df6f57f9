import { runTasks, type Task } from '../evaluation/runner';
import type { ModelPart } from '../evaluation/types';
import { createFitCache } from './fit-cache';
import type { Job } from './threads/thread';
import { type OnShare, runInThreads } from './threads/threads';

/**
 * Does tasks of a run in this thread, or in several where that can help: what every command does that measures.
 * @param jobs threads at most, from 1.
 * @returns parts in the order of the tasks.
 */
export async function computeParts(
  job: Job,
  tasks: readonly Task[],
  jobs: number,
  onShare: OnShare,
): Promise<ModelPart[]> {
  if (jobs > 1 && tasks.length > 1) return runInThreads(job, tasks, jobs, onShare);
  const { dataset, options, cacheFor } = job;
  return runTasks(dataset, options, tasks, {
    clock: () => performance.now(),
    cache: cacheFor === null ? undefined : createFitCache(cacheFor),
    onProgress: ({ task, share }) => onShare(task, share),
  });
}
