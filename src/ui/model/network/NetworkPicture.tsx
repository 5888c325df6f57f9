import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useRef } from 'react';
import type { NetworkView, NodeView, ShownNodes } from '../../../wnn/inspect/network-view';
import { FactRows, Lines } from './FactRows';
import styles from './NetworkPicture.module.css';
import nodesStyles from './Nodes.module.css';
import { layOut } from './network-layout';
import type { RetinaRow } from './retina-rows';
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

const KEYS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a node says, for those who cannot see it light up. */
export function nodeName({ node, vote, likes, dislikes }: NodeView): string {
  const said = vote === 0 ? 'recalls nothing' : `votes ${vote.toFixed(3).replace('-', 'minus ')}`;
  return `Node ${node + 1} ${said}: ${likes} likes, ${dislikes} dislikes in its cell`;
}

/** The film's facts, the nodes that recall something lighting up, and their votes adding up to the score. */
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
  const group = useRef<SVGGElement>(null);
  const strongest = Math.max(1e-9, ...shown.map(({ vote }) => Math.abs(vote)));
  const rest = { pro: 0, contra: 0 };
  const seen = new Set(shown.map(({ node }) => node));
  for (const { node, vote } of view.nodes) {
    if (!seen.has(node)) rest[vote > 0 ? 'pro' : 'contra'] += vote;
  }
  const move = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (chosen + step + shown.length) % shown.length;
    onChoose(next);
    group.current?.querySelectorAll<SVGGElement>('[role="radio"]')[next]?.focus();
  };
  const layout = layOut(Math.floor(width), rows.length, shown.length);
  const middle = layout.nodeAt(0);
  const head = (top: number) => top - 10;
  return (
    <div ref={ref} className={styles.place}>
      {width > 0 && (
        <svg width={layout.width} height={layout.height} className={styles.picture}>
          <title>The network at work on this film</title>
          <svg aria-hidden="true" focusable="false" overflow="visible">
            <text className={styles.head} x={layout.rows.left} y={14}>
              The film’s facts, as bits
            </text>
            <text className={styles.head} x={middle.x} y={layout.wide ? 14 : head(layout.nodesTop)}>
              Memory nodes
            </text>
            <text className={styles.head} x={layout.sum.left} y={layout.wide ? 14 : head(layout.sum.top)}>
              Their votes
            </text>
          </svg>
          <Lines layout={layout} rows={rows} nodes={shown} active={active} />
          <FactRows layout={layout} rows={rows} active={active === null ? undefined : shown[active]} />
          <g ref={group} role="radiogroup" aria-label="Memory nodes; the arrow keys lead through them">
            {shown.map((node, index) => {
              const { x, y } = layout.nodeAt(index);
              const light = Math.abs(node.vote) / strongest;
              return (
                // biome-ignore lint/a11y/useSemanticElements: there are no input elements in a drawing.
                <g
                  key={node.node}
                  role="radio"
                  aria-checked={index === chosen}
                  aria-label={nodeName(node)}
                  tabIndex={index === chosen ? 0 : -1}
                  className={nodesStyles.node}
                  data-lit={node.vote !== 0 || undefined}
                  data-against={node.vote < 0 || undefined}
                  data-active={index === active || undefined}
                  onClick={() => onChoose(index)}
                  onFocus={() => onChoose(index)}
                  onKeyDown={move}
                  onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint(index)}
                  onPointerLeave={() => onPoint(null)}
                >
                  <rect className={nodesStyles.ground} x={x} y={y} {...layout.node} rx={5} />
                  <rect
                    className={nodesStyles.light}
                    x={x}
                    y={y}
                    {...layout.node}
                    rx={5}
                    style={{ opacity: node.vote === 0 ? 0 : 0.22 + 0.78 * light }}
                  />
                  {wasWritten(node.node) && (
                    <rect
                      key={flash}
                      className={nodesStyles.flash}
                      data-testid="flash"
                      x={x}
                      y={y}
                      {...layout.node}
                      rx={5}
                    />
                  )}
                  {node.vote !== 0 && (
                    <text
                      className={nodesStyles.sign}
                      x={x + layout.node.width / 2}
                      y={y + layout.node.height / 2 + 6}
                      textAnchor="middle"
                      data-bright={light > 0.45 || undefined}
                    >
                      {node.vote > 0 ? '+' : '−'}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
          <SumColumn
            layout={layout}
            start={view.start}
            shown={shown}
            rest={rest}
            active={active === null ? null : shown[active].node}
          />
        </svg>
      )}
    </div>
  );
}
