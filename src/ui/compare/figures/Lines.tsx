import { useContext } from 'react';
import { usePlotArea } from 'recharts';
import { styleOf } from '../model-style';
import { LiveContext, type PublishedMark } from './live-lines';
import { Marker } from './Marker';

interface LinesProps {
  /** Right end of the x axis, which begins at 0. */
  xTo: number;
  /** Both ends of the y axis. */
  yFrom: number;
  yTo: number;
}

/**
 * The lines, bands and marks as plain paths in the chart's plot area. A chart library's own line is a component with a
 * store and an animation each; a dozen of them, redrawn while a run goes on, would cost the page more than a frame.
 */
export function Lines({ xTo, yFrom, yTo }: LinesProps) {
  const area = usePlotArea();
  const live = useContext(LiveContext);
  if (!area || !live) return null;
  const { rows, banded, focus, markers, marks } = live;
  const models = focus ? [...live.models.filter((model) => model !== focus), focus] : live.models;
  const x = (value: number) => area.x + (value / xTo) * area.width;
  const y = (value: number) =>
    area.y + area.height * (1 - (Math.min(yTo, Math.max(yFrom, value)) - yFrom) / (yTo - yFrom));
  const pointsOf = (model: string) =>
    rows.flatMap((row) => {
      const value = row[model];
      const band = row[`band:${model}`];
      return typeof value === 'number' && Array.isArray(band) ? [{ x: x(row.x), value, band }] : [];
    });
  return (
    <g>
      <PublishedMarks
        marks={marks}
        x={[area.x, area.x + area.width]}
        y={y}
        within={[area.y, area.y + area.height]}
      />
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

/** Least distance of two lines of text, in pixels. */
const LINE = 13;

/** Places for lines of text that want to stand at some heights, ascending, so that none covers another. */
function spacedOut(wanted: readonly number[], [from, to]: readonly [number, number]): number[] {
  const places: number[] = [];
  for (const y of wanted) places.push(Math.max(y, from, (places.at(-1) ?? -Infinity) + LINE));
  for (let n = places.length - 1; n >= 0; n--) {
    places[n] = Math.min(places[n], n === places.length - 1 ? to : places[n + 1] - LINE);
  }
  return places;
}

interface PublishedMarksProps {
  marks: readonly PublishedMark[];
  /** Left and right end of the plot, and its upper and lower one, in pixels. */
  x: readonly [number, number];
  within: readonly [number, number];
  y: (value: number) => number;
}

/** Dotted lines over the whole plot; what they are stands beside it, where no curve runs. */
function PublishedMarks({ marks, x: [left, right], within, y }: PublishedMarksProps) {
  const sorted = [...marks].sort((a, b) => b.value - a.value);
  const places = spacedOut(
    sorted.map(({ value }) => y(value)),
    within,
  );
  return sorted.map(({ model, value, label }, n) => {
    const { color, marker } = styleOf(model);
    return (
      <g key={model}>
        <line
          x1={left}
          x2={right}
          y1={y(value)}
          y2={y(value)}
          stroke={color}
          strokeDasharray="2 6"
          strokeWidth={1.4}
        />
        <line x1={right} x2={right + 8} y1={y(value)} y2={places[n]} stroke={color} strokeWidth={1} />
        <Marker shape={marker} x={right + 14} y={places[n]} color={color} size={4} hollow />
        <text x={right + 22} y={places[n] + 4} fill={color} fontSize={11}>
          {label}
        </text>
      </g>
    );
  });
}
