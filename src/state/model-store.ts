import { createStore, type StoreApi } from 'zustand/vanilla';
import { crc32 } from '../lib/hash';
import type { RatingKind, UnsavedEvent } from '../storage/rating-event';
import type { Storage } from '../storage/storage';
import { toStorageError } from '../storage/storage-error';
import { PersonalModel } from '../wnn/personal-model';
import type { CompiledTuning } from '../wnn/tuning';
import { type Change, describeMoves } from './change';
import type { AppDependencies } from './dependencies';
import type { EventWriter, Saving } from './event-writer';
import type { Library } from './library';
import { type ClickContext, type ModelState, NO_MODEL } from './model-state';
import { ProfileModel } from './profile-model';
import { type Ranking, rankAll, recommend } from './ranking';
import { compareLists, rankWithout } from './what-if';
import { whyMatch, whyRanked } from './why';

export interface ModelStore extends StoreApi<ModelState> {
  /** Reads a profile's log and learns it; nothing is written before. Rejects with a StorageError. */
  open(profileId: string, library: Library): Promise<void>;
  /** Reads what came into the log since, from this tab or others. Never rejects. */
  follow(): Promise<void>;
  /** Saves a snapshot now if one is due. Never rejects. */
  flush(): Promise<void>;
  /** Lets go of the profile; calls off what is scheduled. Nothing is answered or written after. */
  stop(): void;
  setSaving(saving: Saving): void;
  /** Draws the list by another tuning; nothing that was learned changes. */
  tune(tuning: CompiledTuning | null): void;
}

export interface ModelStoreContext {
  dependencies: Pick<AppDependencies, 'now' | 'uuid' | 'schedule' | 'logger'>;
  storage: Storage;
  writer: EventWriter;
  /** How the profile's list is tuned. Never rejects. */
  loadTuning(profileId: string, library: Library): Promise<CompiledTuning | null>;
}

const LIST_LENGTH = 60;
/** A snapshot is saved when clicks have paused for this long. */
const SNAPSHOT_DELAY_MS = 1000;

const NOT_DUE = () => {};

