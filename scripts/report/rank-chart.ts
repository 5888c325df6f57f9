/** A bar of a chart. */
interface ChartRow {
  name: string;
  value: number;
  /** The 95 % interval; absent where there is none. */
  low?: number;
  high?: number;
  /** Whether it is drawn in the colour of this project's own models. */
  own: boolean;
}

/** What a chart shows. */
export interface Chart {
  title: string;
  /** Read out instead of the picture: what is drawn and how; the values follow by themselves. */
  description: string;
  rows: readonly ChartRow[];
  /** What is not drawn because it lies far away, with its value. */
  leftOut: readonly string[];
  /** Whether the best is the smallest. */
  lowerIsBetter: boolean;
  /** How a value is printed. */
  format(value: number): string;
}

const WIDTH = 760;
const LEFT = 170;
const RIGHT = 90;
const TOP = 56;
const ROW = 24;
const BOTTOM = 40;
/** Tick marks at most. */
const TICKS = 6;
const ROUNDING = 1e-9;

/** Own colours on a ground of its own, so that the text can be read whatever the page around it is like. */
const STYLE = `<style>
  text { font: 12px system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; fill: #1f2328; }
  .title { font-size: 14px; font-weight: 600; }
  .note { fill: #59636e; font-size: 11px; }
  .end { text-anchor: end; }
  .middle { text-anchor: middle; }
  .own-name { font-weight: 600; }
  .ground { fill: #ffffff; }
  .grid { stroke: #d8dee4; }
  .bar { fill: #afb8c1; }
  .own { fill: #3b6fb6; }
  .interval { stroke: #1f2328; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .note { fill: #a3adb8; }
    .ground { fill: #0d1117; }
    .grid { stroke: #30363d; }
    .bar { fill: #57606a; }
    .own { fill: #5b95e6; }
    .interval { stroke: #f0f6fc; }
  }
</style>`;

/**
 * Models in the order of their rank, the best on top, each with its value and interval, as an SVG that can be read in light
 * and in dark. Bars begin at 0; where the values lie so close together that bars would all look the same, and the axis
 * begins elsewhere, points are drawn instead, because a bar's length would mislead.
 */
export function rankChart({ title, description, rows, leftOut, lowerIsBetter, format }: Chart): string {
  const ranked = [...rows].sort((a, b) => (lowerIsBetter ? a.value - b.value : b.value - a.value));
  const lows = ranked.map(({ value, low }) => low ?? value);
  const highs = ranked.map(({ value, high }) => high ?? value);
  const [least, most] = [Math.min(...lows), Math.max(...highs)];
  const asBars = least >= 0 && least < most / 2;
  const { from, to, step } = axis(asBars ? 0 : least, most);
  const x = (value: number) => round(LEFT + ((value - from) / (to - from)) * (WIDTH - LEFT - RIGHT));
  const height = TOP + ROW * ranked.length + BOTTOM;
  const foot = TOP + ROW * ranked.length;
  const ticks = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
  const values = ranked.map(({ name, value }) => `${name} ${format(value)}`).join(', ');
  const notes = [
    lowerIsBetter ? 'lower is better' : 'higher is better',
    'lines: 95 % intervals',
    ...(asBars ? [] : [`the axis begins at ${format(from)}`]),
    ...(leftOut.length === 0 ? [] : [`far off: ${leftOut.join(', ')}`]),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(`${description} Best first: ${values}.${leftOut.length === 0 ? '' : ` Not drawn: ${leftOut.join(', ')}.`}`)}</desc>`,
    STYLE,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    `<text class="title" x="16" y="24">${escaped(title)}</text>`,
    `<text class="note" x="16" y="42">${escaped(notes.join('; '))}</text>`,
    ...ticks.flatMap((tick) => [
      `<path class="grid" d="M${x(tick)} ${TOP}V${foot}"/>`,
      `<text class="note middle" x="${x(tick)}" y="${foot + 18}">${format(tick)}</text>`,
    ]),
    ...ranked.flatMap((row, index) => drawRow(row, TOP + ROW * index, { x, asBars, format })),
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(
  { name, value, low, high, own }: ChartRow,
  top: number,
  { x, asBars, format }: { x(value: number): number; asBars: boolean; format(value: number): string },
): string[] {
  const middle = top + ROW / 2;
  const kind = own ? 'own' : 'bar';
  return [
    `<text class="end${own ? ' own-name' : ''}" x="${LEFT - 10}" y="${middle + 4}">${escaped(name)}</text>`,
    asBars
      ? `<rect class="${kind}" x="${LEFT}" y="${top + 5}" width="${round(x(value) - LEFT)}" height="${ROW - 10}"/>`
      : `<circle class="${kind}" cx="${x(value)}" cy="${middle}" r="6"/>`,
    ...(low === undefined || high === undefined
      ? []
      : [
          `<path class="interval" d="M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 4}v8M${x(high)} ${middle - 4}v8"/>`,
        ]),
    `<text class="end" x="${WIDTH - 16}" y="${middle + 4}">${format(value)}</text>`,
  ];
}

/** An axis that holds both ends, its steps 1, 2 or 5 times a power of ten. */
function axis(least: number, most: number): { from: number; to: number; step: number } {
  const span = most > least ? most - least : Math.max(Math.abs(most), 1) / 10;
  const power = 10 ** Math.floor(Math.log10(span / TICKS));
  const step = [1, 2, 5, 10].map((n) => n * power).find((size) => span / size <= TICKS - 1) ?? 10 * power;
  // A value that is a step but for its last bits begins no step of its own.
  const from = Math.floor(least / step + ROUNDING) * step;
  return { from, to: Math.max(Math.ceil(most / step - ROUNDING) * step, from + step), step };
}

/** To tenths of a pixel. */
function round(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
