import * as v from 'valibot';
import type { Settings } from '../../storage/settings';

/*
 * Whoever has never saved their data as a file, or not for long, is told so now and then: clearing the browser's data would
 * end it all. Nobody is told again before another hundred clicks.
 */

/** Clicks without a backup after which a person is reminded. */
export const WORTH_A_BACKUP = 100;

const VERSION = 1;
const schema = v.object({ version: v.literal(VERSION), events: v.pipe(v.number(), v.minValue(0)) });

const keyOf = (profileId: string) => `reminder:${profileId}`;

/** Reminding of a backup. */
export interface BackupReminder {
  /**
   * How many clicks are in no backup yet, where that is worth being reminded of; null where not. Never rejects.
   * @param events in the person's log
   */
  due(profileId: string, events: number): Promise<number | null>;
  /** The person does not want to hear of it now. Rejects with a StorageError. */
  later(profileId: string, events: number): Promise<void>;
}

/** @param lastBackup how many events a person's log had when it was last saved as a file; null for never */
export function createBackupReminder(
  settings: Pick<Settings, 'get' | 'set'>,
  lastBackup: (profileId: string) => Promise<{ events: number } | null>,
): BackupReminder {
  return {
    async due(profileId, events) {
      try {
        const [saved, stored] = await Promise.all([lastBackup(profileId), settings.get(keyOf(profileId))]);
        // A log from which much was erased since has fewer events than it had.
        const inBackup = Math.min(saved?.events ?? 0, events);
        const told = v.safeParse(schema, stored);
        const heard = told.success ? Math.min(told.output.events, events) : 0;
        return events - Math.max(inBackup, heard) >= WORTH_A_BACKUP ? events - inBackup : null;
      } catch {
        return null;
      }
    },
    later: (profileId, events) => settings.set(keyOf(profileId), { version: VERSION, events }),
  };
}
