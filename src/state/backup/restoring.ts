import type { Backup } from '../../events/backup-file';
import { mergeOwnFilms, readOwnFilms, writeOwnFilms } from '../../events/own-film';
import type { Restored, RestoreOrder, TakenSettings } from '../../storage/backup/restore-order';
import type { Settings } from '../../storage/settings';
import { noteBackup } from './last-backup';
import { type RestoreChoice, settingsAfter } from './preview';

/** Whoever was restored as they are in a file is saved in that file. */
export async function noteRestored(
  settings: Pick<Settings, 'set'>,
  { written, people: inFile }: Backup,
  choices: readonly RestoreChoice[],
  { people }: Restored,
): Promise<void> {
  const time = Date.parse(written ?? '');
  const taken = inFile.flatMap((person, n) => {
    const mode = choices[n]?.mode ?? 'leave';
    return mode === 'leave' ? [] : [{ mode, person }];
  });
  for (const [n, { profileId }] of people.entries()) {
    const { mode, person } = taken[n];
    const events = person.events.length + person.unreadable.length;
    if (time > 0 && mode !== 'merge') await noteBackup(settings, profileId, { time, events });
  }
}

/** What the storage is to do by some choices. @param choices for each person of the backup */
export function orderOf(backup: Backup, choices: readonly RestoreChoice[], uuid: () => string): RestoreOrder {
  const people = backup.people.flatMap((person, n) => {
    const choice = choices[n] ?? { mode: 'leave' };
    if (choice.mode === 'leave') return [];
    const { mode } = choice;
    const { events, unreadable, tombstones, name, createdAt, order, sealedSeq } = person;
    return [
      {
        ...{ mode, profileId: mode === 'add' ? person.id : choice.profileId, otherId: uuid() },
        ...{ profile: { name, createdAt, order, sealedSeq }, events, unreadable, tombstones },
        settings: (now: TakenSettings) => settingsAfter(mode, person, now),
      },
    ];
  });
  return {
    ...{ people, runs: backup.runs, network: backup.network },
    ownFilms: (now) =>
      backup.ownFilms.length === 0 ? now : writeOwnFilms(mergeOwnFilms(readOwnFilms(now), backup.ownFilms)),
  };
}