export function createModelStore({
  dependencies,
  storage,
  writer,
  loadTuning,
}: ModelStoreContext): ModelStore {
  const { logger } = dependencies;
  let opened: { profile: ProfileModel; library: Library; ranking: Ranking; previous: Ranking | null } | null =
    null;
  let tuning: CompiledTuning | null = null;
  let wanted: { profileId: string; library: Library } | null = null;
  let callOff: () => void = NOT_DUE;
  let due = false;
  let following: Promise<void> = Promise.resolve();

  const store = createStore<ModelState>()((_, get) => ({
    ...NO_MODEL,
    revision: 0,
    profileId: null,
    saving: { unsaved: 0, error: null },
    rate: (item, kind, context) => click(item, kind, context),
    clear: (item, context) => click(item, 'clear', context),
    undo(context) {
      const fold = opened?.profile.fold;
      const target = fold?.undoable;
      if (fold && target)
        act('undo', target.movieId, fold.kindWithout(target), context, { undoOf: target.id });
    },
    redo(context) {
      const target = opened?.profile.fold.redoable;
      if (target) act('redo', target.movieId, target.kind, context, { redoOf: target.id });
    },
    retry: () => writer.retry(),
    async reopen() {
      if (wanted && get().phase === 'failed') await open(wanted.profileId, wanted.library).catch(() => {});
    },
    explain: (item) => opened && whyRanked(opened.library, opened.profile.model, item, tuning),
    explainMatch: (item) => opened && whyMatch(opened.library, opened.profile.model, item),
    whatIfNot(click, film, length, kept) {
      if (!opened) return null;
      const then = rankWithout(opened.profile.model, click, tuning);
      return compareLists(opened.ranking, then, film, length, kept);
    },
    personalModel: () => opened?.profile.model ?? null,
    stateBytes: () => opened?.profile.model.stateBytes() ?? new Uint8Array(),
    debugStateHash() {
      const empty = opened ? new PersonalModel(opened.library.shared).stateBytes() : new Uint8Array();
      return { state: crc32(get().stateBytes()).toString(16), empty: crc32(empty).toString(16) };
    },
  }));

  const publish = (lastChange: Change | null) => {
    if (!opened) return;
    const { profile, ranking, previous } = opened;
    const judgements = profile.judgements;
    store.setState(({ revision }) => ({
      phase: 'ready',
      message: null,
      revision: revision + 1,
      opinions: new Map(profile.model.opinions),
      unseen: new Set(judgements.filter(({ kind }) => kind === 'unseen').map(({ item }) => item)),
      judgements,
      events: profile.events,
      recommendations: recommend(profile.model, ranking, previous, LIST_LENGTH),
      lastChange,
      canUndo: profile.fold.undoable !== undefined,
      canRedo: profile.fold.redoable !== undefined,
    }));
  };

  const click = (item: number, kind: RatingKind, context: ClickContext) => {
    if (!opened) return;
    const movieId = opened.library.catalogue.movieId[item];
    if (movieId !== undefined && opened.profile.fold.kindOf(movieId) !== kind) {
      act('click', movieId, kind, context);
    }
  };

  const act = (
    via: Change['via'],
    movieId: number,
    kind: RatingKind,
    { place, predictionVisible }: ClickContext,
    undoOrRedo: Pick<UnsavedEvent, 'undoOf' | 'redoOf'> = {},
  ) => {
    if (!opened) return;
    const { profile, library, ranking: old } = opened;
    const { profileId } = profile;
    const said = { kind, movieId, place, predictionVisible, ...undoOrRedo };
    const event = { id: dependencies.uuid(), profileId, time: dependencies.now(), ...said };
    const before = profile.fold.kindOf(movieId);
    profile.add(event);
    opened.previous = old;
    opened.ranking = rankAll(profile.model, tuning);
    const item = library.itemOf.get(movieId) as number;
    publish(describeMoves(library, { event, item, before, after: kind, via }, old, opened.ranking));
    writer.enqueue(event);
  };

  const flush = async () => {
    callOff();
    callOff = NOT_DUE;
    const bytes = due ? opened?.profile.snapshot() : null;
    if (!bytes || !opened) return;
    due = false;
    try {
      await storage.snapshots.save(opened.profile.profileId, bytes);
    } catch (error) {
      logger.warn('The snapshot was not saved; the rating log is complete without it.', error);
    }
  };

  const scheduleSnapshot = () => {
    due = true;
    callOff();
    callOff = dependencies.schedule(flush, SNAPSHOT_DELAY_MS);
  };

  const readOn = async () => {
    const current = opened;
    if (!current) return;
    try {
      const page = await storage.log.readAfter(current.profile.profileId, current.profile.lastSeq);
      if (opened !== current || page.lastSeq === current.profile.lastSeq) return;
      if (current.profile.confirm(page)) {
        current.previous = current.ranking;
        current.ranking = rankAll(current.profile.model, tuning);
        publish(null);
      } else {
        store.setState({ events: current.profile.events });
      }
      scheduleSnapshot();
    } catch (error) {
      logger.warn('The rating log could not be read on; it will be tried again.', error);
    }
  };

  const follow = () => {
    following = following.then(readOn);
    return following;
  };

  const loadSnapshot = async (profileId: string) => {
    try {
      return await storage.snapshots.load(profileId);
    } catch (error) {
      logger.warn('The saved model could not be read; it is built again from the log.', error);
      return undefined;
    }
  };

  const open = async (profileId: string, library: Library) => {
    flush();
    opened = null;
    due = false;
    const ticket = { profileId, library };
    wanted = ticket;
    store.setState(({ revision }) => ({ ...NO_MODEL, phase: 'opening', profileId, revision: revision + 1 }));
    try {
      const pending = writer.pendingOf(profileId);
      const [page, snapshot, tuned] = await Promise.all([
        storage.log.readAll(profileId),
        loadSnapshot(profileId),
        loadTuning(profileId, library),
      ]);
      if (wanted !== ticket) return;
      tuning = tuned;
      const warn = logger.warn.bind(logger);
      const profile = new ProfileModel(library, profileId, page, snapshot, pending, warn);
      opened = { profile, library, ranking: rankAll(profile.model, tuning), previous: null };
      publish(null);
      if (!profile.restored && page.lastSeq > 0) scheduleSnapshot();
      // What another tab wrote while this one was reading.
      follow();
    } catch (error) {
      const failure = toStorageError(error);
      if (wanted === ticket) store.setState({ phase: 'failed', message: failure.message });
      throw failure;
    }
  };

  return Object.assign(store, {
    open,
    follow,
    flush,
    stop() {
      callOff();
      opened = null;
    },
    tune(changed: CompiledTuning | null) {
      tuning = changed;
      if (!opened) return;
      opened.previous = opened.ranking;
      opened.ranking = rankAll(opened.profile.model, tuning);
      publish(null);
    },
    setSaving: (saving: Saving) => store.setState({ saving }),
  });
}
