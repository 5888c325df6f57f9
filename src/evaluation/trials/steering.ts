import type { FittedRecommender, History } from '../../baselines/recommender';
import type { Dataset } from '../../data/dataset';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { createRandom, deriveSeed } from '../../lib/random';
import { topK } from '../../lib/top-k';
import { LIST_LENGTH, ndcg10 } from '../metrics';
import { planFolds, prepareFold } from '../new-user';
import { type FoldCase, type ProtocolDefinition, type Subject, scoresOf, timed } from '../protocol';
import type { EvaluationOptions, Tallies, Unit } from '../types';
import { cosinesOf } from './like-cosines';
import { isSteerable, type SteerableModel } from './steerable';

/** Users with fewer answers have no list of their own yet. */
const LEAST_ANSWERS = 50;
/** The list in which a film is disliked, and how many of its other films are looked at on either side. */
const TOP = 50;
const SIDE = 20;
/** One and a half stars: the dislike. */
const DISLIKE = 3;
const A_MINUTE = 60;

/**
 * Does this button work: one film d of the current top 50 is disliked. Of its 20 films most like d and of the 20 least, the
 * share that has left the top 50; and what the list is worth then. Where the model can: the same for muting d's most telling
 * trait, and for removing the like that speaks most for d.
 */
export const steering: ProtocolDefinition = {
  plan: planFolds,
  prepare: prepareSteering,
  measure(subject, index, fitted, foldCase, clock) {
    const { train, past, seed } = subject;
    const { count } = foldCase.training.catalogue;
    const { value, trainMs, predictMs } = timed(
      clock,
      () => fitted.personalize(train, seed, index),
      (personal) => {
        const seen = new Set(past.item);
        const before = topK(scoresOf(personal, count), TOP, (item) => seen.has(item));
        if (before.length < TOP) return null;
        const film = before[createRandom(deriveSeed(seed, 'disliked')).integer(TOP)];
        const look = lookAt(foldCase, subject, film, before);
        const without = (item: number) => item === film || seen.has(item);
        const tallies = {
          ndcg10: look.worth(before.filter((item) => item !== film)),
          ...look.after('', topK(dislike(fitted, subject, index, film, count), TOP, without)),
        };
        if (!isSteerable(personal)) return tallies;
        return { ...tallies, ...steer(personal, subject, film, before, look, count) };
      },
    );
    if (value === null) return null;
    const tallies = Object.fromEntries(
      Object.entries(value).filter(([, tally]) => tally !== null),
    ) as Tallies;
    return { tallies, ratings: past.item.length, trainMs, predictMs };
  },
};

function prepareSteering(dataset: Dataset, options: EvaluationOptions, unit: Unit): FoldCase {
  const foldCase = prepareFold(dataset, options, unit, 'chronological');
  const subjects = foldCase.subjects.filter(({ train }) => train.item.length >= LEAST_ANSWERS);
  return {
    ...foldCase,
    subjects,
    joint: { subjects: [], together: [] },
  };
}

/** Scores after one more click, the dislike of a film. */
function dislike(
  fitted: FittedRecommender,
  { train, seed }: Subject,
  index: number,
  film: number,
  filmCount: number,
): Float64Array {
  const last = train.timestamp[train.timestamp.length - 1];
  const more: History = {
    item: Uint32Array.from([...train.item, film]),
    halfStars: Uint8Array.from([...train.halfStars, DISLIKE]),
    timestamp: Uint32Array.from([...train.timestamp, last + A_MINUTE]),
  };
  const personal = fitted.personalize(more, seed, index);
  const scores = scoresOf(personal, filmCount).slice();
  personal.release?.();
  return scores;
}

/** What is asked of the list before and after. */
interface Look {
  /** nDCG@10 against the likes of the test part, the film aside; null where nothing else is liked there. */
  worth(list: readonly number[]): [number, number] | null;
  after(step: '' | 'muted' | 'removed', list: readonly number[]): Record<string, [number, number] | null>;
}

function lookAt(foldCase: FoldCase, { test }: Subject, film: number, before: readonly number[]): Look {
  const cosines = cosinesOf(foldCase.training)(film);
  const others = before.filter((item) => item !== film).sort((a, b) => cosines[b] - cosines[a]);
  const most = others.slice(0, SIDE);
  const least = others.slice(-SIDE);
  const relevant = new Set(
    test.item.filter((item, r) => item !== film && test.halfStars[r] >= LIKE_HALF_STARS),
  );
  const worth = (list: readonly number[]): [number, number] | null =>
    relevant.size === 0 ? null : [ndcg10(list.slice(0, LIST_LENGTH), relevant), 1];
  return {
    worth,
    after(step, list) {
      const left = new Set(list);
      const gone = (films: number[]): [number, number] => [
        films.filter((item) => !left.has(item)).length / films.length,
        1,
      ];
      const named = (name: string) => (step === '' ? name : step + name[0].toUpperCase() + name.slice(1));
      return {
        [named('mostAlikeGone')]: gone(most),
        [named('leastAlikeGone')]: gone(least),
        [named('ndcg10After')]: worth(list),
      };
    },
  };
}

/** The other two buttons, on the model as it was before the dislike; leaves it changed. */
function steer(
  personal: SteerableModel,
  { past, train }: Subject,
  film: number,
  before: readonly number[],
  look: Look,
  filmCount: number,
): Record<string, [number, number] | null> {
  const seen = new Set(past.item);
  const tallies: Record<string, [number, number] | null> = {};
  const top = (skip: (item: number) => boolean) =>
    topK(scoresOf(personal, filmCount), TOP, (item) => item === film || seen.has(item) || skip(item));
  const stays = personal.withoutTraitOf?.(film, before);
  if (stays)
    Object.assign(
      tallies,
      look.after(
        'muted',
        top((item) => stays[item] === 0),
      ),
    );
  const like = personal.speaksMostFor?.(film);
  if (like !== null && like !== undefined) {
    personal.unlearn(like, train.halfStars[train.item.indexOf(like)]);
    Object.assign(
      tallies,
      look.after(
        'removed',
        top(() => false),
      ),
    );
  }
  return tallies;
}
