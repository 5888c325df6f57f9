import { createStore, type StoreApi } from 'zustand/vanilla';
import { crc32 } from '../../lib/hash';
import type { Place, RatingKind } from '../../storage/rating-event';
import type { LogPage } from '../../storage/rating-log';
import type { Storage } from '../../storage/storage';
import { toStorageError } from '../../storage/storage-error';
import { PersonalModel } from '../../wnn/personal/personal-model';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import { type Change, describeMoves } from '../list/change';
import { type DrawnList, drawList, drawWithout } from '../list/drawn-list';
import { type Ranking, recommend } from '../list/ranking';
import { compareLists } from '../list/what-if';
import { whyRanked } from '../list/why';
import { type ErasureScope, erasureOf, rebaseUnsaved } from '../log/forgetting';
import { carryOut, clearing, redoing, refiling, restoring, type Step, saying, undoing } from '../log/steps';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import type { EventWriter, Saving } from './event-writer';
import { type ClickContext, type ModelState, NO_MODEL } from './model-state';
import { ProfileModel } from './profile-model';
import { createSnapshotSaver } from './snapshot-saver';

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
  /** Draws the list anew, from the moods chosen now. */
  redraw(): void;
  /** Reads the profile anew after another tab erased something from its log. Never rejects. */
  onErased(profileId: string, scope: ErasureScope): Promise<void>;
  /** Makes what waits to be saved for a profile fit its log, from which something was erased. */
  onLogChanged(profileId: string): Promise<void>;
}

export interface ModelStoreContext {
  dependencies: Pick<AppDependencies, 'now' | 'uuid' | 'schedule' | 'logger'>;
  storage: Storage;
  writer: EventWriter;
  /** How the profile's list is tuned. Never rejects. */
  loadTuning(profileId: string, library: Library): Promise<CompiledTuning | null>;
  /** Ids of the moods that clicks are filed under and that the list is drawn from. */
  moods(): { filing: string | null; drawn: readonly string[] };
  /** Called after something was erased here, for the other tabs. */
  onErased(profileId: string, scope: ErasureScope): void;
}

interface Opened extends DrawnList {
  profile: ProfileModel;
  library: Library;
  previous: Ranking | null;
}

const LIST_LENGTH = 60;
/** Clicks made here change what was said, where it is filed already. */
const CORRECTING: readonly Place[] = ['my-ratings', 'why'];

