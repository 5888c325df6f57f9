import type { PackManifest } from '../../packs/pack-format';

/** ", about 3 minutes left": what follows when it is known how long something will take; '' while it is not. */
export function leftWords(remainingMs: number | null): string {
  if (remainingMs === null) return '';
  const seconds = Math.max(5, 5 * Math.round(remainingMs / 5000));
  if (seconds < 90) return `, about ${seconds} seconds left`;
  return `, about ${Math.round(seconds / 60)} minutes left`;
}

/** What a pack was learned from: "9,742 films, from 610 people who gave 100,836 ratings." */
export function learnedWords({ films, leastLikes, learned, source }: PackManifest): string {
  const n = (value: number) => value.toLocaleString('en');
  const from = `${n(films)} films, from ${n(learned.people)} people who gave ${n(learned.ratings)} ratings.`;
  const drawn =
    learned.people < source.people
      ? ` These people were drawn from ${n(source.people)}; all were counted.`
      : '';
  const left =
    films < source.films
      ? ` ${n(source.films - films)} films with fewer than ${leastLikes} likes were left out: they say nothing.`
      : '';
  return from + drawn + left;
}

/** How well the learned network foretells people whom it has not seen, in plain words. */
export function accuracyWords(accuracy: PackManifest['accuracy']): string {
  if (!accuracy) return 'How well it foretells was not measured.';
  const { people, rmse, auc, ndcg10 } = accuracy;
  const parts = [
    rmse !== null && `its stars are off by ${rmse.toFixed(2)} (RMSE)`,
    auc !== null && `of a film they liked and one they did not, it picks the right one ${percent(auc)} (AUC)`,
    ndcg10 !== null && `its list of ten scores ${ndcg10.toFixed(3)} of 1 (nDCG@10)`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return 'Too few people were held out to say how well it foretells.';
  return `Measured on ${people.toLocaleString('en')} people who were held out: ${parts.join('; ')}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} times in 100`;
}
