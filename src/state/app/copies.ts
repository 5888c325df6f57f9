import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../storage/settings';
import type { AppDependencies } from '../platform/dependencies';

/*
 * Copies of the app at other addresses of one site share its storage: mostly it is one app that was moved, and its
 * ratings are to come along. So they are shared, and that is said.
 */

/** Copies of the app that share these ratings. */
export interface CopiesState {
  /** Paths of other copies that were opened in this browser, such as "/films/". */
  others: readonly string[];
  /** Whether this copy is opened for the first time beside others. */
  isNews: boolean;
  /** It was read. */
  seen(): void;
}

/** The store of copies with what only state/ calls. */
export interface CopiesStore extends StoreApi<CopiesState> {
  /** Takes note of where this copy is. Never rejects. */
  note(): Promise<void>;
}

const KEY = 'addresses';
const VERSION = 1;
const schema = v.object({ version: v.literal(VERSION), paths: v.array(v.string()) });
/** Addresses kept, latest last. */
const MOST = 20;

/** @param path where this copy is; undefined where that means nothing */
export function createCopies(
  settings: Pick<Settings, 'update'>,
  path: string | undefined,
  logger: AppDependencies['logger'],
): CopiesStore {
  const store = createStore<CopiesState>()((set) => ({
    others: [],
    isNews: false,
    seen: () => set({ isNews: false }),
  }));
  return Object.assign(store, {
    async note() {
      if (path === undefined) return;
      try {
        let known: string[] = [];
        await settings.update(KEY, (stored) => {
          const { success, output } = v.safeParse(schema, stored);
          known = success ? output.paths : [];
          const paths = known.includes(path) ? known : [...known, path].slice(-MOST);
          return { version: VERSION, paths };
        });
        const others = known.filter((other) => other !== path);
        store.setState({ others, isNews: others.length > 0 && !known.includes(path) });
      } catch (error) {
        logger.warn('Other copies of the app could not be looked for.', error);
      }
    },
  });
}
