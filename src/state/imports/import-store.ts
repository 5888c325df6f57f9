import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChosenColumns } from '../../data/import/chosen-columns';
import { type Decisions, USUAL_RULES } from '../../data/import/imported-films';
import type { KnownFilms } from '../../data/match/film-index';
import type { ImportClient } from '../../worker/import/client';
import type { ImportReport, MatchedHistory } from '../../worker/import/contract';
import type { PickedFiles } from '../../worker/picked-files';
import type { Library } from '../platform/library';
import { act, type CommandParts } from '../profile/commands';
import type { ClickSite } from '../profile/model-state';
import type { OpenProfile } from '../profile/open-profile';
import type { ProfileSession } from '../profile/session';
import type { ImportActions, ImportChoices, ImportFacts, ImportState } from './import-state';
import { planAll, previewOf } from './preview';

/** What an import needs from the rest of the app. */
export interface ImportParts extends Omit<CommandParts, 'filing'> {
  session: ProfileSession;
  client: ImportClient;
  /** The name of a person, by their id. */
  nameOf(profileId: string): string;
}

const SITE: ClickSite = { place: 'import', predictionVisible: false };
/** Rows refused that are told one by one where nothing at all could be read. */
const TOLD_ROWS = 5;
const USUAL_CHOICES: ImportChoices = { rules: USUAL_RULES, wishes: true, again: false, decisions: [] };
const START: ImportFacts = {
  ...{ at: { step: 'choosing' }, choices: USUAL_CHOICES, owner: null, refusals: [], tookBack: null },
};

/** What is handed to the worker to find films by. */
function knownFilms({ catalogue }: Library): KnownFilms {
  const { count, movieId, tmdbId, imdbId, title, alternateTitles, year } = catalogue;
  return { count, movieId, tmdbId, imdbId, title, alternateTitles, year };
}

/** Why there is nothing to review. */
function emptyWords({ histories, refusals }: ImportReport): string[] {
  const refused = histories.flatMap((history) => history.refused);
  return [
    ...refusals,
    ...histories.flatMap(({ notices }) => notices),
    ...refused.slice(0, TOLD_ROWS),
    ...(refused.length > TOLD_ROWS ? [`And ${refused.length - TOLD_ROWS} more rows like these.`] : []),
  ];
}

/** The import on screen; it goes on while another screen is open. */
export function createImportStore(parts: ImportParts): StoreApi<ImportState> {
  return createStore<ImportState>()((set, get) => ({ ...START, actions: createActions(parts, set, get) }));
}

/** Everything that an import is made of besides what screens see. */
interface Source {
  picked: PickedFiles;
  columns: Map<string, ChosenColumns>;
  without: string[];
  userId?: number;
}

function createActions(
  parts: ImportParts,
  set: (facts: Partial<ImportFacts>) => void,
  get: () => ImportFacts,
): ImportActions {
  const { session, client, dependencies } = parts;
  let source: Source = { picked: { files: [] }, columns: new Map(), without: [] };
  let found: readonly MatchedHistory[] = [];
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
    if (open) set({ at: { step: 'review', found, preview: previewOf(plan(open)) } });
  };
  const show = (report: ImportReport) => {
    const { histories, offers, people, refusals } = report;
    set({ refusals });
    if (offers.length > 0) return set({ at: { step: 'columns', offers } });
    if (people.length > 0) return set({ at: { step: 'people', people } });
    if (histories.every(({ rows }) => rows.length === 0)) {
      return set({ at: { step: 'choosing' }, refusals: emptyWords(report) });
    }
    found = histories;
    set({ choices: { ...USUAL_CHOICES, decisions: histories.map(() => new Map()) } });
    review();
  };
  const read = async () => {
    const open = owned();
    if (!open) return;
    const { picked, columns, without, userId } = source;
    const own = source;
    set({ at: { step: 'reading', progress: { rows: 0 } }, refusals: [] });
    const request = { ...picked, films: knownFilms(open.library), choices: { columns, userId }, without };
    const outcome = await client.read(request, (progress) => set({ at: { step: 'reading', progress } }));
    // Other files were chosen meanwhile.
    if (source !== own || get().at.step !== 'reading') return;
    if (outcome.kind === 'done') show(outcome.value);
    else set({ at: { step: 'choosing' }, refusals: outcome.kind === 'cancelled' ? [] : [outcome.message] });
  };

  return {
    choose(picked) {
      const open = session.opened;
      if (!open || picked.files.length === 0) return;
      const id = open.profile.profileId;
      source = { picked, columns: new Map(), without: [] };
      found = [];
      set({ ...START, owner: { id, name: parts.nameOf(id) } });
      read();
    },
    cancel() {
      client.cancel();
      found = [];
      set(START);
    },
    chooseColumns(columns) {
      source = { ...source, columns: new Map(source.columns), without: [...source.without] };
      for (const [path, chosen] of columns) {
        if (chosen) source.columns.set(path, chosen);
        else source.without.push(path);
      }
      read();
    },
    choosePerson(userId) {
      source = { ...source, userId };
      read();
    },
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
      const planned = plan(open);
      const [event] = act(session, parts, 'click', SITE, () => planned.step);
      if (!event) return review();
      batch = event.batch ?? event.id;
      set({ at: { step: 'done', added: previewOf(planned) }, tookBack: null });
    },
    takeBack() {
      if (get().at.step !== 'done' || !owned()) return;
      const undone = act(session, parts, 'undo', SITE, ({ profile }) =>
        profile.fold.stacked
          .filter((event) => (event.batch ?? event.id) === batch)
          .reverse()
          .map(({ movieId, id }) => ({ movieId, kind: 'undo', of: id })),
      );
      set({ tookBack: undone.length, choices: { ...get().choices, again: false } });
      review();
    },
  };
}
