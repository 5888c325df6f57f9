import type { StoreApi } from 'zustand/vanilla';
import type { PackManifest } from '../../packs/pack-format';

/** A catalogue kept in this browser. */
export interface CatalogueEntry {
  id: string;
  about: PackManifest;
  /** Length of its file in bytes. */
  size: number;
}

/** What Your data shows of catalogues. */
export interface CataloguesState {
  /** Oldest first; null until they have been read. */
  kept: readonly CatalogueEntry[] | null;
  /** What is being done, for a person: "Reading the file"; null for nothing. */
  doing: string | null;
  /** Why the last thing was not done; null where it was. */
  problem: string | null;
  /** What was done last, for a person: switching draws the screen anew that would tell. */
  said: string | null;
}

/** Files of catalogues as they are saved. */
interface CatalogueFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The catalogues kept in this browser, and which one is in use (`app.catalogues()`). Nothing rejects: actions resolve to null
 * when done, else to why nothing was changed, for a person; `store` says the same. One at a time, in the order of the calls.
 */
export interface CatalogueActions {
  store: StoreApi<CataloguesState>;
  /** Reads what is kept anew. */
  refresh(): Promise<void>;
  /** Keeps a pack, once it was read whole; the catalogue in use stays in use. How it ended is for the caller to say. */
  add(bytes: Uint8Array): Promise<string | null>;
  /** Keeps the pack of a file, and uses it. */
  addFile(file: Blob & { name?: string }): Promise<string | null>;
  /** Uses a kept catalogue, or the bundled one for null, here and in all tabs. */
  use(id: string | null): Promise<string | null>;
  /** Takes a catalogue out of this browser; where it is in use, the bundled one is used from then on. */
  remove(id: string): Promise<string | null>;
  /** The file of a kept catalogue; null where there is none, and then `store` says why. */
  file(id: string): Promise<CatalogueFile | null>;
  /** Uses what another tab has chosen. */
  follow(): Promise<void>;
  /** Says nothing more of what was done. */
  forget(): void;
}
