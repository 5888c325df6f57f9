import type { StoreApi } from 'zustand/vanilla';
import { createLearnClient } from '../../worker/learn/client';
import { spawnLearning } from '../../worker/spawn';
import { createLearningStore, type LearningState } from '../catalogues/learning';
import type { AppDependencies } from '../platform/dependencies';

/** The store of the catalogue that is being learned, loaded when it is first asked for. It lives as long as the app. */
export function createLearning({
  datasetUrl,
  watchPage,
}: Pick<AppDependencies, 'datasetUrl' | 'watchPage'>): StoreApi<LearningState> {
  return createLearningStore({
    client: createLearnClient(spawnLearning),
    datasetUrl,
    guard: () => watchPage({ onHide() {}, onShow() {}, wouldLose: () => true }),
  });
}
