import type { ErasureScope } from '../../events/erasure-scope';
import type { LogPage } from '../../storage/rating-log';
import type { Storage } from '../../storage/storage';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import type { Change } from '../list/change';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import type { EventWriter } from './event-writer';
import type { OpenProfile } from './open-profile';

/**
 * Where a session stands. Clicks count only while 'ready'. 'held' is a profile whose person is gone: what is known of it
 * stays, and nothing else is done with it. `message` is for a person.
 */
export type SessionPhase =
  | { readonly phase: 'closed' }
  | { readonly phase: 'opening'; readonly profileId: string }
  | { readonly phase: 'ready'; readonly open: OpenProfile }
  | { readonly phase: 'held'; readonly open: OpenProfile }
  | {
      readonly phase: 'failed';
      readonly profileId: string;
      readonly library: ComingLibrary;
      readonly message: string;
    };

/** Public data, or their promise while they are loaded; whoever loads them says why they do not come. */
export type ComingLibrary = Library | Promise<Library>;

/** A session before its first profile. */
export const CLOSED: SessionPhase = { phase: 'closed' };

/** What a session needs from outside. */
export interface SessionParts {
  storage: Pick<Storage, 'log' | 'snapshots'>;
  writer: Pick<EventWriter, 'settled' | 'pendingOf' | 'replace'>;
  dependencies: Pick<AppDependencies, 'schedule' | 'logger' | 'pause'>;
  /** How a profile's list is tuned. Never rejects. */
  loadTuning(profileId: string, library: Library): Promise<CompiledTuning | null>;
  /** Called when a profile's log was read and the public data are still awaited. */
  onEarlyLog(profileId: string, log: LogPage): void;
  /** Ids of the moods that the list is drawn from; none for everything. */
  drawnMoods(): readonly string[];
  /** Called where the open profile is not in the storage any more. */
  onMissing(): void;
  /** Called after something was erased here, for the other tabs. */
  onErased(profileId: string, scope: ErasureScope): void;
  /** Called after everything that changes what is known, once. @param change what a click of this tab did, if it was one */
  publish(phase: SessionPhase, change: Change | null): void;
}
