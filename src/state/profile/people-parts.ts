import type { UnsavedEvent } from '../../events/rating-event';
import type { Profile } from '../../storage/database';
import type { Orphan } from '../../storage/rescue';
import type { Storage } from '../../storage/storage';

/** Somebody in whose name this tab rated, and who is not among the people any more. */
export interface GonePerson {
  id: string;
  name: string;
  /** Whether the log is still stored and only the entry of the person is missing; else they were removed. */
  isLost: boolean;
  /** Clicks of theirs that this page knows. */
  known: number;
  /** Of these, the ones that were never saved. */
  unsaved: number;
}

/** The people who share this browser. Actions resolve to null when done, else to a message for a person. */
export interface ProfilesState {
  /** In list order; at least one once the session is ready, unless there are ratings that belong to nobody. */
  list: readonly Profile[];
  activeId: string | null;
  /** Set: nobody is rated as until a person decides, by `switchTo`, `create` or `keepGone`. */
  gone: GonePerson | null;
  /** Logs that belong to nobody. */
  orphans: readonly Orphan[];
  /** Names of people whose entry could not be read as it was, and was mended when the app started. */
  mended: readonly string[];
  /** Creates a profile and switches to it. */
  create(name: string): Promise<string | null>;
  rename(id: string, name: string): Promise<string | null>;
  switchTo(id: string): Promise<string | null>;
  /** Removes a profile with everything it holds, for good. Switches to another if it was the active one. */
  remove(id: string): Promise<string | null>;
  /** Keeps what is known of the person who is gone as a new person, or puts back whose entry was lost; switches to them. */
  keepGone(): Promise<string | null>;
  /** Gives a log that belongs to nobody a person, and switches to them. */
  adopt(profileId: string): Promise<string | null>;
}

/** What a page knows of a person beside the storage. */
interface KnownOfPerson {
  /** In order, unsaved ones last. */
  events: readonly UnsavedEvent[];
  unsaved: number;
  /** @param id of the profile that they are to belong to @returns settings of the profile by key */
  settings(id: string): ReadonlyMap<string, unknown>;
}

/** What the store of people needs from outside. */
export interface ProfileStoreParts {
  storage: Pick<Storage, 'profiles' | 'settings' | 'rescue'>;
  uuid(): string;
  /**
   * Opens the model of a profile; called whenever the active one changes, and before it is said to be another: from the
   * call on nothing is done in the name of the one before.
   */
  activate(profileId: string): Promise<void>;
  /** Lets the active profile rest. */
  hold(): void;
  /** Answers nothing more in the name of the active profile, which is being removed. */
  leave(): void;
  known(profileId: string): KnownOfPerson;
  /** Called when nothing that waits for a profile is to be saved there any more. */
  drop(profileId: string): void;
  /** Called with true when a person waits until the storage is looked at, and with false when no longer. */
  onWaiting(isWaiting: boolean): void;
  /** Called after a profile was removed here, for the other tabs. */
  onRemoved(profileId: string): void;
  /** Called after the list changed here, for the other tabs. */
  onListChanged(): void;
}
