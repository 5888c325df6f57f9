import * as words from '../../../words/en/compare/figures';
import { LEAST_MS, microseconds, timesOf } from '../charts/times';
import { styleOf } from '../model-style';
import { type FigureProps, withWaiting } from './figure-props';
import { Marker } from './Marker';
import { type FigureRow, RowFigure } from './RowFigure';

/** Time per learned rating, on a log axis. */
export function TimePerRating({ width, views, focus }: FigureProps) {
  const known = views.flatMap((view) => {
    const times = timesOf(view);
    return times ? [{ model: view.model, ...times }] : [];
  });
  const all = known.flatMap(({ own, withFit }) => [Math.max(LEAST_MS, own), Math.max(LEAST_MS, withFit)]);
  const low = all.length === 0 ? -4 : Math.floor(Math.log10(Math.min(...all)));
  const high = all.length === 0 ? 1 : Math.ceil(Math.log10(Math.max(...all)) + 1e-9);
  const ticks = Array.from({ length: high - low + 1 }, (_, k) => 10 ** (low + k));
  const measured = known.map(({ model, own, withFit }): FigureRow => {
    const { color, marker } = styleOf(model);
    const least = (value: number) => Math.max(LEAST_MS, value);
    return {
      model,
      says: [words.personalLearning(microseconds(own)), words.withSharedFit(microseconds(withFit))],
      draw: (x, y) => (
        <>
          <line
            x1={x(least(own))}
            x2={x(least(withFit))}
            y1={y}
            y2={y}
            stroke={color}
            strokeWidth={1.6}
            strokeDasharray="2 3"
          />
          <Marker shape={marker} x={x(least(withFit))} y={y} color={color} hollow />
          <Marker shape={marker} x={x(least(own))} y={y} color={color} size={5} />
        </>
      ),
    };
  });
  return (
    <RowFigure
      {...{
        width,
        rows: withWaiting(measured, views),
        focus,
        ticks,
        log: true,
        domain: [ticks[0], ticks[ticks.length - 1]],
      }}
      tickSays={(value) => microseconds(value)}
      xLabel={words.timePerRating}
    />
  );
}
