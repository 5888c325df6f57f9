import type { ErasureScope } from '../../events/erasure-scope';
import type { UnsavedEvent } from '../../events/rating-event';
import type { Appended } from '../../storage/rating-log';
import { type StorageFailure, toStorageError } from '../../storage/storage-error';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import type { Change } from '../list/change';
import { erasureOf } from '../log/erasing';
import type { OpenProfile } from './open-profile';
import { CLOSED, type ComingLibrary, type SessionParts, type SessionPhase } from './session-parts';
import { createSnapshotKeeper, type SnapshotKeeper } from './snapshot-keeper';
import { fitUnsaved, readToOpen, readWhole, type WholeLog } from './whole-log';

/** Between parts of what is done ahead: the list is drawn first, and presses come between. */
const PREPARE_DELAY_MS = 100;
/** A frame, between one part of it and the next, in milliseconds. */
const BETWEEN_PARTS_MS = 16;

/**
 * One profile at a time: opens it, follows its log as this tab and others append to it, erases from it, and reads it anew
 * where something was erased elsewhere. What comes from the log is taken in one after the other, so no two readings of it
 * can cross.
 */
export class ProfileSession {
  private readonly parts: SessionParts;
  private readonly keeper: SnapshotKeeper;
  private current: SessionPhase = CLOSED;
  private following: Promise<void> = Promise.resolve();
  /** What this tab is erasing; the log may show it before the call returns. */
  private erasing: ErasureScope | null = null;

  constructor(parts: SessionParts) {
    this.parts = parts;
    const { dependencies, storage } = parts;
    this.keeper = createSnapshotKeeper(dependencies, storage.snapshots, () => this.opened?.profile ?? null);
  }

  /** The open profile; null unless the phase is 'ready'. */
  get opened(): OpenProfile | null {
    return this.current.phase === 'ready' ? this.current.open : null;
  }

  /** The profile that this page knows: the open one, or one that rests because its person is gone. */
  get known(): OpenProfile | null {
    return this.current.phase === 'held' ? this.current.open : this.opened;
  }

  /** All that this page knows of a profile's log, unsaved events last. */
  eventsOf(profileId: string): UnsavedEvent[] {
    const profile = this.known?.profile;
    const known = profile?.profileId === profileId ? profile.events : [];
    const ids = new Set(known.map(({ id }) => id));
    return [...known, ...this.parts.writer.pendingOf(profileId).filter(({ id }) => !ids.has(id))];
  }

  /** Tells that the open profile has changed. @param change what a click of this tab did, if that was it */
  changed(change: Change | null): void {
    this.parts.publish(this.current, change);
  }

  /** Draws the open profile's list by another tuning; nothing that was learned changes. */
  tune(tuning: CompiledTuning | null): void {
    if (!this.opened) return;
    this.opened.tune(tuning);
    this.changed(null);
  }

  /** Draws the open profile's list anew, from the moods chosen now. */
  drawAnew(): void {
    if (!this.opened) return;
    this.opened.drawAnew();
    this.changed(null);
  }

  /**
   * Reads a profile's log and learns it; nothing is written before. Closed where the public data do not come. Rejects with a
   * StorageError.
   */
  async open(profileId: string, coming: ComingLibrary): Promise<void> {
    this.keeper.flush();
    this.keeper.callOff();
    const opening: SessionPhase = { phase: 'opening', profileId };
    const isWanted = () => this.current === opening;
    this.enter(opening);
    try {
      const read = await readToOpen(this.parts, this.keeper, profileId, coming, isWanted);
      // Another profile was asked for meanwhile.
      if (!isWanted()) return;
      if (!read) return this.enter(CLOSED);
      const { library, whole, snapshot, tuning, Opened } = read;
      const unsaved = this.fitUnsaved(whole, profileId, null);
      const source = { library, profileId, page: whole, unsaved, snapshot, warn: this.warn };
      const open = new Opened(source, { tuning, moods: this.parts.drawnMoods });
      if (coming instanceof Promise) await this.parts.dependencies.pause();
      if (!isWanted()) return;
      this.enter({ phase: 'ready', open });
      if (!open.profile.restored && whole.lastSeq > 0) this.keeper.changed();
      // What another tab wrote while this one was reading.
      this.follow();
      this.prepare(open);
    } catch (error) {
      const failure = toStorageError(error);
      const { message } = failure;
      if (isWanted()) this.enter({ phase: 'failed', profileId, library: coming, message });
      throw failure;
    }
  }

  /** Does ahead what the first clicks would wait for, a part at a time. */
  private prepare(open: OpenProfile, wait = PREPARE_DELAY_MS): void {
    this.parts.dependencies.schedule(() => {
      if (this.opened === open && !open.prepare()) this.prepare(open, BETWEEN_PARTS_MS);
    }, wait);
  }

  /** Tries again to read the profile after phase 'failed'. Never rejects. */
  async reopen(): Promise<void> {
    if (this.current.phase !== 'failed') return;
    const { profileId, library } = this.current;
    await this.open(profileId, library).catch(() => {});
  }

