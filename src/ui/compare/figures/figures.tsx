import { formatFigure } from '../../../evaluation/format';
import { type CompareSettings, yardsticksOf } from '../../../state/compare/settings';
import type { ModelView } from '../../../worker/contract';
import { LEAST_MS, microseconds, timesOf } from '../charts/times';
import { styleOf } from '../model-style';
import { mainMetric, publishedFigure } from '../words';
import { niceDomain, niceTicks, toRows } from './chart-data';
import { LineFigure } from './LineFigure';
import { Marker } from './Marker';
import { type FigureRow, RowFigure } from './RowFigure';

export { LineFigure } from './LineFigure';

/** What every figure is given. */
export interface FigureProps {
  width: number;
  settings: CompareSettings;
  /** Models that are shown, in the order of the legend. */
  views: readonly ModelView[];
  focus: string | null;
  /** Whether every model's band is drawn, or only those in focus. */
  allBands: boolean;
}

const LINE_HEIGHT = 340;
/** Drawn with their bands where not all are: what this project is about. */
const MAIN_MODELS = ['wnn', 'hybrid'];

/** Shares, chances and gains end at 1; errors do not end. */
function mostOf({ lowerIsBetter }: { lowerIsBetter: boolean }): number {
  return lowerIsBetter ? Number.POSITIVE_INFINITY : 1;
}

function bandedOf({ views, focus, allBands }: FigureProps): string[] {
  const names = views.map(({ model }) => model);
  if (allBands) return names;
  return names.filter((name) => (focus ? name === focus : MAIN_MODELS.includes(name)));
}

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
    return value === undefined
      ? []
      : [{ value, label: `${model}, published ${formatFigure(value, 3)}`, color: styleOf(model).color }];
  });
  return (
    <LineFigure
      width={props.width}
      height={LINE_HEIGHT}
      rows={toRows(lines)}
      models={views.map(({ model }) => model)}
      banded={bandedOf(props)}
      focus={props.focus}
      xLabel="users measured"
      yLabel={metric.label}
      tooltipTitle={(x) => `after ${x} users`}
      lowerIsBetter={metric.lowerIsBetter}
      most={mostOf(metric)}
      marks={marks}
      markers={false}
    />
  );
}

/** A row for a system of which there is nothing to draw yet: its place is kept, so that no other row jumps. */
function withWaiting(rows: FigureRow[], views: FigureProps['views']): FigureRow[] {
  const known = new Set(rows.map(({ model }) => model));
  const waiting = views.filter(({ model }) => !known.has(model));
  return [...rows, ...waiting.map(({ model }) => ({ model, says: ['not measured yet'], draw: () => null }))];
}

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
        `${metric.label} ${formatFigure(value)}, 95 % [${formatFigure(interval.low)}, ${formatFigure(interval.high)}] (${interval.method === 'bootstrap' ? 'bootstrap over users' : 'normal approximation, so far'})`,
        `n = ${Math.round(line.users)} users, ${Math.round(line.ratings).toLocaleString('en')} test ratings`,
        ...(paper === undefined
          ? []
          : [`published: ${formatFigure(paper, 3)}, on other data (270,000 users)`]),
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
      xLabel={`${metric.label} (${metric.lowerIsBetter ? 'lower' : 'higher'} is better)`}
    />
  );
}

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
      xLabel="ratings learned"
      yLabel={`${metric.label} of all later ratings`}
      xTicks={{ at: steps.map((_, index) => index), says: (index) => String(steps[index] ?? '') }}
      tooltipTitle={(index) => `after ${steps[index]} ratings`}
      lowerIsBetter={metric.lowerIsBetter}
      most={mostOf(metric)}
      marks={[]}
      markers
    />
  );
}

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
        `median ${formatFigure(spread.p50, 3)}, mean ${formatFigure(spread.mean, 3)}`,
        `middle half ${formatFigure(spread.p25, 3)} to ${formatFigure(spread.p75, 3)}`,
        `5 % to 95 %: ${formatFigure(spread.p5, 3)} to ${formatFigure(spread.p95, 3)}`,
        `n = ${spread.users} users`,
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
      xLabel={`${metric.label} of a user`}
    />
  );
}

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
      says: [
        `personal learning: ${microseconds(own)} a rating`,
        `with the shared fit dealt out: ${microseconds(withFit)} a rating`,
      ],
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
      xLabel="time per learned rating"
    />
  );
}
