import type { Settings } from '../../storage/settings';

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

/** Takes effect when the app is loaded again: every model is then built anew from its log. Rejects with a StorageError. */
export function chooseNetwork(settings: Settings, network: NetworkName): Promise<void> {
  return settings.set(KEY, network);
}