  /** Reads what came into the log since, from this tab or others. Never rejects. */
  follow(): Promise<void> {
    return this.inTurn(() => this.readOn());
  }

  /** Takes note of where the log put events of this tab. Never rejects. */
  onSaved(appended: readonly Appended[]): Promise<void> {
    return this.inTurn(() => this.takePlaces(appended));
  }

  /** Reads the profile anew after something was erased from its log, or its rows have new places. Never rejects. */
  onErased(profileId: string, scope: ErasureScope | null): Promise<void> {
    return this.inTurn(() => this.readAnew(profileId, scope));
  }

  /** Makes what waits to be saved for a profile fit its log, from which something was erased. Rejects with a StorageError. */
  async onLogChanged(profileId: string): Promise<void> {
    if (this.opened?.profile.profileId === profileId) return this.follow();
    this.fitUnsaved(await readWhole(this.parts, profileId), profileId, null);
  }

  /** Erases for good, in all tabs. Never rejects. @returns null when done, else why nothing was erased */
  async erase(scope: ErasureScope): Promise<StorageFailure | null> {
    const { storage, writer, dependencies, onErased } = this.parts;
    const profileId = this.opened?.profile.profileId;
    if (profileId === undefined) return 'closed';
    this.erasing = scope;
    try {
      // What is on its way to the log is erased there; what cannot be saved is dropped when the log is read again.
      await writer.settled();
      await storage.log.erase(profileId, erasureOf(scope));
    } catch (error) {
      dependencies.logger.warn('Nothing was erased.', error);
      const { failure } = toStorageError(error);
      // Who rates is asked then.
      if (failure === 'profile-gone') this.parts.onMissing();
      return failure;
    } finally {
      this.erasing = null;
    }
    onErased(profileId, scope);
    await this.onErased(profileId, scope);
    return null;
  }

  /** Saves a snapshot now if one is due. Never rejects. */
  flush(): Promise<void> {
    return this.keeper.flush();
  }

  /** Answers nothing more in the name of the open profile; another one is about to be opened. */
  leave(): void {
    this.keeper.flush();
    this.keeper.callOff();
    this.enter(CLOSED);
  }

  /** Lets the open profile rest, whose person is gone. */
  hold(): void {
    this.keeper.callOff();
    this.enter(this.known ? { phase: 'held', open: this.known } : CLOSED);
  }

  /** Lets go of the profile; calls off what is scheduled. Nothing is answered, told or written after. */
  stop(): void {
    this.keeper.callOff();
    this.current = CLOSED;
  }

  private enter(phase: SessionPhase): void {
    this.current = phase;
    this.changed(null);
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    this.following = this.following.then(task).catch((error) => {
      this.warn('The rating log could not be read on; it will be tried again.', error);
    });
    return this.following;
  }

  private async readOn(): Promise<void> {
    const open = this.opened;
    if (!open) return;
    const { profile } = open;
    const page = await this.parts.storage.log.readAfter(profile.profileId, profile.lastSeq);
    if (this.opened !== open) return;
    if (page.missing) return this.parts.onMissing();
    if (page.erasures !== profile.erasures) return this.readAnew(profile.profileId, this.erasing);
    if (page.lastSeq === profile.lastSeq) return;
    if (profile.confirm(page)) {
      open.redraw();
      this.changed(null);
    }
    this.keeper.changed();
  }

  private async takePlaces(appended: readonly Appended[]): Promise<void> {
    const profile = this.opened?.profile;
    const own = appended.find(({ profileId }) => profileId === profile?.profileId);
    if (!profile || !own) return;
    // Appended to a log from which something was erased before this tab heard where its events are.
    if (own.erasures !== profile.erasures) return this.readAnew(own.profileId, null);
    if (profile.place(own)) this.keeper.changed();
    else await this.readOn();
  }

  private async readAnew(profileId: string, scope: ErasureScope | null): Promise<void> {
    const page = await readWhole(this.parts, profileId);
    // What is known of a person who is gone is all there is.
    if (page.missing) return this.parts.onMissing();
    const unsaved = this.fitUnsaved(page, profileId, scope);
    const open = this.opened;
    if (open?.profile.profileId !== profileId) return;
    this.enter({ phase: 'ready', open: open.readAnew({ page, unsaved, warn: this.warn }) });
    this.keeper.changed();
  }

  /** Fits what waits to be saved to a log from which something may have been erased. */
  private fitUnsaved(page: WholeLog, profileId: string, scope: ErasureScope | null): UnsavedEvent[] {
    const profile = this.opened?.profile;
    const known = profile?.profileId === profileId ? profile.events : [];
    return fitUnsaved(this.parts.writer, page, profileId, scope, known);
  }

  private readonly warn = (message: string, ...details: unknown[]): void =>
    this.parts.dependencies.logger.warn(message, ...details);
}
