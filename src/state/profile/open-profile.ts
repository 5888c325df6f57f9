import type { UnsavedEvent } from '../../events/rating-event';
import type { LogPage } from '../../storage/rating-log';
import { askingWorth, nextFilms } from '../../wnn/personal/asking/next-films';
import type { RateQueueInput } from '../../wnn/personal/asking/rate-queue';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { prepareClicks } from '../../wnn/personal/prepare-clicks';
import { matchOf } from '../../wnn/personal/rating-readout';
import { type CompiledTuning, withWishes } from '../../wnn/personal/tuning';
import { type Change, describeMoves } from '../list/change';
import { type Ranking, rankAll, ranksIn, recommend } from '../list/ranking';
import { compareLists, rankWithout, type WhatIf } from '../list/what-if';
import { type WhyRanked, whyRanked } from '../list/why';
import { alignToMoods } from '../log/moods';
import type { Library } from '../platform/library';
import type { ModelFacts } from './model-state';
import { ProfileModel } from './profile-model';

/* With it comes all that reads and writes a model: loaded beside the public data, without which there is nothing to do. */

const LIST_LENGTH = 60;

/** What a profile is learned from. */
export interface ProfileSource {
  library: Library;
  profileId: string;
  /** The profile's whole log. */
  page: LogPage;
  /** Events of this tab that may not be in the log yet. */
  unsaved: readonly UnsavedEvent[];
  /** A saved model to start from; used only if it is sound and agrees with the log. */
  snapshot?: Uint8Array;
  warn(message: string, ...details: unknown[]): void;
}

/** How a profile's list is drawn. */
export interface Drawing {
  /** Null for not tuned at all. */
  tuning: CompiledTuning | null;
  /** Ids of the moods that the list is drawn from; none for everything. Asked at every drawing. */
  moods(): readonly string[];
}

/** What a list is drawn from, and all films in its order. */
interface DrawnList {
  source: PersonalModel;
  /** The tuning that it is drawn by, with what the person wants to see now. */
  tuning: CompiledTuning | null;
  ranking: Ranking;
}

/**
 * A profile while it is open: its log folded and learned, and the list drawn from it. Clicks change it in place; it
 * never leaves profile/, screens get plain data (`viewOf`, queries.ts).
 */
export class OpenProfile {
  readonly library: Library;
  readonly profile: ProfileModel;
  private readonly moods: () => readonly string[];
  private tuned: CompiledTuning | null;
  private drawn: DrawnList;
  private before: Ranking | null = null;
  /** What films were worth asking for when these were all judgements. */
  private asking: { judgements: RateQueueInput['judgements']; worth: Float64Array } | undefined;

  /** Learns a profile and draws its list. */
  constructor(source: ProfileSource, { tuning, moods }: Drawing) {
    const { library, profileId, page, snapshot, unsaved, warn } = source;
    this.library = library;
    this.profile = new ProfileModel(library, profileId, page, snapshot, unsaved, warn);
    this.tuned = tuning;
    this.moods = moods;
    this.drawn = this.draw(null);
  }

  /** The model that the list is drawn from: the profile's, or one of some moods. */
  get source(): PersonalModel {
    return this.drawn.source;
  }

  get ranking(): Ranking {
    return this.drawn.ranking;
  }

  /** The ranking before the last change; null where there is none to compare with. */
  get previous(): Ranking | null {
    return this.before;
  }

  get tuning(): CompiledTuning | null {
    return this.drawn.tuning;
  }

  /** Draws the list again after something was learned or forgotten. */
  redraw(): void {
    this.before = this.drawn.ranking;
    this.drawn = this.draw(this.drawn.source);
  }

  /** Draws the list by another tuning; nothing that was learned changes. */
  tune(tuning: CompiledTuning | null): void {
    this.tuned = tuning;
    this.redraw();
  }

  /** Draws the list from the moods chosen now, which is another list: no rank is compared with the one before. */
  drawAnew(): void {
    this.redraw();
    this.before = null;
  }

  /** The ranking as it would be had nothing been said of a film. */
  rankingWithout(click: number): Ranking {
    return rankWithout(
      this.source,
      click,
      this.tuning,
      this.judgedElsewhere(this.source),
      this.library.catalogue,
    );
  }

