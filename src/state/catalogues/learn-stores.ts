import type { StoreApi } from 'zustand/vanilla';
import { createLearnClient } from '../../worker/learn/client';
import { spawnLearning } from '../../worker/spawn';
import type { AppDependencies } from '../platform/dependencies';
import { createLearningStore, type LearningState } from './learning';

/**
 * The store of the catalogue that is being learned, loaded when it is first asked for. It lives as long as the app.
 * @param seed decides everything random: whoever learns the same folder gets the same catalogue
 */
export function createLearning(
  { datasetUrls, watchPage }: Pick<AppDependencies, 'datasetUrls' | 'watchPage'>,
  seed = 1,
): StoreApi<LearningState> {
  return createLearningStore({
    client: createLearnClient(spawnLearning),
    ...{ filmsUrl: datasetUrls.films, seed },
    guard: () => watchPage({ onHide() {}, onShow() {}, wouldLose: () => true }),
  });
}
