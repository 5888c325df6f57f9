import * as words from '../../../words/en/compare/figures';
import { mainMetric } from '../metric-words';
import { toRows } from './chart-data';
import { bandedOf, type FigureProps, LINE_HEIGHT, mostOf } from './figure-props';
import { LineFigure } from './LineFigure';

/** The learning curve: the model after N ratings, on all later ratings of the same users. */
export function LearningCurve(props: FigureProps & { atLeast: number }) {
  const { settings, views, atLeast } = props;
  const metric = mainMetric(settings.protocol, settings.feedback);
  const steps = [
    ...new Set(
      views.flatMap(({ steps }) => steps.filter((s) => s.atLeast === atLeast).map(({ step }) => step)),
    ),
  ].sort((a, b) => a - b);
  const lines = views.map(({ model, steps: own }) => ({
    model,
    points: own.filter((s) => s.atLeast === atLeast).map((s) => ({ ...s, x: steps.indexOf(s.step) })),
  }));
  return (
    <LineFigure
      width={props.width}
      height={LINE_HEIGHT}
      rows={toRows(lines)}
      models={views.map(({ model }) => model)}
      banded={bandedOf(props)}
      focus={props.focus}
      xLabel={words.ratingsLearned}
      yLabel={words.ofLaterRatings(metric.label)}
      xTicks={{ at: steps.map((_, index) => index), says: (index) => String(steps[index] ?? '') }}
      tooltipTitle={(index) => words.afterRatings(steps[index])}
      lowerIsBetter={metric.lowerIsBetter}
      most={mostOf(metric)}
      marks={[]}
      markers
    />
  );
}
