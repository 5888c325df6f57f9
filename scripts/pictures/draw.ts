import { crc32 } from '../../src/lib/hash';
import { viewNetwork } from '../../src/wnn/inspect/network-view';
import { NO_CELL } from '../../src/wnn/network/node-bank';
import { hasBit, type RetinaFamily } from '../../src/wnn/network/retina';
import { COUNT, DISLIKES, LIKES, STRIDE } from '../../src/wnn/personal/memory';
import type { PersonalModel } from '../../src/wnn/personal/personal-model';
import { cellOf, type Example, type Film, modelOf, readExample } from './example';
import { arrow, box, picture, squares, text, WIDTH } from './svg';

const MARGIN = 16;

const named = ({ title, year }: Film) => `${title} (${year})`;

const FAMILIES: readonly [RetinaFamily, string][] = [
  ['genre', 'genres'],
  ['year', 'year'],
  ['runtime', 'length'],
  ['quality', 'rated by most'],
  ['fame', 'how known'],
  ['language', 'language'],
  ['keyword', 'keywords'],
];

/** A film as bits, family by family. */
function drawBits({ network: { retina }, cast: { liked } }: Example): string {
  const shapes = [text(MARGIN, 28, named(liked), 'strong')];
  let y = 48;
  for (const [family, name] of FAMILIES) {
    const bits = retina.bits.flatMap((bit, b) => (bit.family === family ? [{ ...bit, b }] : []));
    const set = bits.filter(({ b }) => hasBit(retina, liked.item, b));
    const row = { x: 124, y, size: 11, step: 15, each: 40 };
    const kinds = bits.map(({ b }) => (hasBit(retina, liked.item, b) ? 'on' : 'off'));
    const { shapes: drawn, height } = squares(kinds, row);
    shapes.push(text(MARGIN, y + 10, name), ...drawn);
    // Of a thermometer the highest step that is reached says all.
    const told = bits.some(({ atLeast }) => atLeast !== undefined) ? set.slice(-1) : set;
    const words = told.map(({ label }) => label).join(', ') || 'none of these';
    if (family === 'keyword') shapes.push(text(124, y + height + 12, words, 'dim'));
    else shapes.push(text(124 + bits.length * row.step + 8, y + 10, words, 'dim'));
    y += height + 11;
  }
  const set = retina.bits.filter((_, b) => hasBit(retina, liked.item, b)).length;
  shapes.push(
    text(
      MARGIN,
      y + 26,
      `${retina.bits.length} bits, ${set} of them set. Every film has the same bits in the same order.`,
    ),
  );
  return picture(
    y + 42,
    `${named(liked)} as ${retina.bits.length} yes-or-no facts, ${set} of them yes.`,
    shapes,
  );
}

/** One node: the bits it reads of four films, and the cells they lead to. */
function drawNode(example: Example): string {
  const { network, cast, node } = example;
  const { retina, tuples, bank } = network;
  const bits = [...tuples[node].bits];
  const at = (k: number) => 268 + k * 76;
  const shapes = [
    text(MARGIN, 28, `A node that reads ${bits.length} bits`, 'strong'),
    text(692, 28, 'leads to', 'dim'),
  ];
  for (const [k, bit] of bits.entries())
    shapes.push(text(at(k) + 14, 56, retina.bits[bit].label, 'dim middle'));
  const films = [cast.liked, cast.near, cast.half, cast.far];
  for (const [row, film] of films.entries()) {
    const y = 70 + row * 42;
    shapes.push(text(MARGIN, y + 19, film.title.replace(/:.*/, '')));
    for (const [k, bit] of bits.entries()) {
      const isSet = hasBit(retina, film.item, bit);
      shapes.push(box(at(k), y, 28, 28, isSet ? 'on' : 'off'));
      shapes.push(text(at(k) + 14, y + 19, isSet ? '1' : '0', isSet ? 'strong middle onset' : 'dim middle'));
    }
    const { local } = cellOf(example, node, film);
    const isSame = local === cellOf(example, node, cast.liked).local;
    shapes.push(arrow(at(bits.length - 1) + 40, y + 14, 682));
    shapes.push(box(692, y, 92, 28, isSame ? 'like' : 'box'));
    shapes.push(text(738, y + 19, `cell ${local}`, isSame ? 'strong middle onset' : 'middle'));
  }
  const cells = bank.firstCell[node + 1] - bank.firstCell[node];
  shapes.push(
    text(
      MARGIN,
      258,
      `This node has ${cells} cells, one for each pattern that two films or more have. It is one of ${bank.nodeCount} nodes.`,
    ),
  );
  return picture(
    276,
    `A node reads ${bits.length} genres of four films; the first two show the same pattern and lead to one cell.`,
    shapes,
  );
}

