import type { ErasureScope } from '../../events/erasure-scope';
import type { UnsavedEvent } from '../../events/rating-event';
import type { LogPage } from '../../storage/rating-log';
import { rebaseUnsaved } from '../log/erasing';
import type { SessionParts } from './session-parts';

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
