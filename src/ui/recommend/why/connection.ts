import type { MatchReason, Reason } from '../../../state/list/why';

/** What connects a film with the answer that speaks for or against its figure. */
export function matchConnection({ answer, amount, traits, sameSeries }: MatchReason): string {
  if (sameSeries) return 'of the same series';
  const speaksFor = amount > 0;
  // A like that speaks for, or a dislike that speaks against: alike. So-so is neither.
  if (answer === 'so-so' || speaksFor === (answer === 'like')) {
    if (traits.length > 0) return inCommon(traits);
    return answer === 'so-so' ? '' : `those who ${answer} one tend to ${answer} the other`;
  }
  return answer === 'like'
    ? 'those who like one tend to like the other less'
    : 'those who dislike one tend to like the other';
}

/** What connects a film with the answer that moves its place, by the part of the score. */
export function placeConnection({ term, amount, traits }: Reason): string {
  if (term === 'series') return 'of the same series';
  if (term === 'steering') return 'much like it';
  if (term === 'likes table') return `liked by ${amount > 0 ? 'the same' : 'other'} people`;
  if (term === 'watched table') return `seen by ${amount > 0 ? 'the same' : 'other'} people`;
  return traits.length > 0 ? inCommon(traits) : 'alike in many small ways';
}

/** "both: Horror, Sci-Fi and 1980s". */
function inCommon(traits: readonly string[]): string {
  const told = traits.slice(0, 3);
  const last = told.pop();
  return told.length === 0 ? `both: ${last}` : `both: ${told.join(', ')} and ${last}`;
}
