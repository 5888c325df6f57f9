import type { DatabaseCallbacks } from '../storage/database';
import type { Storage } from '../storage/storage';
import type { StorageManagerLike } from '../storage/storage-health';

/** A line to the other tabs of this browser. */
export interface Channel {
  post(message: unknown): void;
  close(): void;
}

/** Everything the app needs from outside; real ones in browser-dependencies.ts. */
export interface AppDependencies {
  createStorage(callbacks: DatabaseCallbacks): Storage;
  /** As the global fetch. */
  fetch(url: string): Promise<Response>;
  /** Where the packed data set is (data/pack). */
  datasetUrl: string;
  /** Milliseconds since 1970. */
  now(): number;
  uuid(): string;
  /** Opens the line to the other tabs; messages of this tab do not come back. */
  openChannel(onMessage: (message: unknown) => void): Channel;
  /** Calls back when the page may be about to vanish and when it is shown again. @returns how to stop. */
  watchPage(callbacks: { onHide(): void; onShow(): void }): () => void;
  /** Calls back once after that many milliseconds. @returns how to call it off. */
  schedule(callback: () => void, milliseconds: number): () => void;
  storageManager: StorageManagerLike | undefined;
  logger: { warn(message: string, ...details: unknown[]): void };
}
