// Draws docs/images/architecture.svg from the imports of src/: npm run architecture
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './child.mjs';
import { ABOUT, LAYERS, layerOf, ROOMS, roomOf } from './layers.mjs';
import { isMain, runMain } from './main.mjs';
import { filesBelow, isModule, readGraph } from './source-graph.mjs';

/** Where the picture is kept. */
export const PICTURE = join(ROOT, 'docs/images/architecture.svg');

/**
 * A panel is a stack of boxes, the highest layer first; each arrow goes straight down in a lane of its own, from the box
 * that imports to the one that is imported. Lengths are in pixels of a picture 1000 wide.
 * @typedef {{ id: string, name: string, about: string }} Box
 * @typedef {{ from: string, to: string, imports: number }} Arrow boxes by id, and how many imports there are
 * @typedef {{ title: string, boxes: Box[], arrows: Arrow[], x: number, y: number, width: number, textWidth: number }} Panel
 */

const WIDTH = 1000;
const MARGIN = 16;
const BOX = { height: 40, gap: 18 };
const HEAD_HEIGHT = 34;
/** The entry, which is in no layer. */
const ENTRY = 'main.tsx';

const STYLE = `
  text { font: 12px system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; fill: #1f2328; }
  .title { font-size: 14px; font-weight: 600; }
  .name { font-size: 14px; font-weight: 600; }
  .about { fill: #59636e; }
  .count { font-size: 11px; text-anchor: middle; }
  .ground { fill: #ffffff; }
  .box { fill: #eef1f4; stroke: #c5ccd3; }
  .line { stroke: #3b6fb6; fill: none; }
  .head { fill: #3b6fb6; }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .about { fill: #a3adb8; }
    .ground { fill: #0d1117; }
    .box { fill: #1c232c; stroke: #3d4752; }
    .line { stroke: #79b0ff; }
    .head { fill: #79b0ff; }
  }
`;

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param {number} value */
const rounded = (value) => String(Math.round(value * 10) / 10);

/**
 * Sums imports between groups of files; those within a group are left out.
 * @param {{ from: string, to: string }[]} imports between files
 * @param {(path: string) => string | undefined} groupOf
 * @returns {Arrow[]}
 */
function arrowsBetween(imports, groupOf) {
  /** @type {Map<string, Arrow>} */
  const arrows = new Map();
  for (const { from: fromPath, to: toPath } of imports) {
    const [from, to] = [groupOf(fromPath), groupOf(toPath)];
    if (!from || !to || from === to) continue;
    const key = `${from} > ${to}`;
    const arrow = arrows.get(key) ?? { from, to, imports: 0 };
    arrow.imports++;
    arrows.set(key, arrow);
  }
  return [...arrows.values()];
}

/** @param {Panel} panel @returns {number} its height */
const heightOf = ({ boxes }) => HEAD_HEIGHT + boxes.length * (BOX.height + BOX.gap) - BOX.gap;

/**
 * @param {number} x
 * @param {number} start
 * @param {number} end
 * @param {number} imports
 */
function drawArrow(x, start, end, imports) {
  const width = Math.min(5, 0.8 + Math.sqrt(imports) / 2.5);
  const half = rounded(3 + width / 2);
  // An arrow upwards is one that the table of rooms forbids; it shows as what it is.
  const down = end > start;
  const head = down ? 8 : -8;
  return [
    `<path class="line" stroke-width="${rounded(width)}" d="M${x} ${start}V${end - head}"/>`,
    `<path class="head" d="M${x} ${end}l-${half} ${-head}h${rounded(6 + width)}z"/>`,
    `<text class="count" x="${x}" y="${down ? start - 6 : start + 14}">${imports}</text>`,
  ];
}

