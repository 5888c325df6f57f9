import { formatFigure } from '../../../evaluation/format';
import * as words from '../../../words/en/compare/figures';
import { mainMetric } from '../metric-words';
import { publishedFigure } from '../published-figures';
import { toRows } from './chart-data';
import { bandedOf, type FigureProps, LINE_HEIGHT, mostOf } from './figure-props';
import { LineFigure } from './LineFigure';

/** Accuracy so far: the running value of the main metric over users measured, with its band. */
export function AccuracySoFar(props: FigureProps) {
  const { settings, views } = props;
  const metric = mainMetric(settings.protocol, settings.feedback);
  const lines = views.map(({ model, band }) => ({
    model,
    points: band.map((point) => ({ x: point.users, ...point })),
  }));
  const marks = views.flatMap(({ model }) => {
    const value = publishedFigure(settings, model);
    return value === undefined ? [] : [{ model, value, label: words.paperMark(formatFigure(value, 3)) }];
  });
  return (
    <LineFigure
      width={props.width}
      height={LINE_HEIGHT}
      rows={toRows(lines)}
      models={views.map(({ model }) => model)}
      banded={bandedOf(props)}
      focus={props.focus}
      xLabel={words.usersMeasured}
      yLabel={metric.label}
      tooltipTitle={words.afterUsers}
      lowerIsBetter={metric.lowerIsBetter}
      most={mostOf(metric)}
      marks={marks}
      markers={false}
    />
  );
}
