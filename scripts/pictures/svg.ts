/** Width of every picture, in its own units: pixels where a page shows it as large as it is. */
export const WIDTH = 800;

const STYLE = `
  text { font: 13px system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; fill: #1f2328; }
  .strong { font-weight: 600; }
  .dim { fill: #59636e; }
  .middle { text-anchor: middle; }
  .end { text-anchor: end; }
  .ground { fill: #ffffff; }
  .box { fill: #eef1f4; stroke: #c5ccd3; }
  .off { fill: #ffffff; stroke: #c5ccd3; }
  .on { fill: #3b6fb6; stroke: #3b6fb6; }
  .like { fill: #1f7a4d; stroke: #1f7a4d; }
  .start { fill: #8a7f6b; stroke: #8a7f6b; }
  .together { fill: #b5672a; stroke: #b5672a; }
  .onset { fill: #ffffff; }
  .line { stroke: #59636e; fill: none; }
  .head { fill: #59636e; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .dim { fill: #a3adb8; }
    .ground { fill: #0d1117; }
    .box { fill: #1c232c; stroke: #3d4752; }
    .off { fill: #0d1117; stroke: #4a5562; }
    .on { fill: #79b0ff; stroke: #79b0ff; }
    .like { fill: #4cc38a; stroke: #4cc38a; }
    .start { fill: #a3977f; stroke: #a3977f; }
    .together { fill: #e8954f; stroke: #e8954f; }
    .onset { fill: #0d1117; }
    .line { stroke: #a3adb8; }
    .head { fill: #a3adb8; }
  }
`;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** One decimal is finer than a screen. */
const rounded = (value: number) => String(Math.round(value * 10) / 10);

/** Words that begin at x, or stand as the class says ("middle", "end"). @param y of the line they stand on */
export function text(x: number, y: number, words: string, kind = ''): string {
  return `<text x="${rounded(x)}" y="${rounded(y)}" class="${kind}">${escaped(words)}</text>`;
}

/** A box. @param kind a class of `STYLE` */
export function box(x: number, y: number, width: number, height: number, kind: string): string {
  return `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" rx="2" class="${kind}"/>`;
}

/** Squares in rows, each of the kind that is given for it. @returns with the height they take */
export function squares(
  kinds: readonly string[],
  { x, y, size, step, each }: { x: number; y: number; size: number; step: number; each: number },
): { shapes: string[]; height: number } {
  const shapes = kinds.map((kind, k) =>
    box(x + (k % each) * step, y + Math.floor(k / each) * step, size, size, kind),
  );
  return { shapes, height: Math.ceil(kinds.length / each) * step };
}

/** An arrow to the right, or a bow to the right where both ends differ in height. */
export function arrow(x: number, y: number, toX: number, toY = y): string {
  const middle = (x + toX) / 2;
  const way = `M${rounded(x)} ${rounded(y)}C${rounded(middle)} ${rounded(y)} ${rounded(middle)} ${rounded(toY)} ${rounded(toX - 6)} ${rounded(toY)}`;
  const head = `M${rounded(toX)} ${rounded(toY)}l-8 -4v8z`;
  return `<path d="${way}" class="line"/><path d="${head}" class="head"/>`;
}

/** A whole picture. @param label says it in words, for who does not see it */
export function picture(height: number, label: string, shapes: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${rounded(height)}" width="${WIDTH}" height="${rounded(height)}" role="img" aria-label="${escaped(label)}">`,
    `<style>${STYLE}</style>`,
    `<rect width="100%" height="100%" class="ground"/>`,
    ...shapes,
    '</svg>\n',
  ].join('\n');
}
