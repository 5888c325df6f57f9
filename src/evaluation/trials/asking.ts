import type { FittedRecommender, History } from '../../baselines/recommender';
import type { Dataset } from '../../data/dataset';
import { answerOf } from '../../data/opinion';
import { LIKE_HALF_STARS } from '../../data/ratings';
import { type FittedParts, networkOf } from '../../wnn/network/assembly';
import { ratingNeighbours } from '../../wnn/network/rating-neighbours';
import type { AskedFilm } from '../../wnn/personal/asking/seen-chance';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { tailGain } from '../list-metrics';
import { ratingTallies } from '../metrics';
import { planFolds, prepareFold } from '../new-user';
import { type FoldCase, type ProtocolDefinition, type Subject, scoresOf } from '../protocol';
import { ndcgOfRows, shownList } from '../shown-list';
import { EvaluationError, type EvaluationOptions, type ModelPart, type Tallies, type Unit } from '../types';
import { ASKING_WAYS, type AskedOf, type AskingWay, askedOf, createAsker } from './asking-ways';

/** A person is asked until so many films were answered. */
const ANSWERS = 10;
/** And never more often than this. */
const MOST_ASKED = 200;

/**
 * What to ask next: every way to choose films asks each test user, who answers by the ratings of the training part. A film
 * that is not rated there was not seen: it costs a question and teaches nothing. Then the model is measured, on the test part
 * and on the list. Films of the test part are not asked for. Questions are chosen from the readout of stars.
 */
export const asking: ProtocolDefinition = {
  plan(dataset, options) {
    if (options.feedback !== 'clicks') throw new EvaluationError('--protocol asking needs --feedback clicks');
    return planFolds(dataset, options);
  },
  prepare: prepareAsking,
  also: 'top-n',
  measure(subject, index, fitted, foldCase, clock) {
    const begun = clock();
    const of = askedOfFold(fitted, foldCase);
    const never = [...subject.test.item, ...notYetKnown(of, subject)];
    const told = ASKING_WAYS.map((way) => ({ way, ...ask(way, of, subject, never) }));
    const asked = clock();
    const tallies: Tallies = {};
    for (const { way, answers, questions } of told) {
      const measured = measureAnswers(answers, subject, index, fitted, foldCase);
      const all: Tallies = { ...measured, asked: [questions, 1], answered: [answers.item.length, 1] };
      for (const [name, tally] of Object.entries(all)) tallies[`${way}/${name}`] = tally;
    }
    const ratings = subject.test.item.length;
    return { tallies, ratings, trainMs: asked - begun, predictMs: clock() - asked };
  },
};

function prepareAsking(dataset: Dataset, options: EvaluationOptions, unit: Unit): FoldCase {
  return prepareFold(dataset, options, unit, options.split);
}

/** Kept as long as what was fitted: one for all users of a fold. */
const askedOfFits = new WeakMap<FittedRecommender, AskedOf>();

function askedOfFold(fitted: FittedRecommender, { training }: FoldCase): AskedOf {
  let of = askedOfFits.get(fitted);
  if (!of) {
    if (!hasParts(fitted)) throw new EvaluationError('A model in asking has no readout to ask from.');
    const { catalogue, effects, ratings } = training;
    const neighbours = ratingNeighbours(ratings, effects);
    of = askedOf(training, networkOf(catalogue, effects, { ...fitted.parts, ranking: null }, neighbours));
    askedOfFits.set(fitted, of);
  }
  return of;
}

function hasParts(fitted: FittedRecommender): fitted is FittedRecommender & { parts: FittedParts } {
  return 'parts' in fitted;
}

/** Films that nobody had rated when the person rated last: no one can be asked for films of the future. */
function notYetKnown({ firstRated }: AskedOf, { past }: Subject): number[] {
  const last = past.timestamp.reduce((latest, time) => Math.max(latest, time), 0);
  return Array.from(firstRated.keys()).filter((item) => firstRated[item] > last);
}

/** Asks until enough was answered. @returns what was answered, in the order of the answers, and the number of questions. */
function ask(
  way: AskingWay,
  of: AskedOf,
  { train, seed }: Subject,
  never: readonly number[],
): { answers: History; questions: number } {
  const asker = createAsker(way, of, never, seed);
  const model = new PersonalModel(of.network);
  const rated = new Map(Array.from(train.item, (item, r) => [item, r]));
  const judgements: AskedFilm[] = [];
  const rows: number[] = [];
  while (rows.length < ANSWERS && judgements.length < MOST_ASKED) {
    const item = asker.next(judgements, model);
    if (item === null) break;
    const row = rated.get(item);
    const kind = row === undefined ? 'unseen' : answerOf(train.halfStars[row]);
    if (row !== undefined) rows.push(row);
    judgements.unshift({ item, kind });
    model.answer(item, kind, judgements.length);
  }
  return { answers: answeredInOrder(train, rows), questions: judgements.length };
}

/** The ratings of these rows as if they were given one second after the other. */
function answeredInOrder(train: History, rows: readonly number[]): History {
  return {
    item: Uint32Array.from(rows, (r) => train.item[r]),
    halfStars: Uint8Array.from(rows, (r) => train.halfStars[r]),
    timestamp: Uint32Array.from(rows, (_, k) => k + 1),
  };
}

function measureAnswers(
  answers: History,
  { past, test, seed }: Subject,
  index: number,
  fitted: FittedRecommender,
  { training, also }: FoldCase,
): Tallies {
  const { catalogue, effects, feedback } = training;
  const { rmse, auc } = ratingTallies(fitted.personalize(answers, seed, index), test, feedback);
  const tallies: Tallies = { rmse, ...(auc && { auc }) };
  const relevant = new Set(test.item.filter((_, r) => test.halfStars[r] >= LIKE_HALF_STARS));
  if (!also || relevant.size === 0) return tallies;
  const seen = new Set(past.item);
  const scores = scoresOf(also.personalize(answers, seed, index), catalogue.count);
  const rows = shownList(catalogue, scores, (item) => seen.has(item));
  return {
    ...tallies,
    ndcg10: [ndcgOfRows(catalogue, rows, relevant), 1],
    tailNdcg10: [ndcgOfRows(catalogue, rows, relevant, tailGain(effects.likes)), 1],
  };
}

/** Names of what is compared: a model with each way of asking, the app's first. */
export function askingNames(model: string): string[] {
  return ASKING_WAYS.map((way) => `${model} ${way}`);
}

/** Every part as one part a way, as if each way were a model. */
export function splitByWay(parts: readonly ModelPart[]): ModelPart[] {
  return parts.flatMap((part) =>
    ASKING_WAYS.map((way) => ({
      ...part,
      model: `${part.model} ${way}`,
      users: part.users.map((user) => ({ ...user, tallies: talliesOf(user.tallies, `${way}/`) })),
    })),
  );
}

function talliesOf(tallies: Tallies, prefix: string): Tallies {
  return Object.fromEntries(
    Object.entries(tallies).flatMap(([name, tally]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), tally]] : [],
    ),
  );
}
