import type { SeenAnswer } from '../../data/opinion';
import type { ErasureScope } from '../../events/erasure-scope';
import type { Place, UnsavedEvent } from '../../events/rating-event';
import type { StorageFailure } from '../../storage/storage-error';
import type { Change } from '../list/change';
import type { Recommendation } from '../list/ranking';
import type { WhatIf } from '../list/what-if';
import type { WhyRanked } from '../list/why';
import type { ForgettingCheck } from '../log/forgetting-check';
import type { Judgement } from '../log/judgement';
import type { Standing } from '../log/steps';
import type { Relearned } from './profile-model';

/** Where a click was made, and whether a prediction for its film was on screen. */
export interface ClickSite {
  place: Place;
  predictionVisible: boolean;
}

/** What is known of the active profile. Replaced, never changed in place. */
export interface ModelFacts {
  /** 'failed' comes with a message; `reopen` tries again. Clicks count only while 'ready'. */
  phase: 'closed' | 'opening' | 'ready' | 'failed';
  /** For a person. */
  message: string | null;
  profileId: string | null;
  /** What was said of every film seen: liked, so-so or disliked. */
  opinions: ReadonlyMap<number, SeenAnswer>;
  /** Films marked "haven't seen". They may still be recommended. */
  unseen: ReadonlySet<number>;
  /** Films that the person wants to see, and has not seen since. */
  wanted: ReadonlySet<number>;
  /** All answers with their times, latest first. */
  judgements: readonly Judgement[];
  /** The log, oldest first, with this tab's unsaved events on top. */
  events: readonly UnsavedEvent[];
  /**
   * The best 60 films not rated, one of a series, best first, as tuned; drawn from the moods chosen (mood-store.ts), or from everything.
   */
  recommendations: readonly Recommendation[];
  /** How many answers that list is drawn from; 0 where nothing is filed under the moods chosen: it is then everybody's. */
  drawnFrom: number;
  /** What the last click of this tab did; null before the first, after changes from other tabs and of the tuning. */
  lastChange: Change | null;
  canUndo: boolean;
  canRedo: boolean;
  /** Entries of the log that cannot be read; they are left out of all else. */
  unreadable: number;
  /** Films judged that the catalogue in use lacks; what was said of them waits for one that has them. */
  waiting: number;
  /** Where the model had to be learned anew when the profile was opened, though one was saved. */
  relearned: Relearned | null;
}

/** What a person can do to the active profile. Answered at once, saved behind; nothing happens while not ready. */
export interface ModelCommands {
  /**
   * Says something of a film, filed under the mood chosen, or where the film's last click is filed if it is made under
   * My ratings, in an explanation or, where it has one, on the film's page. Does nothing where that was said already.
   */
  rate(item: number, kind: 'like' | 'so-so' | 'dislike' | 'unseen', site: ClickSite): void;
  /** Takes back whatever was said of a film. */
  clear(item: number, site: ClickSite): void;
  /** Takes back what was said of several films in one step. */
  clearAll(items: readonly number[], site: ClickSite): void;
  /**
   * Brings every film back to where it stood once, in one step; films not named to where nothing was said.
   * @param wanted by MovieLens id
   */
  restore(wanted: ReadonlyMap<number, Standing>, site: ClickSite): void;
  /** Files what is said of a film under another mood, by its id; null for none. */
  refile(item: number, mood: string | null, site: ClickSite): void;
  /** Says that a person wants to see a film, or no longer; beside what was answered. */
  want(item: number, wants: boolean, site: ClickSite): void;
  /** Undoes the last step not undone yet, without limit. */
  undo(site: ClickSite): void;
  redo(site: ClickSite): void;
  /**
   * Erases for good, saved or not (log/erasing.ts): nothing of it is left in the log, the snapshot or the undo history, in
   * any tab. Never rejects. @returns null when done, else why nothing was erased; 'closed' also while not ready
   */
  erase(scope: ErasureScope): Promise<StorageFailure | null>;
  /** Tries again to read the profile after phase 'failed'. Never rejects. */
  reopen(): Promise<void>;
}

/** What can be asked of the active profile's model. Answers are plain data that later clicks do not change. */
export interface ModelQueries {
  /** Why a film has its place in the list, or would have it had nothing been said of it; null while not ready. */
  explain(item: number): WhyRanked | null;
  /**
   * What the list of `length` films would be had nothing been said of the film `click`, and where `film` would stand;
   * `kept` are out of the list either way. Nothing changes. Null while not ready.
   */
  whatIfNot(click: number, film: number, length: number, kept?: readonly number[]): WhatIf | null;
  /** Chance that the person likes a film by what the list is drawn from and was said of others, 0.01..0.99; NaN while not ready. */
  listMatchOf(item: number): number;
  /**
   * Ranks of films, from 1, in the list of everything that was said, neither tuned nor drawn from moods; null for rated
   * films, for those behind another of their series, and for all while not ready.
   */
  ranksOf(items: readonly number[]): (number | null)[];
  /** Compares the model with one built from nothing out of the log as it is stored now. Rejects with a StorageError. */
  check(): Promise<ForgettingCheck | null>;
  /** Canonical bytes of the memory: equal states have equal bytes. Empty while not ready. */
  stateBytes(): Uint8Array;
  /** CRC-32 of the state bytes in hexadecimal, and the same of a model that learned nothing. */
  debugStateHash(): { state: string; empty: string };
}

/** All that screens see of the active profile. Commands and queries never change identity. */
export interface ModelState extends ModelFacts, ModelCommands, ModelQueries {
  /** Grows with every change of the facts. */
  revision: number;
}
