import { type Backup, type BackupContent, writeBackup } from '../../events/backup-file';
import { BackupRefusal, backupText, checkBackupSize, namedFile } from '../../events/backup-refusal';
import type { UnsavedEvent } from '../../events/rating-event';
import { readBackup } from '../../events/read-backup';
import type { Restored, StoredPeople } from '../../storage/backup/restore-order';
import type { Profile } from '../../storage/database';
import type { Storage } from '../../storage/storage';
import { type StorageError, toStorageError } from '../../storage/storage-error';
import * as words from '../../words/en/backup/backup';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import type { ModelStore } from '../profile/model-store';
import { contentOf } from './content';
import { dateOf, fileName } from './file-name';
import { type LastBackup, noteBackup, readLastBackup } from './last-backup';
import { type ListName, listCsv, listText } from './lists';
import { type BackupPreview, previewOf, type RestoreChoice } from './preview';
import { type RatingsForm, ratingsCsv } from './ratings-csv';
import { type BackupReminder, createBackupReminder } from './reminder';
import { noteRestored, orderOf } from './restoring';

/** A backup as the text of a file. */
export interface BackupFile {
  /** "weightless-backup-ada-2026-01-31.json". */
  name: string;
  text: string;
  /** How many people and entries of their logs are in it. */
  people: number;
  events: number;
  /** Entries by id of the person. */
  eventsOf: ReadonlyMap<string, number>;
  /** Milliseconds since 1970. */
  time: number;
}

/** One's own data out and in (`app.backup()`). */
export interface BackupActions {
  /**
   * Writes a person or everything into a file, after all that waits is saved; what cannot be saved is in it too.
   * @param who id of a person, or 'everything' @throws StorageError where nothing can be read
   */
  exportBackup(who: 'everything' | string): Promise<BackupFile>;
  /** Notes that a file was saved where a person keeps it. Rejects with a StorageError. */
  noteSaved(file: Pick<BackupFile, 'eventsOf' | 'time'>): Promise<void>;
  /** When a person was last in a file that was saved; null for never. Never rejects. */
  lastBackup(profileId: string): Promise<LastBackup | null>;
  /** The app's clock, in milliseconds since 1970. */
  now(): number;
  /** Reminding of a backup. */
  reminder: BackupReminder;
  /** Reads a file; nothing is changed. @throws BackupRefusal (a sentence for a person) or StorageError */
  preview(file: Blob & { name?: string }): Promise<BackupPreview>;
  /**
   * Restores what was previewed, all or nothing, and shows it.
   * @param choices for each person of the preview
   * @returns who was restored; or why nothing was changed, for a person
   */
  restore(preview: BackupPreview, choices: readonly RestoreChoice[]): Promise<Restored | string>;
  /** What was restored and not told of yet, once: showing it may draw the screen anew that would tell. */
  takeRestored(): Restored | null;
  /** Erases everything of everybody for good, in all tabs. @returns null when done, else why nothing was erased, for a person */
  eraseEverything(): Promise<string | null>;
  /** A person's ratings as another site's CSV (ratings-csv.ts). Rejects with a StorageError. */
  ratingsCsv(form: RatingsForm, profileId: string): Promise<string>;
  /** A list of the active person as it is shown. */
  listCsv(list: ListName): string;
  listText(list: ListName): string;
}

/** What the actions need from the rest of the app. */
export interface BackupParts {
  dependencies: Pick<AppDependencies, 'now' | 'uuid' | 'logger'>;
  storage: Storage;
  model: ModelStore;
  /** The public data; throws while they are not there. */
  library(): Library;
  /** People as the page knows them. */
  people(): readonly Profile[];
  /** Saves what waits, as far as it can be. Never rejects. */
  saveAll(): Promise<void>;
  /** Events of a person that are not known to be saved. */
  unsavedOf(profileId: string): readonly UnsavedEvent[];
  /** Settings of the person in use, by key. */
  settingsFor(profileId: string): ReadonlyMap<string, unknown>;
  /** Shows what was restored, here and in the other tabs. */
  onRestored(restored: Restored): Promise<void>;
  /** Answers nothing more in anybody's name, runs `erase`, and starts as at a first visit; where it rejects, goes on as before. */
  startOver(erase: () => Promise<string[]>): Promise<void>;
  appVersion: string;
}

const NOT_RESTORED: Partial<Record<StorageError['failure'], string>> = {
  full: words.full,
  'profile-gone': words.somebodyGone,
};

