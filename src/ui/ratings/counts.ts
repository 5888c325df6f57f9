import type { Judgement } from '../../state/log/judgement';
import { counts } from '../../words/en/ratings/counts';

/** "12 liked, 3 so-so, 5 disliked"; so-so only where there is one. */
export function countsInWords(kinds: readonly Judgement['kind'][]): string {
  const count = (kind: Judgement['kind']) => kinds.filter((each) => each === kind).length;
  return counts(count('like'), count('so-so'), count('dislike'));
}
