import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Change } from '../list/change';
import { type CommandParts, createCommands } from './commands';
import type { EventWriter } from './event-writer';
import type { ModelFacts, ModelState } from './model-state';
import { createQueries } from './queries';
import { ProfileSession } from './session';
import { CLOSED, type SessionParts, type SessionPhase } from './session-parts';

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

const NOTHING_KNOWN: ModelFacts = {
  phase: 'closed',
  message: null,
  profileId: null,
  opinions: new Map(),
  unseen: new Set(),
  wanted: new Set(),
  judgements: [],
  events: [],
  recommendations: [],
  drawnFrom: 0,
  lastChange: null,
  canUndo: false,
  canRedo: false,
  unreadable: 0,
  waiting: 0,
  relearned: null,
};

/**
 * What screens know of a session, as plain data: a pure function of where it stands.
 * @param lastChange what a click of this tab did just now; null if the session changed for another reason
 */
function viewOf(session: SessionPhase, lastChange: Change | null): ModelFacts {
  if (session.phase === 'ready') return session.open.facts(lastChange);
  if (session.phase === 'closed' || session.phase === 'held') return NOTHING_KNOWN;
  const { phase, profileId } = session;
  return { ...NOTHING_KNOWN, phase, profileId, message: phase === 'failed' ? session.message : null };
}
