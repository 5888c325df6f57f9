import { PersonalModel } from '../../wnn/personal/personal-model';
import type { CompiledTuning } from '../../wnn/personal/tuning';
import { type Ranking, rankAll } from '../list/ranking';
import { rankWithout } from '../list/what-if';
import { alignToMoods } from '../log/moods';
import type { Library } from '../platform/library';
import type { ProfileModel } from './profile-model';

/** What a list is drawn from, and all films in its order. */
interface DrawnList {
  source: PersonalModel;
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

  /**
   * @param tuning how the list is tuned; null for not at all
   * @param moods ids of the moods that the list is drawn from; none for everything. Asked at every drawing.
   */
  constructor(
    library: Library,
    profile: ProfileModel,
    tuning: CompiledTuning | null,
    moods: () => readonly string[],
  ) {
    this.library = library;
    this.profile = profile;
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
    return this.tuned;
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
      this.tuned,
      this.judgedElsewhere(this.source),
      this.library.catalogue,
    );
  }

  /** The same profile read anew: its list is tuned and drawn as here. */
  readAnew(profile: ProfileModel): OpenProfile {
    return new OpenProfile(this.library, profile, this.tuned, this.moods);
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
    return { source, ranking: rankAll(source, this.tuned, this.judgedElsewhere(source), catalogue) };
  }

  /** Films judged under any mood stay out of every list, so-so ones too; a model of everything knows its own itself. */
  private judgedElsewhere(source: PersonalModel): Iterable<number> {
    const { model, soSo } = this.profile;
    return source === model ? soSo : [...model.opinions.keys(), ...soSo];
  }
}
