import { formatFigure } from '../../../evaluation/format';
import * as words from '../../../words/en/compare/figures';
import { mainMetric } from '../metric-words';
import { styleOf } from '../model-style';
import { niceDomain, niceTicks } from './chart-data';
import { type FigureProps, mostOf, withWaiting } from './figure-props';
import { Marker } from './Marker';
import { type FigureRow, RowFigure } from './RowFigure';

/** How the main metric spreads over users: box from quartile to quartile, whiskers 5 % to 95 %. */
export function SpreadOverUsers({ width, settings, views, focus }: FigureProps) {
  const metric = mainMetric(settings.protocol, settings.feedback);
  const known = views.flatMap(({ model, spread }) => (spread ? [{ model, spread }] : []));
  const domain = niceDomain(
    known.flatMap(({ spread }) => [spread.p5, spread.p95]),
    0.1,
    mostOf(metric),
  );
  const measured = known.map(({ model, spread }): FigureRow => {
    const { color, marker } = styleOf(model);
    return {
      model,
      says: [
        words.medianAndMean(formatFigure(spread.p50, 3), formatFigure(spread.mean, 3)),
        words.middleHalf(formatFigure(spread.p25, 3), formatFigure(spread.p75, 3)),
        words.nineTenths(formatFigure(spread.p5, 3), formatFigure(spread.p95, 3)),
        words.nUsers(spread.users),
      ],
      draw: (x, y) => (
        <>
          <line x1={x(spread.p5)} x2={x(spread.p95)} y1={y} y2={y} stroke={color} strokeWidth={1.6} />
          <rect
            x={x(spread.p25)}
            y={y - 7}
            width={Math.max(1, x(spread.p75) - x(spread.p25))}
            height={14}
            fill={color}
            fillOpacity={0.26}
            stroke={color}
          />
          <line x1={x(spread.p50)} x2={x(spread.p50)} y1={y - 9} y2={y + 9} stroke={color} strokeWidth={3} />
          <Marker shape={marker} x={x(spread.mean)} y={y} color={color} size={3.4} />
        </>
      ),
    };
  });
  return (
    <RowFigure
      {...{ width, rows: withWaiting(measured, views), domain, ticks: niceTicks(domain), focus }}
      tickSays={(value) => formatFigure(value, 2)}
      xLabel={words.ofAUser(metric.label)}
    />
  );
}
