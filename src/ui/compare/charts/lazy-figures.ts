import { type ComponentType, lazy } from 'react';
import type { FigureProps } from '../figures/figure-props';

/** The drawing code and the chart library come with the first chart. */
export const figures = () => import('../figures/figures');

const lazyFigure = <P>(pick: (all: Awaited<ReturnType<typeof figures>>) => ComponentType<P>) =>
  lazy(async () => ({
    default: pick(await figures()) as ComponentType<unknown>,
  })) as unknown as ComponentType<P>;

/* The figures as components that wait for the drawing code: see the figure of the same name. */
export const AccuracySoFar = lazyFigure<FigureProps>((all) => all.AccuracySoFar);
export const Standing = lazyFigure<FigureProps>((all) => all.Standing);
export const SpreadOverUsers = lazyFigure<FigureProps>((all) => all.SpreadOverUsers);
export const TimePerRating = lazyFigure<FigureProps>((all) => all.TimePerRating);
export const LearningCurve = lazyFigure<FigureProps & { atLeast: number }>((all) => all.LearningCurve);
