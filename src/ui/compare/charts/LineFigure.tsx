import {
  Area,
  CartesianGrid,
  ComposedChart,
  ReferenceLine,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
} from 'recharts';
import { formatFigure } from '../../../evaluation/format';
import { styleOf } from '../model-style';
import { ChartTooltip } from './ChartTooltip';
import { type LineRow, niceDomain, niceTicks } from './chart-data';
import { Marker } from './Marker';

export interface LineFigureProps {
  width: number;
  height: number;
  rows: LineRow[];
  models: readonly string[];
  /** Models whose 95 % band is drawn. */
  banded: readonly string[];
  focus: string | null;
  xLabel: string;
  yLabel: string;
  /** Where the ticks of x stand and what they say; left out for a plain numeric axis. */
  xTicks?: { at: number[]; says: (x: number) => string };
  tooltipTitle: (x: number) => string;
  lowerIsBetter: boolean;
  /** Figures from elsewhere, as horizontal marks. */
  marks: readonly { value: number; label: string; color: string }[];
  markers: boolean;
}

/** Lines over a numeric axis, with bands for some: the one form that both line charts share. */
export function LineFigure(props: LineFigureProps) {
  const { width, height, rows, models, banded, focus, xTicks, lowerIsBetter, marks } = props;
  const values = rows.flatMap((row) =>
    models.map((model) => row[model]).filter((v) => typeof v === 'number'),
  );
  const bands = rows.flatMap((row) =>
    banded.flatMap((model) => (row[`band:${model}`] as number[] | undefined) ?? []),
  );
  // The first few users say little and swing far; they do not set the scale.
  const late = rows.length > 12 ? bands.slice(Math.floor(bands.length / 4)) : bands;
  const domain = niceDomain([...values, ...late, ...marks.map(({ value }) => value)]);
  const [xFrom, xTo] = [0, Math.max(1, xTicks ? xTicks.at.length - 1 : (rows.at(-1)?.x ?? 1))];
  const ordered = focus ? [...models.filter((model) => model !== focus), focus] : models;
  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: 10, right: 14, bottom: 22, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[xFrom, xTo]}
        ticks={xTicks?.at ?? niceTicks([xFrom, xTo])}
        interval={0}
        tickFormatter={xTicks?.says}
        tick={{ fill: 'var(--mantine-color-dimmed)', fontSize: 12 }}
        stroke="var(--line)"
        label={{
          value: props.xLabel,
          position: 'insideBottom',
          offset: -14,
          fill: 'var(--mantine-color-dimmed)',
          fontSize: 12,
        }}
      />
      <YAxis
        domain={domain}
        ticks={niceTicks(domain)}
        interval={0}
        allowDataOverflow
        width={54}
        tickFormatter={(value: number) => formatFigure(value, 2)}
        tick={{ fill: 'var(--mantine-color-dimmed)', fontSize: 12 }}
        stroke="var(--line)"
        label={{
          value: props.yLabel,
          angle: -90,
          position: 'insideLeft',
          offset: 6,
          style: { textAnchor: 'middle' },
          fill: 'var(--mantine-color-dimmed)',
          fontSize: 12,
        }}
      />
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        cursor={{ stroke: 'var(--mantine-color-dimmed)', strokeDasharray: '2 3' }}
        content={({ active, payload }) => (
          <ChartTooltip
            active={active}
            payload={payload as readonly { payload?: LineRow }[]}
            models={models}
            title={props.tooltipTitle}
            lowerIsBetter={lowerIsBetter}
          />
        )}
      />
      {marks.map(({ value, label, color }) => (
        <ReferenceLine
          key={label}
          y={value}
          stroke={color}
          strokeDasharray="2 6"
          strokeWidth={1.4}
          label={{ value: label, position: 'insideBottomRight', fill: color, fontSize: 11 }}
        />
      ))}
      <Area
        dataKey="x"
        stroke="none"
        fill="none"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
        legendType="none"
      />
      <Lines
        {...{ rows, models: ordered, banded, focus, markers: props.markers, from: [xFrom, xTo], domain }}
      />
    </ComposedChart>
  );
}

interface LinesProps {
  rows: readonly LineRow[];
  models: readonly string[];
  banded: readonly string[];
  focus: string | null;
  markers: boolean;
  from: [number, number];
  domain: [number, number];
}

/**
 * The lines and bands as plain paths in the chart's plot area. A chart library's own line is a component with a store
 * and an animation each; a dozen of them, redrawn while a run goes on, would cost the page more than a frame.
 */
function Lines({
  rows,
  models,
  banded,
  focus,
  markers,
  from: [xFrom, xTo],
  domain: [low, high],
}: LinesProps) {
  const area = usePlotArea();
  if (!area) return null;
  const x = (value: number) => area.x + ((value - xFrom) / (xTo - xFrom)) * area.width;
  const y = (value: number) =>
    area.y + area.height * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low));
  const pointsOf = (model: string) =>
    rows.flatMap((row) => {
      const value = row[model];
      const band = row[`band:${model}`];
      return typeof value === 'number' && Array.isArray(band) ? [{ x: x(row.x), value, band }] : [];
    });
  return (
    <g>
      {banded.map((model) => {
        const points = pointsOf(model);
        const upper = points.map((point) => `${point.x.toFixed(1)} ${y(point.band[1]).toFixed(1)}`);
        const lower = points.map((point) => `${point.x.toFixed(1)} ${y(point.band[0]).toFixed(1)}`).reverse();
        if (points.length < 2) return null;
        return (
          <path
            key={model}
            d={`M${[...upper, ...lower].join('L')}Z`}
            fill={styleOf(model).color}
            fillOpacity={0.15}
          />
        );
      })}
      {models.map((model) => {
        const { color, dash, marker } = styleOf(model);
        const points = pointsOf(model);
        if (points.length === 0) return null;
        return (
          <g key={model} opacity={focus && model !== focus ? 0.4 : 1}>
            <path
              d={`M${points.map((point) => `${point.x.toFixed(1)} ${y(point.value).toFixed(1)}`).join('L')}`}
              fill="none"
              stroke={color}
              strokeWidth={model === focus ? 3.2 : 1.9}
              strokeDasharray={dash}
              strokeLinejoin="round"
            />
            {(markers ? points : points.slice(-1)).map((point) => (
              <Marker key={point.x} shape={marker} x={point.x} y={y(point.value)} size={3.6} color={color} />
            ))}
          </g>
        );
      })}
    </g>
  );
}