/** The actions; nothing is read before a call. */
export function createBackup(parts: BackupParts): BackupActions {
  const { dependencies, storage } = parts;
  const backups = new WeakMap<BackupPreview, Backup>();
  let untold: Restored | null = null;

  return {
    async exportBackup(who) {
      await parts.saveAll();
      // Before it is read: what is clicked meanwhile came after the backup.
      const time = dependencies.now();
      const stored = await readAll(parts, who === 'everything' ? null : who);
      const content = forOne(contentOf(stored, parts.unsavedOf), who !== 'everything');
      const text = writeBackup({
        ...content,
        appVersion: parts.appVersion,
        written: dateOf(time).toISOString(),
      });
      const counted = content.people.map(
        ({ id, events, unreadable }) => [id, events.length + unreadable.length] as const,
      );
      return {
        name: fileName(who === 'everything' ? 'everyone' : (content.people[0]?.name ?? ''), time),
        ...{ text, time, people: content.people.length, eventsOf: new Map(counted) },
        events: counted.reduce((sum, [, n]) => sum + n, 0),
      };
    },
    async noteSaved({ eventsOf, time }) {
      for (const [id, events] of eventsOf) await noteBackup(storage.settings, id, { time, events });
    },
    lastBackup: (profileId) => readLastBackup(storage.settings, profileId),
    now: dependencies.now,
    reminder: createBackupReminder(storage.settings, (profileId) =>
      readLastBackup(storage.settings, profileId),
    ),
    async preview(file) {
      const name = namedFile(file.name ?? '');
      const backup = readBackup(backupText(await bytesOf(file, name), name), name);
      await parts.saveAll();
      const preview = previewOf(backup, name, await (await storage.backups()).read(null));
      backups.set(preview, backup);
      return preview;
    },
    async restore(preview, choices) {
      const backup = backups.get(preview);
      if (!backup) throw new RangeError('This preview is of another app.');
      await parts.saveAll();
      try {
        const restored = await (await storage.backups()).restore(orderOf(backup, choices, dependencies.uuid));
        await noteRestored(storage.settings, backup, choices, restored).catch(() => {});
        untold = restored;
        await parts.onRestored(restored);
        return restored;
      } catch (error) {
        dependencies.logger.warn('The backup was not restored.', error);
        const { failure } = toStorageError(error);
        return NOT_RESTORED[failure] ?? words.notStored;
      }
    },
    takeRestored() {
      const restored = untold;
      untold = null;
      return restored;
    },
    async eraseEverything() {
      await parts.saveAll();
      try {
        await parts.startOver(async () => (await storage.backups()).eraseAll());
        return null;
      } catch (error) {
        dependencies.logger.warn('Not everything was erased.', error);
        return words.notErased;
      }
    },
    ...tableActions(parts),
  };
}

/** What is written as tables and lists. */
function tableActions({
  storage,
  model,
  library,
  unsavedOf,
}: BackupParts): Pick<BackupActions, 'ratingsCsv' | 'listCsv' | 'listText'> {
  const facts = () => model.store.getState();
  return {
    async ratingsCsv(form, profileId) {
      const known = facts().profileId === profileId ? model.session.eventsOf(profileId) : null;
      const events = known ?? [...(await storage.log.readAll(profileId)).events, ...unsavedOf(profileId)];
      return ratingsCsv(form, events, library());
    },
    listCsv: (list) => listCsv(list, facts(), library().catalogue),
    listText: (list) => listText(list, facts(), library().catalogue),
  };
}

/** What the database holds; where it cannot be read, what the page knows of the person who is rating. */
async function readAll(
  { storage, model, people, settingsFor }: BackupParts,
  who: string | null,
): Promise<StoredPeople> {
  try {
    return await (await storage.backups()).read(who);
  } catch (error) {
    const known = model.session.known?.profile;
    const profile = people().find(({ id }) => id === known?.profileId);
    if (!known || !profile || (who !== null && who !== profile.id)) throw error;
    const { id } = profile;
    const settings = settingsFor(id);
    const [contexts, tuning] = [settings.get(`contexts:${id}`), settings.get(`tuning:${id}`)];
    const rows = known.events.filter(({ seq }) => seq !== undefined);
    return {
      people: [{ profile, rows, tombstones: [], settings: { contexts, tuning } }],
      runs: [],
      network: undefined,
      ownFilms: model.session.known?.library.own?.stored,
    };
  }
}

/** What goes into a backup of one person: of films added by hand those that they said something of. */
function forOne(content: BackupContent, isOne: boolean): BackupContent {
  if (!isOne) return content;
  const said = new Set(
    content.people.flatMap(({ events }) => events.map((event) => ('movieId' in event ? event.movieId : 0))),
  );
  return { ...content, ownFilms: content.ownFilms.filter(({ movieId }) => said.has(movieId)) };
}

/** @throws BackupRefusal */
async function bytesOf(file: Blob, name: string): Promise<Uint8Array> {
  checkBackupSize(file.size, name);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new BackupRefusal(words.notReadable(name));
  }
}
