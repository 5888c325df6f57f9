import { type ReactNode, useState } from 'react';
import { styleOf } from '../model-style';
import figure from './figure.module.css';
import styles from './RowFigure.module.css';

/** One model's row in a chart whose rows are models. */
export interface FigureRow {
  model: string;
  /** Draws the row's data; `x` turns a value into pixels, `y` is the middle of the row. */
  draw: (x: (value: number) => number, y: number) => ReactNode;
  /** Lines of the tooltip. */
  says: readonly string[];
}

/** What a chart with a row for each model shows; width in pixels, values in the unit of the axis. */
export interface RowFigureProps {
  width: number;
  rows: readonly FigureRow[];
  domain: [number, number];
  ticks: number[];
  tickSays: (value: number) => string;
  log?: boolean;
  xLabel: string;
  focus: string | null;
  /** Drawn below the rows, over the whole height. */
  verticals?: readonly { value: number; color: string; dash?: string }[];
}

const ROW_HEIGHT = 27;
const TOP = 6;
const RIGHT = 18;
const BOTTOM = 42;
const NAMES_WIDTH = 132;
/** Room for what a tick says; where there is less, only some of the ticks say it. */
const TICK_WIDTH = 44;

/**
 * Rows of models over one value axis, linear or logarithmic. Drawn by hand: a chart library's axes for this form take
 * longer than a frame for each redraw, and the page must stay calm while a run goes on.
 */
export function RowFigure(props: RowFigureProps) {
  const { width, rows, domain, ticks, tickSays, log = false, xLabel, focus, verticals = [] } = props;
  const [shown, setShown] = useState<string | null>(null);
  const told = rows.find(({ model }) => model === shown);
  const bottom = TOP + rows.length * ROW_HEIGHT;
  const right = Math.max(NAMES_WIDTH + 40, width - RIGHT);
  const place = log ? Math.log10 : (value: number) => value;
  const [low, high] = domain.map(place);
  const x = (value: number) =>
    NAMES_WIDTH + ((place(value) - low) / (high - low || 1)) * (right - NAMES_WIDTH);
  const every = Math.ceil((TICK_WIDTH * ticks.length) / (right - NAMES_WIDTH));
  return (
    <div className={styles.rows}>
      <svg width={width} height={bottom + BOTTOM} aria-hidden="true" onPointerLeave={() => setShown(null)}>
        {ticks.map((tick, index) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={TOP} y2={bottom + 4} stroke="var(--line)" />
            {index % every === 0 && (
              <text x={x(tick)} y={bottom + 17} className={figure.tick} textAnchor="middle">
                {tickSays(tick)}
              </text>
            )}
          </g>
        ))}
        <text x={(NAMES_WIDTH + right) / 2} y={bottom + 36} className={figure.tick} textAnchor="middle">
          {xLabel}
        </text>
        {verticals.map(({ value, color, dash }) => (
          <line
            key={`${color} ${value}`}
            {...{ x1: x(value), x2: x(value), y1: TOP, y2: bottom }}
            stroke={color}
            strokeWidth={1.6}
            strokeDasharray={dash}
          />
        ))}
        {rows.map(({ model, draw }, index) => {
          const y = TOP + (index + 0.5) * ROW_HEIGHT;
          return (
            <g
              key={model}
              opacity={focus && focus !== model ? 0.45 : 1}
              onPointerEnter={() => setShown(model)}
            >
              <rect x={0} y={y - ROW_HEIGHT / 2} width={width} height={ROW_HEIGHT} fill="transparent" />
              <text x={NAMES_WIDTH - 10} y={y + 4} className={styles.name} textAnchor="end">
                {model}
              </text>
              {draw(x, y)}
            </g>
          );
        })}
      </svg>
      {told && (
        <div className={`${figure.tooltip} ${styles.told}`}>
          <strong style={{ color: styleOf(told.model).color }}>{told.model}</strong>
          {told.says.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
    </div>
  );
}
