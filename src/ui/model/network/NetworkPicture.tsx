import { useElementSize } from '@mantine/hooks';
import type { NetworkView, ShownNodes } from '../../../wnn/inspect/network-view';
import type { RetinaRow } from '../../../wnn/inspect/retina-rows';
import * as words from '../../../words/en/model/network';
import { FactRows, Lines } from './FactRows';
import styles from './NetworkPicture.module.css';
import { Nodes } from './Nodes';
import { layOut } from './network-layout';
import { SumColumn } from './SumColumn';

interface NetworkPictureProps {
  view: NetworkView;
  nodes: ShownNodes;
  rows: readonly RetinaRow[];
  /** The node that was chosen, as an index into the shown ones. */
  chosen: number;
  /** The node looked at: what is pointed at comes before what is chosen; null: none. */
  active: number | null;
  onChoose: (index: number) => void;
  onPoint: (index: number | null) => void;
  /** Whether the last click wrote the cell that a node shows; drawn anew for each `flash`. */
  wasWritten: (node: number) => boolean;
  flash: number;
}

/** The film's facts, the nodes that recall something lighting up, and with what is beside them adding up to the score. */
export function NetworkPicture({
  view,
  nodes,
  rows,
  chosen,
  active,
  onChoose,
  onPoint,
  wasWritten,
  flash,
}: NetworkPictureProps) {
  const { ref, width } = useElementSize();
  const { shown } = nodes;
  const rest = { pro: 0, contra: 0 };
  const seen = new Set(shown.map(({ node }) => node));
  for (const { node, vote } of view.nodes) {
    if (!seen.has(node)) rest[vote > 0 ? 'pro' : 'contra'] += vote;
  }
  const layout = layOut(Math.floor(width), rows.length, shown.length);
  const middle = layout.nodeAt(0);
  const head = (top: number) => top - 10;
  return (
    <div ref={ref} className={styles.place}>
      {width > 0 && (
        <svg width={layout.width} height={layout.height} className={styles.picture}>
          <title>{words.picture}</title>
          <svg aria-hidden="true" focusable="false" overflow="visible">
            <text className={styles.head} x={layout.rows.left} y={14}>
              {words.facts}
            </text>
            <text className={styles.head} x={middle.x} y={layout.wide ? 14 : head(layout.nodesTop)}>
              {words.nodes}
            </text>
            <text className={styles.head} x={layout.sum.left} y={layout.wide ? 14 : head(layout.sum.top)}>
              {words.votes}
            </text>
          </svg>
          <Lines layout={layout} rows={rows} nodes={shown} active={active} />
          <FactRows layout={layout} rows={rows} active={active === null ? undefined : shown[active]} />
          <Nodes {...{ layout, shown, chosen, active, onChoose, onPoint, wasWritten, flash }} />
          <SumColumn
            layout={layout}
            start={view.start}
            shown={shown}
            rest={rest}
            beside={view.beside}
            active={active === null ? null : shown[active].node}
          />
        </svg>
      )}
    </div>
  );
}
