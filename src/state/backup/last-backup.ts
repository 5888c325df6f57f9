import * as v from 'valibot';
import type { Settings } from '../../storage/settings';

/** When a person was last saved in a backup file. */
export interface LastBackup {
  /** Milliseconds since 1970. */
  time: number;
  /** Entries of the log that were in it. */
  events: number;
}

const VERSION = 1;
const count = v.pipe(v.number(), v.minValue(0));
const schema = v.object({ version: v.literal(VERSION), time: count, events: count });

function backupKey(profileId: string): string {
  return `backup:${profileId}`;
}

/** Null where there was none, or where that cannot be read. Never rejects. */
export async function readLastBackup(
  settings: Pick<Settings, 'get'>,
  profileId: string,
): Promise<LastBackup | null> {
  try {
    const { success, output } = v.safeParse(schema, await settings.get(backupKey(profileId)));
    return success ? { time: output.time, events: output.events } : null;
  } catch {
    return null;
  }
}

/** Rejects with a StorageError. */
export function noteBackup(
  settings: Pick<Settings, 'set'>,
  profileId: string,
  { time, events }: LastBackup,
): Promise<void> {
  return settings.set(backupKey(profileId), { version: VERSION, time, events });
}
