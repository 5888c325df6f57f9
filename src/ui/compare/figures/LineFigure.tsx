import { useContext, useMemo } from 'react';
import { CartesianGrid, ComposedChart, Tooltip, usePlotArea, XAxis, YAxis } from 'recharts';
import { formatFigure } from '../../../evaluation/format';
import { ChartTooltip } from './ChartTooltip';
import { type LineRow, niceDomain, niceTicks } from './chart-data';
import figure from './figure.module.css';
import { Lines } from './Lines';
import { LiveContext, type PublishedMark } from './live-lines';

/** What a line chart shows; width and height in pixels, values in the metric's own unit. */
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
  /** What no value can exceed. */
  most?: number;
  /** Figures from elsewhere, as horizontal marks, named beside the plot. */
  marks: readonly PublishedMark[];
  markers: boolean;
}

/**
 * Lines over a numeric axis, with bands for some: the one form that both line charts share. The chart library draws a
 * frame and finds the place that is pointed at; a redraw of it costs the page up to a frame or two, so it is redrawn only
 * when the frame changes. The lines follow through a context.
 */
export function LineFigure(props: LineFigureProps) {
  const { width, height, rows, models, banded, focus, xTicks, marks, markers, xLabel, yLabel } = props;
  const { tooltipTitle, lowerIsBetter, most } = props;
  const values = rows.flatMap((row) =>
    models.map((model) => row[model]).filter((v) => typeof v === 'number'),
  );
  const bands = rows.flatMap((row) =>
    banded.flatMap((model) => (row[`band:${model}`] as number[] | undefined) ?? []),
  );
  // The first few users say little and swing far; they do not set the scale.
  const late = rows.length > 12 ? bands.slice(Math.floor(bands.length / 4)) : bands;
  const [yFrom, yTo] = niceDomain([...values, ...late, ...marks.map(({ value }) => value)], 0.05, most);
  const xTo = Math.max(1, xTicks ? xTicks.at.length - 1 : (rows.at(-1)?.x ?? 1));
  const xSays = xTicks?.at.map(xTicks.says).join('|');
  const stops = stopsOf(rows, models).join('|');
  const right = marks.length > 0 ? BESIDE : MARGIN.right;
  const frame = useMemo(
    () => <Frame {...{ width, height, xTo, xSays, yFrom, yTo, xLabel, yLabel, stops, right }} />,
    [width, height, xTo, xSays, yFrom, yTo, xLabel, yLabel, stops, right],
  );
  const live = useMemo(
    () => ({ rows, models, banded, focus, markers, marks, tooltipTitle, lowerIsBetter }),
    [rows, models, banded, focus, markers, marks, tooltipTitle, lowerIsBetter],
  );
  return <LiveContext value={live}>{frame}</LiveContext>;
}

/** Where a pointer can stop: the places of the longest line, which a line still on its way does not add to. */
function stopsOf(rows: readonly LineRow[], models: readonly string[]): number[] {
  const places = models.map((model) => rows.filter((row) => row[model] !== undefined).map(({ x }) => x));
  return places.reduce((longest, own) => (own.length > longest.length ? own : longest), []);
}

interface FrameProps {
  width: number;
  height: number;
  xTo: number;
  /** What the ticks of x say where they are not numbers, separated by "|"; so they can be told from others by value. */
  xSays: string | undefined;
  yFrom: number;
  yTo: number;
  xLabel: string;
  yLabel: string;
  /** Places of x at which the tooltip stops, separated by "|". */
  stops: string;
  /** Room to the right of the plot, in pixels. */
  right: number;
}

const MARGIN = { top: 10, right: 14, bottom: 22, left: 0 };
/** Room for what is named beside the plot. */
const BESIDE = 92;
/** The library hides a tooltip to which none of its own lines contributes; ours is empty where it says nothing. */
const SHOWN = { visibility: 'visible' } as const;
const CURSOR = { stroke: 'var(--mantine-color-dimmed)', strokeDasharray: '2 3' };

/** Axes, grid and tooltip. */
function Frame({ width, height, xTo, xSays, yFrom, yTo, xLabel, yLabel, stops, right }: FrameProps) {
  const says = xSays?.split('|');
  const data = stops === '' ? [] : stops.split('|').map((x) => ({ x: Number(x) }));
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      margin={{ ...MARGIN, right }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="x"
        type="number"
        domain={[0, xTo]}
        ticks={says ? says.map((_, index) => index) : niceTicks([0, xTo])}
        interval={0}
        tick={({ x, y, payload }) => (
          <text x={x} y={Number(y) + 9} className={figure.tick} textAnchor="middle">
            {says?.[payload.value] ?? payload.value}
          </text>
        )}
        stroke="var(--line)"
      />
      <YAxis
        domain={[yFrom, yTo]}
        ticks={niceTicks([yFrom, yTo])}
        interval={0}
        allowDataOverflow
        width={54}
        tick={({ x, y, payload }) => (
          <text x={x} y={Number(y) + 4} className={figure.tick} textAnchor="end">
            {formatFigure(payload.value, 2)}
          </text>
        )}
        stroke="var(--line)"
      />
      <Tooltip
        isAnimationActive={false}
        filterNull={false}
        cursor={CURSOR}
        wrapperStyle={SHOWN}
        content={({ active, label }) => <LiveTooltip x={active ? Number(label) : undefined} />}
      />
      <AxisNames {...{ xLabel, yLabel, height }} />
      <Lines {...{ xTo, yFrom, yTo }} />
    </ComposedChart>
  );
}

/** What the axes are; the library would measure such a text in the page's layout before it places it. */
function AxisNames({ xLabel, yLabel, height }: Pick<FrameProps, 'xLabel' | 'yLabel' | 'height'>) {
  const area = usePlotArea();
  if (!area) return null;
  const middle = area.y + area.height / 2;
  return (
    <g>
      <text x={area.x + area.width / 2} y={height - 12} className={figure.tick} textAnchor="middle">
        {xLabel}
      </text>
      <text
        x={14}
        y={middle}
        className={figure.tick}
        textAnchor="middle"
        transform={`rotate(-90 14 ${middle})`}
      >
        {yLabel}
      </text>
    </g>
  );
}

function LiveTooltip({ x }: { x: number | undefined }) {
  const live = useContext(LiveContext);
  const row = live?.rows.find((candidate) => candidate.x === x);
  if (!live || !row) return null;
  const { models, tooltipTitle, lowerIsBetter } = live;
  return <ChartTooltip {...{ row, models, lowerIsBetter }} title={tooltipTitle(row.x)} />;
}