  /** The same profile read anew: its list is tuned and drawn as here. */
  readAnew(source: Omit<ProfileSource, 'library' | 'profileId' | 'snapshot'>): OpenProfile {
    const { library, profile, tuned, moods } = this;
    const { profileId } = profile;
    return new OpenProfile({ ...source, library, profileId }, { tuning: tuned, moods });
  }

  /** What screens know of it. @param lastChange what a click of this tab did just now, if that was it */
  facts(lastChange: Change | null): ModelFacts {
    const { profile, source, ranking, previous, tuning } = this;
    const { judgements, fold } = profile;
    return {
      phase: 'ready',
      message: null,
      profileId: profile.profileId,
      opinions: profile.model.opinions,
      unseen: new Set(judgements.filter(({ kind }) => kind === 'unseen').map(({ item }) => item)),
      wanted: new Set(profile.wanted),
      judgements,
      events: profile.events,
      recommendations: recommend(source, ranking, previous, LIST_LENGTH, tuning),
      drawnFrom: source.answers.size,
      lastChange,
      canUndo: fold.undoable !== undefined,
      canRedo: fold.redoable !== undefined,
      unreadable: profile.unreadable,
      waiting: profile.waiting,
      relearned: profile.relearned,
    };
  }

  /** What a click did to the list. @param change the click, @param old the ranking before it */
  describe(change: Parameters<typeof describeMoves>[1], old: Ranking): Change {
    return describeMoves(this.library, change, old, this.ranking);
  }

  /** See `ModelQueries.explain`. */
  explain(item: number): WhyRanked | null {
    return this.unsaid(item, () => whyRanked(this.library, this.source, item, this.tuning));
  }

  /** See `ModelQueries.whatIfNot`. */
  whatIfNot(click: number, film: number, length: number, kept?: readonly number[]): WhatIf {
    return compareLists(this.ranking, this.rankingWithout(click), film, length, kept);
  }

  /** See `ModelQueries.listMatchOf`. */
  listMatchOf(item: number): number {
    return this.unsaid(item, () => matchOf(this.source, item));
  }

  /** See `ModelQueries.ranksOf`. */
  ranksOf(items: readonly number[]): (number | null)[] {
    return ranksIn(rankAll(this.profile.model, null, [], this.library.catalogue), items);
  }

  /** Canonical bytes of a model of the same network that has learned nothing. */
  emptyBytes(): Uint8Array {
    return new PersonalModel(this.library.network).stateBytes();
  }

  /** See `prepareClicks`. */
  prepare(): boolean {
    return prepareClicks(this.library.network);
  }

  /** Works out ahead what takes `nextFilms` longest. @param judgements the same array as its input will hold */
  prepareNextFilms(judgements: RateQueueInput['judgements']): Float64Array {
    if (this.asking?.judgements !== judgements)
      this.asking = { judgements, worth: askingWorth(this.library, judgements) };
    return this.asking.worth;
  }

  /** The next films to judge (`nextFilms`). */
  nextFilms(input: RateQueueInput): number[] {
    return nextFilms(this.library, input, () => this.prepareNextFilms(input.judgements));
  }

  /** What the list's model says of a film had nothing been said of it: an answer is no reason for itself. */
  private unsaid<T>(item: number, look: () => T): T {
    return this.source.answers.has(item) ? this.source.without([item], look) : look();
  }

  /** @param known the model that the list was drawn from; one of moods is brought up to date instead of built anew */
  private draw(known: PersonalModel | null): DrawnList {
    const { model, fold } = this.profile;
    const moods = this.moods();
    let source = model;
    if (moods.length > 0) {
      source = known && known !== model ? known : new PersonalModel(this.library.network);
      alignToMoods(this.library, source, fold, moods);
    }
    const { catalogue } = this.library;
    const tuning = this.tuned && withWishes(this.tuned, () => this.profile.wanted);
    return { source, tuning, ranking: rankAll(source, tuning, this.judgedElsewhere(source), catalogue) };
  }

  /** Films judged under any mood stay out of every list; a model of everything knows its own itself. */
  private judgedElsewhere(source: PersonalModel): Iterable<number> {
    const { model } = this.profile;
    return source === model ? [] : model.answers.keys();
  }
}
