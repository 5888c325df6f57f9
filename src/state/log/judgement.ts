/** What a person said of a film and when, for lists. */
export interface Judgement {
  item: number;
  kind: 'like' | 'so-so' | 'dislike' | 'unseen';
  /** When it happened, in milliseconds since 1970. */
  time: number;
  /** Id of the mood it is filed under. */
  mood?: string;
  /** How many answers could be chosen from (`Answer.choices`). */
  choices: 2 | 3;
}

/** The order of judgements in lists. */
export function latestFirst(a: Judgement, b: Judgement): number {
  return b.time - a.time || a.item - b.item;
}

/** The same list, in order, with what is said of one film now; without the film where that is nothing. */
export function withJudgement(all: readonly Judgement[], item: number, now: Judgement | null): Judgement[] {
  const others = all.filter((one) => one.item !== item);
  if (!now) return others;
  const place = others.findIndex((one) => latestFirst(now, one) < 0);
  others.splice(place < 0 ? others.length : place, 0, now);
  return others;
}