/** @param {Panel} panel @returns {string[]} its elements */
function drawPanel({ title, boxes, arrows, x, y, width, textWidth }) {
  const places = new Map(boxes.map(({ id }, index) => [id, index]));
  /** @param {string} id */
  const top = (id) => y + HEAD_HEIGHT + (places.get(id) ?? 0) * (BOX.height + BOX.gap);
  const sorted = [...arrows].sort(
    (a, b) => top(a.from) - top(b.from) || top(a.to) - top(b.to) || (a.to < b.to ? -1 : 1),
  );
  const lane = (width - textWidth) / Math.max(1, sorted.length);
  return [
    `<text class="title" x="${x}" y="${y + 16}">${escaped(title)}</text>`,
    ...boxes.flatMap(({ id, name, about }) => [
      `<rect class="box" x="${x}" y="${top(id)}" width="${width}" height="${BOX.height}" rx="6"/>`,
      `<text class="name" x="${x + 12}" y="${top(id) + 17}">${escaped(name)}</text>`,
      `<text class="about" x="${x + 12}" y="${top(id) + 33}">${escaped(about)}</text>`,
    ]),
    ...sorted.flatMap(({ from, to, imports }, index) => {
      const at = Number(rounded(x + textWidth + lane * (index + 0.5)));
      const down = top(to) > top(from);
      const end = down ? top(to) : top(to) + BOX.height;
      return drawArrow(at, down ? top(from) + BOX.height : top(from), end, imports);
    }),
  ];
}

/** @param {string} root the project's folder @returns {Panel[]} the layers, and the rooms of those that have several */
function panelsOf(root) {
  const { arrows } = readGraph(root);
  const files = filesBelow(root).filter(isModule);
  /** @param {string} path */
  const layer = (path) => {
    const room = roomOf(path);
    return room ? layerOf(room) : path === `src/${ENTRY}` ? ENTRY : undefined;
  };
  /** @param {number} count */
  const modules = (count) => (count === 1 ? '1 module' : `${count} modules`);
  /** @param {string} id @param {string} name @param {(path: string) => string | undefined} groupOf @returns {Box} */
  const box = (id, name, groupOf) => {
    const count = files.filter((path) => groupOf(path) === id).length;
    return { id, name, about: `${ABOUT[id]}; ${modules(count)}` };
  };
  const layers = [...LAYERS, ENTRY].reverse();
  /** @type {Panel} */
  const whole = {
    title: 'Layers: an arrow goes from what imports to what is imported, with the number of imports',
    boxes: layers.map((id) => box(id, id === ENTRY ? ENTRY : `${id}/`, layer)),
    arrows: arrowsBetween(arrows, layer),
    ...{ x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, textWidth: 300 },
  };
  const inner = LAYERS.filter((name) => !ROOMS.includes(name)).reverse();
  let left = MARGIN;
  return [
    whole,
    ...inner.map((name) => {
      const rooms = ROOMS.filter((room) => layerOf(room) === name).reverse();
      // As wide as there are rooms: the more rooms, the more arrows.
      const share = rooms.length / ROOMS.filter((room) => inner.includes(layerOf(room))).length;
      const width = Math.round((WIDTH - (inner.length + 1) * MARGIN) * share);
      const x = left;
      left += width + MARGIN;
      return {
        title: `Rooms of ${name}/`,
        boxes: rooms.map((id) => box(id, id.slice(name.length + 1), roomOf)),
        arrows: arrowsBetween(arrows, (path) => (layer(path) === name ? roomOf(path) : undefined)),
        ...{ x, y: 2 * MARGIN + heightOf(whole), width, textWidth: 205 },
      };
    }),
  ];
}

/**
 * @param {string} root the project's folder
 * @returns {string} the picture, the same for the same imports
 */
export function drawArchitecture(root) {
  const panels = panelsOf(root);
  const height = MARGIN + Math.max(...panels.map((panel) => panel.y + heightOf(panel)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    '<title>What imports what in Weightless, layer by layer</title>',
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    ...panels.flatMap(drawPanel),
    '</svg>\n',
  ].join('\n');
}

/** @returns {boolean} whether the picture that is kept shows the imports as they are */
export function isPictureCurrent() {
  return readFileSync(PICTURE, 'utf8') === drawArchitecture(ROOT);
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    writeFileSync(PICTURE, drawArchitecture(ROOT));
    return 0;
  });
}
