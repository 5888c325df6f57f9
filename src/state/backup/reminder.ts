import * as v from 'valibot';
import type { Settings } from '../../storage/settings';

/*
 * Whoever has never saved their data as a file, or not for long, is told so now and then: clearing the browser's data would
 * end it all. Nobody is told again before another hundred clicks.
 */

/** Clicks without a backup after which a person is reminded. */
export const WORTH_A_BACKUP = 100;

const VERSION = 1;
const schema = v.object({ version: v.literal(VERSION), time: v.number() });

const keyOf = (profileId: string) => `reminder:${profileId}`;

/** When something was told, in milliseconds since 1970 (`UnsavedEvent.time`). */
interface Timed {
  time: number;
}

/** Reminding of a backup. */
export interface BackupReminder {
  /**
   * How many clicks are in no backup yet, where that is worth being reminded of; null where not. Never rejects.
   * @param events the person's log, oldest first
   */
  due(profileId: string, events: readonly Timed[]): Promise<number | null>;
  /** The person does not want to hear of it now. Rejects with a StorageError. */
  later(profileId: string, events: readonly Timed[]): Promise<void>;
}

/** How many events were told after a moment, in milliseconds since 1970; all where there is none. */
export function toldSince(events: readonly Timed[], moment: number | undefined): number {
  return moment === undefined ? events.length : events.filter(({ time }) => time > moment).length;
}

/** @param lastBackup when a person was last saved as a file; null for never */
export function createBackupReminder(
  settings: Pick<Settings, 'get' | 'set'>,
  lastBackup: (profileId: string) => Promise<Timed | null>,
): BackupReminder {
  return {
    async due(profileId, events) {
      try {
        const [saved, stored] = await Promise.all([lastBackup(profileId), settings.get(keyOf(profileId))]);
        const told = v.safeParse(schema, stored);
        const moments = [saved?.time, told.success ? told.output.time : undefined].filter(
          (time) => time !== undefined,
        );
        const latest = moments.length > 0 ? Math.max(...moments) : undefined;
        return toldSince(events, latest) >= WORTH_A_BACKUP ? toldSince(events, saved?.time) : null;
      } catch {
        return null;
      }
    },
    later: (profileId, events) =>
      settings.set(keyOf(profileId), { version: VERSION, time: events.at(-1)?.time ?? 0 }),
  };
}
