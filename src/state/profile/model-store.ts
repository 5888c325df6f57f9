import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CommandParts, createCommands } from './commands';
import type { EventWriter } from './event-writer';
import type { ModelState } from './model-state';
import { createQueries } from './queries';
import { CLOSED, ProfileSession, type SessionParts } from './session';
import { viewOf } from './view';

/** What the active profile is made from. */
export interface ModelStoreParts extends Omit<SessionParts, 'publish'>, CommandParts {
  dependencies: SessionParts['dependencies'] & CommandParts['dependencies'];
  writer: EventWriter;
}

/** The active profile: what screens see of it, and the session behind, which only state/ knows. */
export interface ModelStore {
  store: StoreApi<ModelState>;
  session: ProfileSession;
}

/** An active profile before one is opened. Every change of it is one update of the store. */
export function createModelStore(parts: ModelStoreParts): ModelStore {
  const session = new ProfileSession({
    ...parts,
    publish: (phase, change) =>
      store.setState(({ revision }) => ({ ...viewOf(phase, change), revision: revision + 1 })),
  });
  const store = createStore<ModelState>()(() => ({
    ...viewOf(CLOSED, null),
    revision: 0,
    ...createCommands(session, parts),
    ...createQueries(session, { log: parts.storage.log, writer: parts.writer }),
  }));
  return { store, session };
}
