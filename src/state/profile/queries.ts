import { crc32 } from '../../lib/hash';
import type { RatingLog } from '../../storage/rating-log';
import type { ForgettingCheck } from '../log/forgetting-check';
import type { EventWriter } from './event-writer';
import type { ModelQueries } from './model-state';
import type { ProfileSession } from './session';

/** What queries need beside the session. */
export interface QueryParts {
  log: Pick<RatingLog, 'readAll'>;
  writer: Pick<EventWriter, 'pendingOf'>;
}

/** Questions to the open profile. Those that only the screen My model asks are in inspection.ts. */
export function createQueries(session: ProfileSession, parts: QueryParts): ModelQueries {
  const stateBytes = () => session.opened?.profile.model.stateBytes() ?? new Uint8Array();
  return {
    explain: (item) => session.opened?.explain(item) ?? null,
    whatIfNot: (...asked) => session.opened?.whatIfNot(...asked) ?? null,
    listMatchOf: (item) => session.opened?.listMatchOf(item) ?? Number.NaN,
    ranksOf: (items) => session.opened?.ranksOf(items) ?? items.map(() => null),
    check: () => checkOpened(session, parts),
    stateBytes,
    debugStateHash() {
      const empty = session.opened?.emptyBytes() ?? new Uint8Array();
      return { state: crc32(stateBytes()).toString(16), empty: crc32(empty).toString(16) };
    },
  };
}

/** Null where the profile is closed, or was while the log was read. */
async function checkOpened(
  session: ProfileSession,
  { log, writer }: QueryParts,
): Promise<ForgettingCheck | null> {
  const profileId = session.opened?.profile.profileId;
  if (profileId === undefined) return null;
  // Asked for rarely, so not part of the first load.
  const { checkForgetting } = await import('../log/forgetting-check');
  await session.follow();
  const { events } = await log.readAll(profileId);
  const open = session.opened;
  if (open?.profile.profileId !== profileId) return null;
  const saved = new Set(events.map(({ id }) => id));
  const unsaved = writer.pendingOf(profileId).filter(({ id }) => !saved.has(id));
  return checkForgetting(open.library, open.profile.model, [...events, ...unsaved]);
}
