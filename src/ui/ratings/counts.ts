import type { Judgement } from '../../state/log/judgement';

/** "12 liked, 3 so-so, 5 disliked"; so-so only where there is one. */
export function countsInWords(kinds: readonly Judgement['kind'][]): string {
  const count = (kind: Judgement['kind']) => kinds.filter((each) => each === kind).length;
  const soSo = count('so-so');
  return `${count('like')} liked, ${soSo > 0 ? `${soSo} so-so, ` : ''}${count('dislike')} disliked`;
}