/** What a cell holds, as three boxes with numbers. */
function drawCell(model: PersonalModel, id: number, x: number, y: number): string[] {
  const { cells } = model.memory;
  const held = [
    ['answers', cells[STRIDE * id + COUNT]],
    ['likes', cells[STRIDE * id + LIKES]],
    ['dislikes', cells[STRIDE * id + DISLIKES]],
  ] as const;
  return held.flatMap(([name, count], k) => [
    box(x + k * 64, y, 58, 34, count > 0 ? 'like' : 'off'),
    text(x + k * 64 + 29, y + 22, String(count), count > 0 ? 'strong middle onset' : 'dim middle'),
    text(x + k * 64 + 29, y + 52, name, 'dim middle'),
  ]);
}

/** A like: one cell before and after, and all nodes in which it writes one. */
function drawLike(example: Example): string {
  const { network, cast, node } = example;
  const { bank } = network;
  const { id, local } = cellOf(example, node, cast.liked);
  const written = Array.from(
    { length: bank.nodeCount },
    (_, t) => cellOf(example, t, cast.liked).local !== NO_CELL,
  );
  const count = written.filter(Boolean).length;
  const grid = { x: 400, y: 66, size: 10, step: 14, each: 27 };
  const { shapes, height } = squares(
    written.map((is) => (is ? 'like' : 'off')),
    grid,
  );
  const stars = modelOf(example, [cast.liked]).answers.get(cast.liked.item)?.deviation ?? 0;
  return picture(
    Math.max(250, 66 + height + 52),
    `A like of ${named(cast.liked)} adds one to the counts of a cell, and does so in ${count} of ${bank.nodeCount} nodes.`,
    [
      text(MARGIN, 28, `“I like ${cast.liked.title.replace(/:.*/, '')}”`, 'strong'),
      text(MARGIN, 56, `Cell ${local} of that node, before`, 'dim'),
      ...drawCell(modelOf(example, []), id, MARGIN, 66),
      text(MARGIN, 150, 'and after', 'dim'),
      ...drawCell(modelOf(example, [cast.liked]), id, MARGIN, 160),
      text(MARGIN, 238, `It also adds up ${(stars / 1024).toFixed(2)} stars: how far the`),
      text(MARGIN, 256, 'like goes beyond what is expected of the film.'),
      text(400, 56, 'All nodes, a square each', 'dim'),
      ...shapes,
      text(400, 66 + height + 18, `In ${count} of ${bank.nodeCount} the film has a cell, and writes there.`),
      text(400, 66 + height + 36, 'In the rest no other film has its pattern.', 'dim'),
    ],
  );
}

/** A score taken apart: how known the film is, what cells recall, what tables and series say. */
function partsOf(model: PersonalModel, { item }: Film) {
  const { start, nodes, beside, score } = viewNetwork(model, item);
  const cells = nodes.reduce((sum, { vote }) => sum + vote, 0);
  return {
    nodes,
    score,
    parts: [
      ['start', start],
      ['like', cells],
      ['together', beside],
    ] as const,
  };
}

type Parts = ReturnType<typeof partsOf>;

/** A bar of the parts of a score. @param unit pixels for 1 */
function bar({ parts }: Parts, x: number, y: number, height: number, unit: number): string[] {
  let from = x;
  return parts.flatMap(([kind, amount]) => {
    const shape = amount > 0 ? [box(from, y, amount * unit, height, kind)] : [];
    from += amount * unit;
    return shape;
  });
}

const LEGEND = [
  ['start', 'how known it is'],
  ['like', 'what its cells recall'],
  ['together', 'what goes together: tables and series'],
] as const;

const legend = (y: number) =>
  LEGEND.flatMap(([kind, words], k) => [
    box(MARGIN + k * 180, y - 10, 11, 11, kind),
    text(MARGIN + k * 180 + 18, y, words, 'dim'),
  ]);

