import type { PackManifest } from '../../packs/pack-format';
import * as words from '../../words/en/your-data/learn';

/** ", about 3 minutes left": what follows when it is known how long something will take; '' while it is not. */
export function leftWords(remainingMs: number | null): string {
  if (remainingMs === null) return '';
  const seconds = Math.max(5, 5 * Math.round(remainingMs / 5000));
  return seconds < 90 ? words.secondsLeft(seconds) : words.minutesLeft(Math.round(seconds / 60));
}

/** What a pack was learned from: "9,742 films, from 610 people who gave 100,836 ratings." */
export function learnedWords({ films, leastLikes, learned, source }: PackManifest): string {
  return [
    words.learnedFrom(films, learned.people, learned.ratings),
    ...(learned.people < source.people ? [words.drawnFrom(source.people)] : []),
    ...(films < source.films ? [words.leftOut(source.films - films, leastLikes)] : []),
  ].join(' ');
}

/** How well the learned network foretells people whom it has not seen, in plain words. */
export function accuracyWords(accuracy: PackManifest['accuracy']): string {
  if (!accuracy) return words.notMeasured;
  const { people, rmse, auc, ndcg10 } = accuracy;
  const parts = [
    ...(rmse === null ? [] : [words.starsOff(rmse)]),
    ...(auc === null ? [] : [words.picksRight(Math.round(100 * auc))]),
    ...(ndcg10 === null ? [] : [words.listScores(ndcg10)]),
  ];
  return parts.length === 0 ? words.tooFew : words.measured(people, parts);
}
