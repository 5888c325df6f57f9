import type { StoreApi } from 'zustand/vanilla';
import type { Storage } from '../../storage/storage';
import type { AppDependencies } from '../platform/dependencies';
import type { Libraries } from '../platform/libraries';
import type { Library } from '../platform/library';
import type { Tabs } from '../platform/tabs';
import type { ProfileStore } from '../profile/people-store';
import type { FilmsInUse } from './films-in-use';
import type { ProfileStores } from './profile-stores';
import type { SessionState } from './session-store';

/** What the later parts are made from. */
export interface LaterSources {
  dependencies: AppDependencies;
  storage: Storage;
  tabs: Tabs;
  profiles: ProfileStore;
  own: ProfileStores;
  session: StoreApi<SessionState>;
  libraries: Libraries;
  /** The public data in use; throws while they are not there. */
  library(): Library;
  /** Puts other films in the place of those in use. */
  films: Pick<FilmsInUse, 'use' | 'readAnew'>;
}
