/** A row of a line chart: x, and per model its value and its 95 % interval. */
export interface LineRow {
  x: number;
  [key: string]: number | [number, number] | undefined;
}

/** Merges the models' lines by x; `band:NAME` holds the interval and `n:NAME` the users. */
export function toRows(
  lines: readonly {
    model: string;
    points: readonly { x: number; users: number; value: number; low: number; high: number }[];
  }[],
): LineRow[] {
  const rows = new Map<number, LineRow>();
  for (const { model, points } of lines) {
    for (const { x, users, value, low, high } of points) {
      const row = rows.get(x) ?? { x };
      row[model] = value;
      row[`band:${model}`] = [low, high];
      row[`n:${model}`] = users;
      rows.set(x, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.x - b.x);
}

/** A span of values from 0 with some air, cut at round numbers, at 0 and at `most`; 0 to 1 where there are none. */
export function niceDomain(
  values: readonly number[],
  step = 0.05,
  most = Number.POSITIVE_INFINITY,
): [number, number] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) return [0, 1];
  const low = Math.floor((Math.min(...known) - step / 4) / step) * step;
  const high = Math.ceil((Math.max(...known) + step / 4) / step) * step;
  return [Math.max(0, Number(low.toFixed(4))), Math.min(most, Number(high.toFixed(4)))];
}

const STEPS = [1e-3, 1e-2, 1e-1, 1, 10, 100, 1000].flatMap((unit) => [unit, 2 * unit, 5 * unit]);

/** Ticks at multiples of a step that leaves four to nine of them. */
export function niceTicks([low, high]: [number, number]): number[] {
  const span = high - low;
  const step = STEPS.find((size) => span / size <= 8) ?? span / 4;
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9; k++)
    ticks.push(Number((k * step).toFixed(4)));
  return ticks;
}
