import type { Settings } from '../../storage/settings';
import { toStorageError } from '../../storage/storage-error';

/** Networks that are shipped: `wnn` reads public facts of films alone, `hybrid` also what other people's ratings say. */
export type NetworkName = 'hybrid' | 'wnn';

const KEY = 'network';

/** The network this browser was told to use; hybrid where nothing was said or nothing can be read. Never rejects. */
export async function chosenNetwork(settings: Settings): Promise<NetworkName> {
  try {
    return (await settings.get(KEY)) === 'wnn' ? 'wnn' : 'hybrid';
  } catch {
    return 'hybrid';
  }
}

/**
 * Takes effect when the app is loaded again: every model is then built anew from its log. Never rejects.
 * @returns null when done, else why it was not, for a person
 */
export async function chooseNetwork(settings: Settings, network: NetworkName): Promise<string | null> {
  try {
    await settings.set(KEY, network);
    return null;
  } catch (error) {
    return toStorageError(error).message;
  }
}
