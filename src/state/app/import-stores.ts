import type { StoreApi } from 'zustand/vanilla';
import { createImportClient } from '../../worker/import/client';
import { spawnImportWorker } from '../../worker/spawn';
import type { ImportState } from '../imports/import-state';
import { createImportStore } from '../imports/import-store';
import type { AppDependencies } from '../platform/dependencies';
import type { EventWriter } from '../profile/event-writer';
import type { ProfilesState } from '../profile/people-parts';
import type { ProfileSession } from '../profile/session';

/** The store of the import, loaded when its screen is first opened. It lives as long as the app. */
export function createImports(
  dependencies: AppDependencies,
  session: ProfileSession,
  writer: EventWriter,
  profiles: StoreApi<ProfilesState>,
): StoreApi<ImportState> {
  return createImportStore({
    ...{ dependencies, session, writer },
    client: createImportClient(spawnImportWorker),
    nameOf: (profileId) => profiles.getState().list.find(({ id }) => id === profileId)?.name ?? '',
  });
}
