import type { KeptPerson } from '../../storage/rescue';
import type { Storage } from '../../storage/storage';
import { StorageError } from '../../storage/storage-error';
import type { AppDependencies } from './dependencies';

/** How long the database may take to open when it is tried again, in milliseconds. */
const OPENING_MS = 8000;

/** Where what is done here goes: into the browser's database, or into the page's memory where there is none. */
export interface StorageChoice {
  /** What is in use; stays the same object, whatever lies behind it. */
  storage: Storage;
  /** Whether what is done here outlives the page. */
  keeps(): boolean;
  /**
   * Goes on in memory, with what the page holds and the database may not. Calls that the database has not answered are
   * rejected. Rejects where the code for memory cannot be loaded.
   */
  goWithout(): Promise<void>;
  /**
   * Goes back to the database with all that was done in memory.
   * @param activeId who is in use, and stays so
   * @param pause called once the database is open; nothing more may be said to memory when it has resolved
   * @throws StorageError where it cannot be opened or written; memory stays in use then
   */
  goBack(activeId: string | null, pause: () => Promise<void>): Promise<void>;
}

/** What the choice is made of. */
interface StorageChoiceParts extends Pick<AppDependencies, 'schedule'> {
  /** The database, not opened yet. */
  kept: Storage;
  /** Makes an empty storage in memory. */
  makeMemory(): Promise<Storage>;
  /** What memory is to hold from the start, asked for when it takes over. */
  held(): readonly KeptPerson[];
  /** Called whenever it has changed whether anything is kept. */
  onChange(): void;
}

/** Starts with the database; one that the browser refuses is left for memory when it is opened. */
export function createStorageChoice({
  kept,
  makeMemory,
  held,
  onChange,
  schedule,
}: StorageChoiceParts): StorageChoice {
  let memory: Storage | null = null;
  let leaving: Promise<void> | null = null;
  /** Ends calls that the database has not answered. */
  const waiting = new Set<(failure: StorageError) => void>();

  const leave = async () => {
    const fresh = await makeMemory();
    for (const person of held()) await fresh.rescue.keep(person);
    memory = fresh;
    kept.close();
    onChange();
    for (const end of [...waiting]) end(new StorageError('closed'));
  };
  const goWithout = () => {
    leaving ??= leave().catch((error: unknown) => {
      leaving = null;
      throw error;
    });
    return leaving;
  };
  /** What the database answers; a StorageError 'closed' once memory is in its place. */
  const whileKept = <T>(answer: PromiseLike<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      waiting.add(reject);
      answer.then(resolve, reject).then(() => waiting.delete(reject));
    });
  const call = (target: object, name: PropertyKey, args: unknown[]): unknown => {
    const answer = (Reflect.get(target, name) as (...args: unknown[]) => unknown).apply(target, args);
    return memory || !(answer instanceof Promise) ? answer : whileKept(answer);
  };
  const open = async () => {
    if (memory) return;
    try {
      await whileKept(kept.open());
    } catch (error) {
      // Memory was chosen while the database was still being opened.
      if (memory) return;
      if (!(error instanceof StorageError) || error.failure !== 'unavailable') throw error;
      await goWithout();
    }
  };
  const storage = inPlaceOf(kept, () => memory ?? kept, call, open);

  return {
    storage,
    keeps: () => memory === null,
    goWithout,
    async goBack(activeId, pause) {
      if (!memory) return;
      await openInTime(kept, schedule);
      try {
        await pause();
        const { carryOver } = await import('../../storage/carry-over');
        await carryOver(memory, kept, activeId);
      } catch (error) {
        kept.close();
        throw error;
      }
      memory = null;
      leaving = null;
      onChange();
    },
  };
}

/** Opens the database, or closes it again where it does not answer. @throws StorageError */
async function openInTime(kept: Storage, schedule: AppDependencies['schedule']): Promise<void> {
  let callOff = () => {};
  const late = new Promise<never>((_, reject) => {
    callOff = schedule(() => reject(new StorageError('unknown')), OPENING_MS);
  });
  try {
    await Promise.race([kept.open(), late]);
  } catch (error) {
    kept.close();
    throw error;
  } finally {
    callOff();
  }
}

/**
 * A storage that stays the same object, and its parts too, while what answers behind it changes.
 * @param current what answers now
 * @param call calls a method of it, or of one of its parts
 * @param open in place of its own
 */
function inPlaceOf(
  kept: Storage,
  current: () => Storage,
  call: (target: object, name: PropertyKey, args: unknown[]) => unknown,
  open: Storage['open'],
): Storage {
  const follow = (target: () => object) =>
    new Proxy(
      {},
      {
        get:
          (_, name) =>
          (...args: unknown[]) =>
            call(target(), name, args),
      },
    );
  const own = follow(current);
  const parts = new Map<PropertyKey, object>();
  return new Proxy(kept, {
    get(_, name) {
      if (name === 'open') return open;
      if (typeof Reflect.get(kept, name) === 'function') return Reflect.get(own, name);
      const part = parts.get(name) ?? follow(() => Reflect.get(current(), name) as object);
      parts.set(name, part);
      return part;
    },
  });
}