/** How the list reads another film after one like. */
function drawReading(example: Example): string {
  const { cast } = example;
  const read = partsOf(modelOf(example, [cast.liked]), cast.near);
  const speaking = read.nodes.filter(({ vote }) => vote !== 0).length;
  const grid = { x: MARGIN, y: 66, size: 10, step: 14, each: 27 };
  const { shapes, height } = squares(
    read.nodes.map(({ vote }) => (vote !== 0 ? 'like' : 'off')),
    grid,
  );
  const under = 66 + height;
  return picture(
    Math.max(under + 66, 230),
    `${named(cast.near)} is read: ${speaking} of ${read.nodes.length} nodes find the like in its cells, and what they recall is added to how known the film is.`,
    [
      text(MARGIN, 28, `After that like, what of ${cast.near.title}?`, 'strong'),
      text(MARGIN, 56, 'The nodes that order the list', 'dim'),
      ...shapes,
      text(MARGIN, under + 18, `${speaking} of ${read.nodes.length} find the like in the film’s own cell.`),
      arrow(408, 104, 452),
      text(462, 56, 'Its score in the list', 'dim'),
      ...bar(read, 462, 90, 28, 320 / read.score),
      ...read.parts.flatMap(([kind, amount], k) => [
        box(462, 138 + k * 24, 11, 11, kind),
        text(480, 148 + k * 24, ['how known it is', 'what its cells recall', 'tables and series'][k], 'dim'),
        text(WIDTH - MARGIN, 148 + k * 24, amount.toFixed(2), 'end'),
      ]),
      text(480, 148 + 3 * 24, 'together', 'strong'),
      text(WIDTH - MARGIN, 148 + 3 * 24, read.score.toFixed(2), 'strong end'),
    ],
  );
}

/** A cell and the whole model's checksum: before, with a like, and after it is forgotten. */
function drawForgetting(example: Example): string {
  const { cast, node } = example;
  const { id } = cellOf(example, node, cast.liked);
  const before = modelOf(example, [cast.before]);
  const with_ = modelOf(example, [cast.before, cast.liked]);
  const after = modelOf(example, [cast.before, cast.liked]);
  after.answer(cast.liked.item, 'forgotten');
  const short = cast.liked.title.replace(/:.*/, '');
  const steps = [
    [before, `liked: ${cast.before.title}`],
    [with_, `and ${short}: one more`],
    [after, `${short} forgotten: one less`],
  ] as const;
  const sums = steps.map(([model]) => crc32(model.stateBytes()).toString(16).padStart(8, '0'));
  if (sums[0] !== sums[2] || sums[0] === sums[1]) throw new Error('Forgetting did not lead back.');
  const shapes = steps.flatMap(([model, words], k) => {
    const x = MARGIN + k * 268;
    return [
      text(x, 62, words, 'strong'),
      ...drawCell(model, id, x, 76),
      ...(k < 2 ? [arrow(x + 198, 93, x + 256)] : []),
      text(x, 160, 'the whole model:', 'dim'),
      text(x, 180, `${model.stateBytes().length.toLocaleString('en')} bytes, checksum ${sums[k]}`),
    ];
  });
  return picture(
    232,
    'A like is learned and forgotten; the cell and the checksum of the whole model are as before.',
    [
      text(MARGIN, 28, 'The same cell, and every byte of the model', 'strong'),
      ...shapes,
      text(MARGIN, 216, 'First and last are the same: not nearly, but byte for byte.'),
    ],
  );
}

/** The order of some films before and after a like, with what their scores are made of. */
function drawMoves(example: Example): string {
  const { cast } = example;
  const films = [cast.sequel, cast.near, cast.half, cast.far, cast.famous];
  const ranked = (likes: readonly Film[]) => {
    const model = modelOf(example, likes);
    return films
      .map((film) => ({ film, read: partsOf(model, film) }))
      .sort((a, b) => b.read.score - a.read.score);
  };
  const [before, after] = [ranked([]), ranked([cast.liked])];
  const unit = 316 / Math.max(...after.map(({ read }) => read.score));
  const y = (place: number) => 66 + place * 46;
  const shapes = [
    text(MARGIN, 28, 'Before the first like', 'strong'),
    text(468, 28, `After “I like ${cast.liked.title.replace(/:.*/, '')}”`, 'strong'),
  ];
  for (const [place, { film, read }] of before.entries()) {
    const to = after.findIndex((each) => each.film === film);
    shapes.push(
      text(MARGIN, y(place), film.title.replace(/^.* - /, '')),
      ...bar(read, MARGIN, y(place) + 7, 12, unit),
    );
    shapes.push(
      text(468, y(to), film.title.replace(/^.* - /, '')),
      ...bar(after[to].read, 468, y(to) + 7, 12, unit),
    );
    shapes.push(arrow(290, y(place) + 4, 456, y(to) + 4));
  }
  const under = y(films.length) + 4;
  return picture(
    under + 20,
    'Five films in order before and after a like; those that share cells or a series with the liked film rise.',
    [...shapes, ...legend(under)],
  );
}

/** All pictures, by the name of their file. */
export function drawPictures(): Record<string, string> {
  const example = readExample();
  return {
    'picture-bits.svg': drawBits(example),
    'picture-node.svg': drawNode(example),
    'picture-like.svg': drawLike(example),
    'picture-reading.svg': drawReading(example),
    'picture-forgetting.svg': drawForgetting(example),
    'picture-moves.svg': drawMoves(example),
  };
}
