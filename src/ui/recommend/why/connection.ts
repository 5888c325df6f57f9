import type { MatchReason, Reason } from '../../../state/list/why';
import * as words from '../../../words/en/recommend/connection';

/** What connects a film with the answer that speaks for or against its figure. */
export function matchConnection({ answer, amount, traits, sameSeries }: MatchReason): string {
  if (sameSeries) return words.sameSeries;
  const speaksFor = amount > 0;
  // A like that speaks for, or a dislike that speaks against: alike. So-so is neither.
  if (answer === 'so-so' || speaksFor === (answer === 'like')) {
    if (traits.length > 0) return inCommon(traits);
    if (answer === 'so-so') return '';
    return answer === 'like' ? words.likeBoth : words.dislikeBoth;
  }
  return answer === 'like' ? words.likeLess : words.likeAfterAll;
}

/** What connects a film with the answer that moves its place, by the part of the score. */
export function placeConnection({ term, amount, traits }: Reason): string {
  if (term === 'series') return words.sameSeries;
  if (term === 'steering') return words.muchLikeIt;
  if (term === 'likes table') return amount > 0 ? words.likedBySame : words.likedByOthers;
  if (term === 'watched table') return amount > 0 ? words.seenBySame : words.seenByOthers;
  return traits.length > 0 ? inCommon(traits) : words.manySmallWays;
}

/** "both: Horror, Sci-Fi and 1980s". */
const inCommon = (traits: readonly string[]) => words.both(traits.slice(0, 3));
