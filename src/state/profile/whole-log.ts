import type { ErasureScope } from '../../events/erasure-scope';
import type { UnsavedEvent } from '../../events/rating-event';
import type { LogPage } from '../../storage/rating-log';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import { rebaseUnsaved } from '../log/erasing';
import type { Library } from '../platform/library';
import type { OpenProfile } from './open-profile';
import type { ComingLibrary, SessionParts } from './session-parts';
import type { SnapshotKeeper } from './snapshot-keeper';

/** A profile's whole log, with the ids of what was erased for good where a click waits that may be among it. */
export interface WholeLog extends LogPage {
  tombstones: ReadonlySet<string>;
}

/** Reads a profile's whole log. Rejects with a StorageError. */
export async function readWhole(
  { storage: { log }, writer }: Pick<SessionParts, 'storage' | 'writer'>,
  profileId: string,
): Promise<WholeLog> {
  const page = await log.readAll(profileId);
  const waits = writer.pendingOf(profileId).length > 0;
  return { ...page, tombstones: waits ? (await log.readDeviceLog(profileId)).tombstones : new Set() };
}

/**
 * Makes what waits to be saved for a profile fit its log, from which something may have been erased (`rebaseUnsaved`).
 * @param known the log as the page knew it
 * @returns what still waits
 */
export function fitUnsaved(
  writer: Pick<SessionParts['writer'], 'pendingOf' | 'replace'>,
  { events, tombstones, erasures, missing }: WholeLog,
  profileId: string,
  scope: ErasureScope | null,
  known: readonly UnsavedEvent[],
): UnsavedEvent[] {
  const waiting = writer.pendingOf(profileId);
  if (missing) return waiting;
  const unsaved = rebaseUnsaved(events, tombstones, waiting, scope, known);
  writer.replace(profileId, unsaved, erasures);
  return unsaved;
}

/** All that a profile is opened from. */
export interface ToOpen {
  library: Library;
  whole: WholeLog;
  snapshot: Uint8Array | undefined;
  tuning: CompiledTuning | null;
  /** What reads and writes a model. */
  Opened: typeof OpenProfile;
}

/**
 * Reads what a profile is opened from. Where the public data are still on their way, its log is told of as soon as it is read, and
 * what was said meanwhile is read with it in the end.
 * @param isWanted whether the profile is still asked for
 * @returns null where another one was asked for meanwhile, or the public data did not come. Rejects with a StorageError.
 */
export async function readToOpen(
  parts: SessionParts,
  keeper: Pick<SnapshotKeeper, 'load'>,
  profileId: string,
  coming: ComingLibrary,
  isWanted: () => boolean,
): Promise<ToOpen | null> {
  const reading = Promise.all([readWhole(parts, profileId), keeper.load(profileId)]);
  if (!(coming instanceof Promise)) {
    const tuned = parts.loadTuning(profileId, coming);
    const [[whole, snapshot], tuning, Opened] = await Promise.all([reading, tuned, loadOpened()]);
    return { library: coming, whole, snapshot, tuning, Opened };
  }
  const [early, snapshot] = await reading;
  if (isWanted()) parts.onEarlyLog(profileId, early);
  const library = await coming.catch(() => null);
  if (!library || !isWanted()) return null;
  const [tuning, Opened] = await Promise.all([parts.loadTuning(profileId, library), loadOpened()]);
  const since = await parts.storage.log.readAfter(profileId, early.lastSeq);
  const same = !since.missing && since.erasures === early.erasures && since.lastSeq === early.lastSeq;
  return { library, whole: same ? early : await readWhole(parts, profileId), snapshot, tuning, Opened };
}

async function loadOpened(): Promise<typeof OpenProfile> {
  return (await import('./open-profile')).OpenProfile;
}
