import { matchFigure } from './match-figure';
import type { PersonalModel } from './personal-model';

/** What a film's rating is expected to be, in stars, 0.5..5. */
export interface ExpectedRating {
  /** By most people. */
  most: number;
  /** By this person. */
  you: number;
}

/** What the public's stars say of a film, mu + b_i, and what this person's answers make of it. */
export function expectedRating(model: PersonalModel, item: number): ExpectedRating {
  const { globalMean, bias } = model.network.effects;
  const most = globalMean + bias[item];
  return { most: onScale(most), you: onScale(expectedStars(model, item)) };
}

/** Stars that the person is expected to give, not held to the scale. */
export function expectedStars(model: PersonalModel, item: number): number {
  const { globalMean, bias } = model.network.effects;
  return globalMean + bias[item] + (model.readout()?.shift(item) ?? 0);
}

/** The match figure: the chance, within 1 % and 99 %, that the person likes the film; it rises with the expected stars. */
export function matchOf(model: PersonalModel, item: number): number {
  return matchReader(model)(item);
}

/** The match figures of films, of as many as are asked for; for as long as the model learns nothing. */
export function matchReader(model: PersonalModel): (item: number) => number {
  const { effects, rating } = model.network;
  if (!rating) return (item) => effects.likeRate[item];
  const figure = matchFigure(rating.match, model.answers.size);
  return (item) => figure.of(expectedStars(model, item), effects.likeRate[item]);
}

/** Holds stars on the scale of half a star to five. */
function onScale(stars: number): number {
  return Math.min(5, Math.max(0.5, stars));
}
