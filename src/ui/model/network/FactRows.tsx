import type { NodeView } from '../../../wnn/inspect/network-view';
import type { RetinaRow } from '../../../wnn/inspect/retina-rows';
import styles from './FactRows.module.css';
import type { NetworkLayout } from './network-layout';

/** Which rows a node looks at. */
const looksAt = (node: NodeView, row: RetinaRow) => row.bits.some(({ bit }) => node.bits.includes(bit));

/** The film’s facts as rows of bits; those that the node looked at reads are marked. */
export function FactRows({
  layout,
  rows,
  active,
}: {
  layout: NetworkLayout;
  rows: readonly RetinaRow[];
  active?: NodeView;
}) {
  const { left, bitsLeft, right, top } = layout.rows;
  // Beside their label: in front of the lines to the nodes, or in a column of their own.
  const pitch = Math.min(10, (right - bitsLeft) / Math.max(...rows.map(({ bits }) => bits.length)));
  const size = pitch - 2;
  return (
    <svg aria-hidden="true" focusable="false" overflow="visible">
      {rows.map((row, index) => {
        const y = top + index * layout.rowHeight + layout.rowHeight / 2;
        const begin = layout.wide ? right - row.bits.length * pitch : bitsLeft;
        return (
          <g
            key={row.bits[0].bit}
            data-read={(active && looksAt(active, row)) || undefined}
            className={styles.row}
          >
            <text x={layout.wide ? begin - 9 : left} y={y + 4.5} textAnchor={layout.wide ? 'end' : 'start'}>
              {row.label}
            </text>
            {row.bits.map(({ bit, on }, at) => (
              <rect
                key={bit}
                className={styles.bit}
                data-on={on || undefined}
                data-read={active?.bits.includes(bit) || undefined}
                x={begin + at * pitch}
                y={y - 5}
                width={size}
                height={10}
              />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

/** Lines from the facts to the nodes that look at them; on a narrow screen the marked rows say the same. */
export function Lines({
  layout,
  rows,
  nodes,
  active,
}: {
  layout: NetworkLayout;
  rows: readonly RetinaRow[];
  nodes: readonly NodeView[];
  active: number | null;
}) {
  if (!layout.wide) return null;
  return (
    <svg aria-hidden="true" focusable="false" overflow="visible" className={styles.lines}>
      {nodes.map((node, index) =>
        rows.map((row, at) => {
          const marked = index === active;
          if ((node.vote === 0 && !marked) || !looksAt(node, row)) return null;
          const { x, y } = layout.nodeAt(index);
          const [x1, y1] = [layout.rows.right + 6, layout.rows.top + (at + 0.5) * layout.rowHeight];
          const y2 = y + layout.node.height / 2;
          const bend = (x - x1) / 2;
          return (
            <path
              key={`${node.node}-${row.bits[0].bit}`}
              data-active={marked || undefined}
              data-against={node.vote < 0 || undefined}
              d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x - bend} ${y2} ${x} ${y2}`}
            />
          );
        }),
      )}
    </svg>
  );
}
