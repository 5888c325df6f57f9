import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Decisions } from '../../data/import/imported-films';
import type { ImportClient } from '../../worker/import/client';
import type { MatchedHistory } from '../../worker/import/contract';
import { act, type CommandParts } from '../profile/commands';
import type { ClickSite } from '../profile/model-state';
import type { OpenProfile } from '../profile/open-profile';
import type { ProfileSession } from '../profile/session';
import type { ImportActions, ImportFacts, ImportState } from './import-state';
import { planAll } from './preview';
import { createReading, START } from './reading';

/** What an import needs from the rest of the app. */
export interface ImportParts extends Omit<CommandParts, 'filing'> {
  session: ProfileSession;
  client: ImportClient;
  /** The name of a person, by their id. */
  nameOf(profileId: string): string;
}

const SITE: ClickSite = { place: 'import', predictionVisible: false };

/** The import on screen; it goes on while another screen is open. */
export function createImportStore(parts: ImportParts): StoreApi<ImportState> {
  return createStore<ImportState>()((set, get) => ({ ...START, actions: createActions(parts, set, get) }));
}

function createActions(
  parts: ImportParts,
  set: (facts: Partial<ImportFacts>) => void,
  get: () => ImportFacts,
): ImportActions {
  const { session, client, dependencies, nameOf } = parts;
  let found: readonly MatchedHistory[] = [];
  /** Names the events that were added. */
  let batch: string | undefined;

  /** The profile that the import is for, while it is open. */
  const owned = (): OpenProfile | null => {
    const { opened } = session;
    return opened && opened.profile.profileId === get().owner?.id ? opened : null;
  };
  const plan = ({ profile, library }: OpenProfile) =>
    planAll(profile, found, library.catalogue, get().choices, dependencies.now());
  const review = () => {
    const open = owned();
    if (open) set({ at: { step: 'review', found, preview: plan(open).preview } });
  };
  const reading = createReading({
    ...{ client, set, get, owned },
    person() {
      const { opened } = session;
      if (!opened) return null;
      const id = opened.profile.profileId;
      return { owner: { id, name: nameOf(id) }, library: opened.library };
    },
    onFound(histories) {
      found = histories;
      if (found.length > 0) review();
    },
  });

  return {
    ...reading,
    decide(history, row, item) {
      const { choices } = get();
      const decisions: Decisions[] = choices.decisions.map((known, at) => {
        if (at !== history) return known;
        const changed = new Map(known);
        if (item === undefined) changed.delete(row);
        else changed.set(row, item);
        return changed;
      });
      set({ choices: { ...choices, decisions } });
      review();
    },
    set(change) {
      set({ choices: { ...get().choices, ...change } });
      review();
    },
    refresh() {
      if (get().at.step === 'review') review();
    },
    add() {
      // Whoever rates now may be somebody else: then nothing is owned here, and nothing happens.
      const open = get().at.step === 'review' ? owned() : null;
      if (!open) return;
      const { step, preview } = plan(open);
      const [event] = act(session, parts, 'click', SITE, () => step);
      if (!event) return review();
      batch = event.batch ?? event.id;
      set({ at: { step: 'done', added: preview }, tookBack: null });
    },
    takeBack() {
      if (get().at.step !== 'done' || !owned()) return;
      const undone = act(session, parts, 'undo', SITE, ({ profile }) =>
        profile.fold.stacked
          .filter((event) => (event.batch ?? event.id) === batch)
          .reverse()
          .map(({ movieId, id }) => ({ movieId, kind: 'undo', of: id })),
      );
      const films = new Set(undone.map(({ movieId }) => movieId)).size;
      set({ tookBack: films, choices: { ...get().choices, again: false } });
      review();
    },
  };
}
