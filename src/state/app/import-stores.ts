import type { StoreApi } from 'zustand/vanilla';
import { createImportClient } from '../../worker/import/client';
import { spawnImportWorker } from '../../worker/spawn';
import type { ImportState } from '../imports/import-state';
import { createImportStore } from '../imports/import-store';
import type { LaterSources } from './later-sources';

/** The store of the import, loaded when its screen is first opened. It lives as long as the app. */
export function createImports({ dependencies, session, own, profiles }: LaterSources): StoreApi<ImportState> {
  const store = createImportStore({
    ...{ dependencies, session: own.model.session, writer: own.writer },
    client: createImportClient(spawnImportWorker),
    nameOf: (profileId) => profiles.getState().list.find(({ id }) => id === profileId)?.name ?? '',
  });
  session.subscribe(({ status }, before) => {
    // What was found are places in the catalogue that was in use.
    if (status !== before.status && status.phase === 'ready') store.getState().actions.cancel();
  });
  return store;
}