export function createModelStore(context: ModelStoreContext): ModelStore {
  const { dependencies, storage, writer, loadTuning, moods } = context;
  const { logger } = dependencies;
  let opened: Opened | null = null;
  let tuning: CompiledTuning | null = null;
  /** What this tab is erasing; the log may show it before the call returns. */
  let erasing: ErasureScope | null = null;
  let wanted: { profileId: string; library: Library } | null = null;
  let following: Promise<void> = Promise.resolve();
  const saver = createSnapshotSaver(dependencies, storage.snapshots, () => opened?.profile ?? null);

  const store = createStore<ModelState>()((_, get) => ({
    ...NO_MODEL,
    revision: 0,
    profileId: null,
    saving: { unsaved: 0, error: null },
    rate: (item, kind, context) => click(item, kind, context),
    clear: (item, context) => click(item, 'clear', context),
    clearAll(items, context) {
      const movieIds = items.map((item) => opened?.library.catalogue.movieId[item]);
      const known = movieIds.filter((movieId) => movieId !== undefined);
      if (opened) act('click', clearing(opened.profile.fold, known), context);
    },
    restore(wanted, context) {
      if (opened) act('click', restoring(opened.profile.fold, wanted), context);
    },
    refile(item, mood, context) {
      const movieId = opened?.library.catalogue.movieId[item];
      if (opened && movieId !== undefined)
        act('click', refiling(opened.profile.fold, movieId, mood), context);
    },
    erase: (scope) => erase(scope),
    async check() {
      const profileId = opened?.profile.profileId;
      if (profileId === undefined) return null;
      // Asked for rarely, so not part of the first load.
      const { checkForgetting } = await import('../log/forgetting-check');
      await follow();
      const { events } = await storage.log.readAll(profileId);
      if (opened?.profile.profileId !== profileId) return null;
      const { profile, library } = opened;
      const saved = new Set(events.map(({ id }) => id));
      const unsaved = writer.pendingOf(profileId).filter(({ id }) => !saved.has(id));
      return checkForgetting(library, profile.model, [...events, ...unsaved]);
    },
    undo(context) {
      if (opened) act('undo', undoing(opened.profile.fold), context);
    },
    redo(context) {
      if (opened) act('redo', redoing(opened.profile.fold), context);
    },
    retry: () => writer.retry(),
    async reopen() {
      if (wanted && get().phase === 'failed') await open(wanted.profileId, wanted.library).catch(() => {});
    },
    explain: (item) => opened && whyRanked(opened.library, opened.source, item, tuning),
    whatIfNot(click, film, length, kept) {
      if (!opened) return null;
      const then = drawWithout(opened, opened.profile, tuning, click);
      return compareLists(opened.ranking, then, film, length, kept);
    },
    personalModel: () => opened?.profile.model ?? null,
    stateBytes: () => opened?.profile.model.stateBytes() ?? new Uint8Array(),
    debugStateHash() {
      const empty = opened ? new PersonalModel(opened.library.network).stateBytes() : new Uint8Array();
      return { state: crc32(get().stateBytes()).toString(16), empty: crc32(empty).toString(16) };
    },
  }));

  const publish = (lastChange: Change | null) => {
    if (!opened) return;
    const { profile, source, ranking, previous } = opened;
    const judgements = profile.judgements;
    store.setState(({ revision }) => ({
      phase: 'ready',
      message: null,
      revision: revision + 1,
      opinions: new Map(profile.model.opinions),
      unseen: new Set(judgements.filter(({ kind }) => kind === 'unseen').map(({ item }) => item)),
      judgements,
      events: profile.events,
      recommendations: recommend(source, ranking, previous, LIST_LENGTH),
      lastChange,
      canUndo: profile.fold.undoable !== undefined,
      canRedo: profile.fold.redoable !== undefined,
    }));
  };

  const draw = (profile: ProfileModel, library: Library, source: PersonalModel | null) =>
    drawList(library, profile, tuning, moods().drawn, source);

  const rankAgain = (current: Opened) => {
    const previous = current.ranking;
    Object.assign(current, { ...draw(current.profile, current.library, current.source), previous });
  };

  const filingOf = (movieId: number, place: Place | 'elsewhere'): string | undefined => {
    const fold = opened?.profile.fold;
    if (!CORRECTING.includes(place as Place) || !fold) return moods().filing ?? undefined;
    const speaker = fold.speakerOf(movieId);
    return speaker && fold.contextOf(speaker);
  };

  const click = (item: number, kind: RatingKind, context: ClickContext) => {
    const movieId = opened?.library.catalogue.movieId[item];
    if (!opened || movieId === undefined) return;
    act('click', saying(opened.profile.fold, movieId, kind, filingOf(movieId, context.place)), context);
  };

  const act = (via: Change['via'], step: Step, { place, predictionVisible }: ClickContext) => {
    if (!opened || step.length === 0) return;
    const { profile, library, ranking: old } = opened;
    const told = { profileId: profile.profileId, time: dependencies.now(), place, predictionVisible };
    const { events, before } = carryOut(step, profile, told, dependencies.uuid);
    rankAgain(opened);
    const [event] = events;
    const item = library.itemOf.get(event.movieId) as number;
    const films = new Set(events.map(({ movieId }) => movieId)).size;
    const isRefiling = event.refileOf !== undefined;
    const change = { event, item, before, after: event.kind, via, films, isRefiling };
    publish(describeMoves(library, change, old, opened.ranking));
    writer.enqueue(events, profile.erasures);
  };

  const readOn = async () => {
    const current = opened;
    if (!current) return;
    try {
      const page = await storage.log.readAfter(current.profile.profileId, current.profile.lastSeq);
      if (opened !== current) return;
      if (page.erasures !== current.profile.erasures) {
        return await readAnew(current.profile.profileId, erasing);
      }
      if (page.lastSeq === current.profile.lastSeq) return;
      if (current.profile.confirm(page)) {
        rankAgain(current);
        publish(null);
      } else {
        store.setState({ events: current.profile.events });
      }
      saver.changed();
    } catch (error) {
      logger.warn('The rating log could not be read on; it will be tried again.', error);
    }
  };

  const follow = () => {
    following = following.then(readOn);
    return following;
  };

  /** Fits what waits to be saved to a log from which something may have been erased. */
  const fitUnsaved = (page: LogPage, profileId: string, scope: ErasureScope | null = null) => {
    const known = opened?.profile.profileId === profileId ? opened.profile.events : [];
    const unsaved = rebaseUnsaved(page.events, writer.pendingOf(profileId), scope, known);
    writer.replace(profileId, unsaved, page.erasures);
    return unsaved;
  };

  const readAnew = async (profileId: string, scope: ErasureScope | null) => {
    const page = await storage.log.readAll(profileId);
    const unsaved = fitUnsaved(page, profileId, scope);
    if (opened?.profile.profileId !== profileId) return;
    const { library } = opened;
    const profile = new ProfileModel(library, profileId, page, undefined, unsaved, logger.warn.bind(logger));
    opened = { profile, library, ...draw(profile, library, null), previous: null };
    publish(null);
    saver.changed();
  };

  const onErased = (profileId: string, scope: ErasureScope) => {
    following = following.then(() =>
      readAnew(profileId, scope).catch((error) => {
        logger.warn('The rating log could not be read again; it will be tried again.', error);
      }),
    );
    return following;
  };

  const erase = async (scope: ErasureScope): Promise<string | null> => {
    const profileId = opened?.profile.profileId;
    if (profileId === undefined) return 'Your ratings are not open.';
    erasing = scope;
    try {
      // What is on its way to the log is erased there; what cannot be saved is dropped when the log is read again.
      await writer.settled();
      await storage.log.erase(profileId, erasureOf(scope));
    } catch (error) {
      logger.warn('Nothing was erased.', error);
      return toStorageError(error).failure === 'full'
        ? 'Nothing was erased, because your browser’s storage is full. Free some space, then try again.'
        : 'Nothing was erased, because your browser could not reach its storage. Try again.';
    } finally {
      erasing = null;
    }
    context.onErased(profileId, scope);
    await onErased(profileId, scope);
    return null;
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
    saver.flush();
    saver.callOff();
    opened = null;
    const ticket = { profileId, library };
    wanted = ticket;
    store.setState(({ revision }) => ({ ...NO_MODEL, phase: 'opening', profileId, revision: revision + 1 }));
    try {
      const [page, snapshot, tuned] = await Promise.all([
        storage.log.readAll(profileId),
        loadSnapshot(profileId),
        loadTuning(profileId, library),
      ]);
      if (wanted !== ticket) return;
      tuning = tuned;
      const warn = logger.warn.bind(logger);
      const unsaved = fitUnsaved(page, profileId);
      const profile = new ProfileModel(library, profileId, page, snapshot, unsaved, warn);
      opened = { profile, library, ...draw(profile, library, null), previous: null };
      publish(null);
      if (!profile.restored && page.lastSeq > 0) saver.changed();
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
    flush: saver.flush,
    stop() {
      saver.callOff();
      opened = null;
    },
    tune(changed: CompiledTuning | null) {
      tuning = changed;
      if (!opened) return;
      rankAgain(opened);
      publish(null);
    },
    setSaving: (saving: Saving) => store.setState({ saving }),
    redraw() {
      if (!opened) return;
      rankAgain(opened);
      opened.previous = null;
      publish(null);
    },
    onErased,
    async onLogChanged(profileId: string) {
      if (opened?.profile.profileId === profileId) return follow();
      fitUnsaved(await storage.log.readAll(profileId), profileId);
    },
  });
}
