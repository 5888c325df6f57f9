import type { Settings } from '../../storage/settings';

/** Format of the setting (docs/format.md); another version is read as nothing chosen. */
const VERSION = 1;
const KEY = 'catalogue';

/** Which catalogue this browser was told to use. */
export interface CatalogueChoice {
  /** Id of a kept catalogue (storage/catalogues); null for the bundled one. */
  id: string | null;
  /** Whether one was ever chosen here, the bundled one again included: saved models may then be of another. */
  everChosen: boolean;
}

/** What is used where nothing was chosen. */
export const BUNDLED: CatalogueChoice = { id: null, everChosen: false };

/** The bundled one where nothing was said, or nothing that this version understands. Rejects with a StorageError. */
export async function chosenCatalogue(settings: Pick<Settings, 'get'>): Promise<CatalogueChoice> {
  const stored = (await settings.get(KEY)) as { version?: unknown; id?: unknown } | undefined | null;
  if (stored === undefined) return BUNDLED;
  const isKnown = stored?.version === VERSION && typeof stored.id === 'string';
  return { id: isKnown ? (stored.id as string) : null, everChosen: true };
}

/** Rejects with a StorageError. @param id null for the bundled one */
export async function chooseCatalogue(settings: Pick<Settings, 'set'>, id: string | null): Promise<void> {
  await settings.set(KEY, { version: VERSION, id });
}
