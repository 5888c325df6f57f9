import type { Catalogue } from '../../data/catalogue';
import {
  LIKE_WINDOWS,
  STEERING_WINDOW,
  WATCHED_WINDOW,
  WATCHED_WINDOWS,
} from '../network/lists/ranking-settings';
import type { PersonalModel } from '../personal/personal-model';
import {
  type DislikedOfLate,
  dislikedOfLate,
  type LikedSeries,
  likedSeries,
  type SeenOfLate,
  seenOfLate,
} from './of-late';
import {
  type TasteDirection,
  type ToldDirection,
  tasteDirections,
  tellingDirections,
} from './taste-directions';

/** How many whole numbers a model holds beside its cells. */
interface SizeBeside {
  /** Sums of products and of answers along the directions of taste. */
  taste: number;
  /** Sums of rows of the two tables. */
  tables: number;
  /** Answers in their order: windows, series and dislikes of late are read off it. */
  answers: number;
}

/** Sizes of the windows, in latest answers of a kind. */
export const WINDOWS = {
  /** Films that cells count as watched. */
  seen: WATCHED_WINDOW,
  /** In which films ask the table of what is watched next, and likes that of what is liked together. */
  watched: WATCHED_WINDOWS,
  likes: LIKE_WINDOWS.filter(Number.isFinite),
  /** Answers among which a dislike takes from what is like it. */
  disliked: STEERING_WINDOW,
};

/** What a model holds beside its cells. */
export interface BesideCells {
  seen: SeenOfLate;
  series: LikedSeries[];
  disliked: DislikedOfLate[] | null;
  /** All directions of taste, in order, and those worth telling. */
  directions: TasteDirection[];
  told: ToldDirection[];
  size: SizeBeside;
}

/** Looks beside the cells of a model. @returns null before the first answer, when there is nothing. */
export function besideCells(model: PersonalModel, catalogue: Catalogue): BesideCells | null {
  if (model.answers.size === 0) return null;
  const { likesTable, watchedTable } = model.network.terms;
  return {
    seen: seenOfLate(model),
    series: likedSeries(model),
    disliked: dislikedOfLate(model),
    directions: tasteDirections(model),
    told: tellingDirections(model, catalogue),
    size: {
      taste: model.sums.length,
      tables: likesTable.rank + watchedTable.rank,
      answers: model.answers.size,
    },
  };
}
