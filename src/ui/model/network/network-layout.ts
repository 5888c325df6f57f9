/** Where the parts of the picture stand, in pixels of a drawing as wide as its place. */
export interface NetworkLayout {
  wide: boolean;
  width: number;
  height: number;
  rowHeight: number;
  /** Left end of the labels, and of the bits at their widest; right end of the bits; top of the first row. */
  rows: { left: number; bitsLeft: number; right: number; top: number };
  node: { width: number; height: number };
  /** Top left corner of the nth node. */
  nodeAt(index: number): { x: number; y: number };
  nodesTop: number;
  sum: { left: number; width: number; top: number; height: number };
}

const HEAD = 26;
const ROW = 23;

/** Side by side where there is room for three columns, else one below the other. */
export function layOut(width: number, rowCount: number, nodeCount: number): NetworkLayout {
  return width >= 700 ? sideBySide(width, rowCount, nodeCount) : stacked(width, rowCount, nodeCount);
}

function sideBySide(width: number, rowCount: number, nodeCount: number): NetworkLayout {
  const columns = 4;
  const node = { width: Math.min(66, width * 0.055), height: 40 };
  const gap = 12;
  const lines = Math.ceil(nodeCount / columns);
  const height = HEAD + Math.max(rowCount * ROW, lines * (node.height + gap), 330) + 8;
  const gridWidth = columns * (node.width + gap) - gap;
  const rowsRight = Math.min(290, width * 0.34);
  const sumWidth = Math.min(250, width * 0.27);
  const between = width - rowsRight - gridWidth - sumWidth;
  const gridLeft = rowsRight + between * 0.66;
  const gridTop = HEAD + (height - HEAD - 8 - lines * (node.height + gap) + gap) / 2;
  return {
    wide: true,
    width,
    height,
    rowHeight: ROW,
    rows: {
      left: 0,
      bitsLeft: rowsRight - 180,
      right: rowsRight,
      top: HEAD + (height - HEAD - 8 - rowCount * ROW) / 2,
    },
    node,
    nodeAt: (index) => ({
      x: gridLeft + (index % columns) * (node.width + gap),
      y: gridTop + Math.floor(index / columns) * (node.height + gap),
    }),
    nodesTop: gridTop,
    sum: { left: width - sumWidth, width: sumWidth, top: HEAD + 10, height: height - HEAD - 40 },
  };
}

function stacked(width: number, rowCount: number, nodeCount: number): NetworkLayout {
  const columns = 6;
  const gap = 8;
  const node = { width: (width - (columns - 1) * gap - 4) / columns, height: 40 };
  const rowsTop = HEAD;
  const nodesTop = rowsTop + rowCount * ROW + 20 + HEAD;
  const nodesEnd = nodesTop + Math.ceil(nodeCount / columns) * (node.height + gap);
  const sum = { left: 0, width, top: nodesEnd + 20 + HEAD, height: 190 };
  return {
    wide: false,
    width,
    height: sum.top + sum.height + 26,
    rowHeight: ROW,
    rows: { left: 0, bitsLeft: 150, right: width - 2, top: rowsTop },
    node,
    nodeAt: (index) => ({
      x: 2 + (index % columns) * (node.width + gap),
      y: nodesTop + Math.floor(index / columns) * (node.height + gap),
    }),
    nodesTop,
    sum,
  };
}
