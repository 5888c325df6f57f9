/** How safe what is stored is. */
export interface StorageHealth {
  /** Bytes in use by this site, and the most it may use; null where the browser does not say. */
  usage: number | null;
  quota: number | null;
  /** Whether the browser promised not to clear it by itself; null where it does not say. */
  persisted: boolean | null;
}

/** The parts of the browser's StorageManager that are asked; absent on pages without a secure context. */
export type StorageManagerLike = Partial<Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>>;

async function ask<T>(question: (() => Promise<T>) | undefined): Promise<T | null> {
  try {
    return question ? await question() : null;
  } catch {
    return null;
  }
}

/** Never rejects: what cannot be asked is null. */
export async function readStorageHealth(manager: StorageManagerLike | undefined): Promise<StorageHealth> {
  const [estimate, persisted] = await Promise.all([
    ask(manager?.estimate?.bind(manager)),
    ask(manager?.persisted?.bind(manager)),
  ]);
  return { usage: estimate?.usage ?? null, quota: estimate?.quota ?? null, persisted };
}

/** Asks the browser not to clear the storage by itself. @returns its answer; null where it cannot be asked. */
export function askToPersist(manager: StorageManagerLike | undefined): Promise<boolean | null> {
  return ask(manager?.persist?.bind(manager));
}
