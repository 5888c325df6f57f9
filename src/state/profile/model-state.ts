import type { Place, UnsavedEvent } from '../../storage/rating-event';
import type { Opinion, PersonalModel } from '../../wnn/personal/personal-model';
import type { Change } from '../list/change';
import type { Recommendation } from '../list/ranking';
import type { WhatIf } from '../list/what-if';
import type { WhyRanked } from '../list/why';
import type { ErasureScope } from '../log/forgetting';
import type { ForgettingCheck } from '../log/forgetting-check';
import type { Standing } from '../log/steps';
import type { Saving } from './event-writer';
import type { Judgement } from './profile-model';

/** Where a click was made, and whether a prediction for its film was on screen. */
export interface ClickContext {
  place: Place;
  predictionVisible: boolean;
}

/** What is known of the active profile. Replaced, never changed in place. */
export interface ModelFacts {
  /** 'failed' comes with a message; `reopen` tries again. Clicks count only while 'ready'. */
  phase: 'closed' | 'opening' | 'ready' | 'failed';
  message: string | null;
  profileId: string | null;
  /** Grows with every change of what follows. */
  revision: number;
  /** Liked and disliked films. */
  opinions: ReadonlyMap<number, Opinion>;
  /** Films marked "haven't seen". They may still be recommended. */
  unseen: ReadonlySet<number>;
  /** All of these with their times, latest first. */
  judgements: readonly Judgement[];
  /** The log, oldest first; events not saved yet stand last and have no `seq`. */
  events: readonly (UnsavedEvent & { seq?: number })[];
  /**
   * The best 60 films not rated, best first, as tuned; drawn from the moods chosen (mood-store.ts), or from everything.
   */
  recommendations: readonly Recommendation[];
  /** What the last click of this tab did; null before the first, after changes from other tabs and of the tuning. */
  lastChange: Change | null;
  canUndo: boolean;
  canRedo: boolean;
}

export interface ModelState extends ModelFacts {
  /** How far saving has come; `saving.error.message` is for a person. */
  saving: Saving;
  /**
   * Says something of a film, filed under the mood chosen, or where the film's last click is filed if it is made under
   * My ratings or in an explanation. Does nothing where that was said already, or while not ready.
   */
  rate(item: number, kind: 'like' | 'dislike' | 'unseen', context: ClickContext): void;
  /** Takes back whatever was said of a film. */
  clear(item: number, context: ClickContext): void;
  /** Takes back what was said of several films in one step. */
  clearAll(items: readonly number[], context: ClickContext): void;
  /**
   * Brings every film back to where it stood once, in one step; films not named to where nothing was said.
   * @param wanted by MovieLens id
   */
  restore(wanted: ReadonlyMap<number, Standing>, context: ClickContext): void;
  /** Files what is said of a film under another mood; null for none. */
  refile(item: number, mood: string | null, context: ClickContext): void;
  /**
   * Erases for good, saved or not (forgetting.ts): nothing of it is left in the log, the snapshot or the undo history, in
   * any tab. Never rejects. @returns null when done, else why nothing was erased, for a person
   */
  erase(scope: ErasureScope): Promise<string | null>;
  /** Compares the model with one built from nothing out of the log as it is stored now. Rejects with a StorageError. */
  check(): Promise<ForgettingCheck | null>;
  /** Undoes the last step not undone yet, without limit. */
  undo(context: ClickContext): void;
  redo(context: ClickContext): void;
  /** Tries again to save after `saving.error`. */
  retry(): Promise<void>;
  /** Tries again to read the profile after phase 'failed'. */
  reopen(): Promise<void>;
  /** Why a film has its place in the list; null while not ready. */
  explain(item: number): WhyRanked | null;
  /**
   * What the list of `length` films would be had nothing been said of the film `click`, and where `film` would stand;
   * `kept` are out of the list either way. Nothing changes. Null while not ready.
   */
  whatIfNot(click: number, film: number, length: number, kept?: readonly number[]): WhatIf | null;
  /** The personal model of everything that was said, for reading only; null while not ready. */
  personalModel(): PersonalModel | null;
  /** Canonical bytes of the memory: equal states have equal bytes. Empty while not ready. */
  stateBytes(): Uint8Array;
  /** CRC-32 of the state bytes in hexadecimal, and the same of a model that learned nothing. */
  debugStateHash(): { state: string; empty: string };
}

/** What is known while no profile is open. */
export const NO_MODEL: Omit<ModelFacts, 'revision' | 'profileId'> = {
  phase: 'closed',
  message: null,
  opinions: new Map(),
  unseen: new Set(),
  judgements: [],
  events: [],
  recommendations: [],
  lastChange: null,
  canUndo: false,
  canRedo: false,
};
