/* What comes with the first chart, as one piece: the drawing code and the chart library. */
export { AccuracySoFar } from './AccuracySoFar';
export { LearningCurve } from './LearningCurve';
export { LineFigure } from './LineFigure';
export { SpreadOverUsers } from './SpreadOverUsers';
export { Standing } from './Standing';
export { TimePerRating } from './TimePerRating';
