import { type ComponentType, lazy } from 'react';
import type { FigureProps } from '../figures/figure-props';

/** The drawing code and the chart library come with the first chart. */
export const figures = () => import('../figures/figures');

const lazyFigure = <P>(pick: (all: Awaited<ReturnType<typeof figures>>) => ComponentType<P>) =>
  lazy(async () => ({
    default: pick(await figures()) as ComponentType<unknown>,
  })) as unknown as ComponentType<P>;

/** The figure AccuracySoFar, as soon as the drawing code is there. */
export const AccuracySoFar = lazyFigure<FigureProps>((all) => all.AccuracySoFar);

/** The figure Standing, as soon as the drawing code is there. */
export const Standing = lazyFigure<FigureProps>((all) => all.Standing);

/** The figure SpreadOverUsers, as soon as the drawing code is there. */
export const SpreadOverUsers = lazyFigure<FigureProps>((all) => all.SpreadOverUsers);

/** The figure TimePerRating, as soon as the drawing code is there. */
export const TimePerRating = lazyFigure<FigureProps>((all) => all.TimePerRating);

/** The figure LearningCurve, as soon as the drawing code is there. */
export const LearningCurve = lazyFigure<FigureProps & { atLeast: number }>((all) => all.LearningCurve);
