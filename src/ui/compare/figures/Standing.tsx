import { formatFigure } from '../../../evaluation/format';
import { yardsticksOf } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/figures';
import { mainMetric } from '../metric-words';
import { styleOf } from '../model-style';
import { publishedFigure } from '../published-figures';
import { niceDomain, niceTicks } from './chart-data';
import { type FigureProps, mostOf, withWaiting } from './figure-props';
import { Marker } from './Marker';
import { type FigureRow, RowFigure } from './RowFigure';

/** Where they stand: every model's value and interval, the constants as lines, the paper's figures as hollow marks. */
export function Standing({ width, settings, views, focus }: FigureProps) {
  const { protocol, feedback } = settings;
  const metric = mainMetric(protocol, feedback);
  const known = views.flatMap(({ model, line, interval }) => {
    const value = line?.[metric.name as 'rmse'];
    return value === undefined || !interval || !line ? [] : [{ model, value, interval, line }];
  });
  known.sort((a, b) => (metric.lowerIsBetter ? a.value - b.value : b.value - a.value));
  const published = (model: string) => publishedFigure(settings, model);
  const domain = niceDomain(
    known.flatMap(({ model, value, interval }) => [
      value,
      interval.low,
      interval.high,
      published(model) ?? value,
    ]),
    metric.name === 'ndcg10' ? 0.02 : 0.05,
    mostOf(metric),
  );
  const measured = known.map(({ model, value, interval, line }): FigureRow => {
    const { color, marker } = styleOf(model);
    const paper = published(model);
    return {
      model,
      says: [
        words.standing(
          `${metric.label} ${formatFigure(value)}`,
          formatFigure(interval.low),
          formatFigure(interval.high),
          interval.method === 'bootstrap',
        ),
        words.measuredOn(Math.round(line.users), Math.round(line.ratings)),
        ...(paper === undefined
          ? []
          : [words.papersOwn(formatFigure(paper, 3), settings.readout === 'window')]),
      ],
      draw: (x, y) => (
        <>
          <line
            x1={x(interval.low)}
            x2={x(interval.high)}
            y1={y}
            y2={y}
            stroke={color}
            strokeWidth={3}
            strokeOpacity={0.5}
          />
          {paper !== undefined && <Marker shape="diamond" x={x(paper)} y={y} color={color} hollow />}
          <Marker shape={marker} x={x(value)} y={y} color={color} size={5} />
        </>
      ),
    };
  });
  const verticals = known
    .filter(({ model }) => yardsticksOf(protocol).includes(model))
    .map(({ model, value }) => ({ value, ...styleOf(model) }));
  return (
    <RowFigure
      {...{ width, rows: withWaiting(measured, views), domain, ticks: niceTicks(domain), focus, verticals }}
      tickSays={(value) => formatFigure(value, 2)}
      xLabel={words.better(metric.label, metric.lowerIsBetter)}
    />
  );
}
