import type { Storage } from '../../storage/storage';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import type { Tabs } from '../platform/tabs';
import type { ProfileStore } from '../profile/people-store';
import type { ProfileStores } from './profile-stores';

/** What the later parts are made from. */
export interface LaterSources {
  dependencies: AppDependencies;
  storage: Storage;
  tabs: Tabs;
  profiles: ProfileStore;
  own: ProfileStores;
  /** The public data; throws while they are not there. */
  library(): Library;
  /** Reads the active profile anew by another library, and shows it. Rejects with a StorageError. */
  changeLibrary(library: Library): Promise<void>;
}
