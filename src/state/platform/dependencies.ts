import type { BundledFiles } from '../../data/dataset';
import type { PreparedData, PublicBytes } from '../../packs/public-data';
import type { DatabaseCallbacks } from '../../storage/database';
import type { Storage } from '../../storage/storage';
import type { StorageManagerLike } from '../../storage/storage-health';
import type { EarlyFilm } from './early-film';
import type { NetworkName } from './network-choice';

/** A line to the other tabs of this browser. */
export interface Channel {
  post(message: unknown): void;
  close(): void;
}

/** The version of the app that runs here, and newer ones that would replace it; a real one in service-worker.ts. */
export interface Versions {
  /** Starts to look for newer versions. @returns how to stop */
  watch(callbacks: {
    /** A newer version is complete in this browser and waits. May be called again. */
    onWaiting(): void;
    /** A newer version has taken over, because of this tab or another. */
    onReplaced(): void;
    /** Something of this version cannot be had any more. */
    onMissing(): void;
  }): () => void;
  /** Lets the waiting version take over all tabs; `onReplaced` follows. */
  takeOver(): void;
  reload(): void;
}

/** Everything the app needs from outside; real ones in browser-dependencies.ts. */
export interface AppDependencies {
  createStorage(callbacks: DatabaseCallbacks): Storage;
  /** As the global fetch. */
  fetch(url: string): Promise<Response>;
  /** Computes what is public from its bytes, off the page's own thread where it can be. Rejects with a DamagedBytesError. */
  prepareData(bytes: PublicBytes): Promise<PreparedData>;
  /** Where the packed data set is (data/bundled). */
  datasetUrls: BundledFiles<string>;
  /** Where the learned networks are (wnn/network/assembly). */
  networkUrls: Record<NetworkName, string>;
  /** The bundled films that everybody is asked first; shown before anything is loaded. */
  firstFilms: readonly EarlyFilm[];
  /** Folder of the page within its site, such as "/films/"; left out where that means nothing. */
  path?: string;
  /** Milliseconds since 1970. */
  now(): number;
  uuid(): string;
  /** Opens the line to the other tabs; messages of this tab do not come back. */
  openChannel(onMessage: (message: unknown) => void): Channel;
  /**
   * Calls back when the page may be about to vanish and when it is shown again. Asks before the page is left while
   * `wouldLose` says so. @returns how to stop.
   */
  watchPage(callbacks: { onHide(): void; onShow(): void; wouldLose(): boolean }): () => void;
  /** Calls back once after that many milliseconds. @returns how to call it off. */
  schedule(callback: () => void, milliseconds: number): () => void;
  /** As `schedule`, but waits then, if not for long, until the page has nothing better to do. */
  whenIdle(callback: () => void, milliseconds: number): () => void;
  /** Resolves after the page has had its turn: long work is cut there, so that presses and frames come between. */
  pause(): Promise<void>;
  /** Resolves when what is known by now is on the screen, or can be seen by nobody. */
  painted(): Promise<void>;
  storageManager: StorageManagerLike | undefined;
  /** Left out where no newer version can come, as in the single file. */
  versions?: Versions;
  logger: { warn(message: string, ...details: unknown[]): void };
}
