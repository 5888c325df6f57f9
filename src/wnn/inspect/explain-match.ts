import type { SeenAnswer } from '../../data/opinion';
import { matchFigure } from '../personal/match-figure';
import type { PersonalModel } from '../personal/personal-model';
import { expectedStars, matchOf } from '../personal/rating-readout';

/** One past answer's part in a match figure. */
export interface MatchPart {
  item: number;
  answer: SeenAnswer;
  /** Of the chance, where 0.01 is one point; above 0 it speaks for the film. */
  amount: number;
}

/** A match figure taken apart: start + general + sum of amounts = match. Parts by magnitude, largest first. */
export interface MatchExplanation {
  /** As `matchOf`, 0..1. */
  match: number;
  /** What the figure would be if the answers said nothing but what most people say. */
  start: number;
  /** What comes of how the person answers in general, whatever the film. */
  general: number;
  parts: MatchPart[];
}

/**
 * Splits the match figure over the answers. It rises with the expected stars, of which every answer has its exact part
 * (`StarsReadout.explain`); what the rise from the start to the end comes to is shared out in that proportion, which is what
 * adding all parts together little by little gives (Aumann and Shapley, "Values of Non-Atomic Games", 1974).
 */
export function explainMatch(model: PersonalModel, item: number): MatchExplanation {
  const { effects, rating } = model.network;
  const match = matchOf(model, item);
  const readout = model.readout();
  if (!rating || !readout || model.answers.size === 0) return { match, start: match, general: 0, parts: [] };
  const figure = matchFigure(rating.match, model.answers.size);
  const startStars = effects.globalMean + effects.bias[item] + readout.start(item);
  const chance = (stars: number) => figure.of(stars, effects.likeRate[item]);
  const start = chance(startStars);
  const perStar = slopeBetween(chance, startStars, expectedStars(model, item));
  const { general, amounts } = readout.explain(item);
  const items = [...model.answers.keys()].sort((a, b) => a - b);
  const parts = items.flatMap((film, place) => {
    const answer = model.answers.get(film)?.answer;
    const amount = amounts[place] * perStar;
    return answer && amount !== 0 ? [{ item: film, answer, amount }] : [];
  });
  parts.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.item - b.item);
  return { match, start, general: general * perStar, parts };
}

/** Too near to tell a slope by its ends. */
const NEAR = 1e-6;

/** Chance a star between two numbers of stars. */
function slopeBetween(chance: (stars: number) => number, from: number, to: number): number {
  const end = Math.abs(to - from) < NEAR ? from + NEAR : to;
  return (chance(end) - chance(from)) / (end - from);
}
