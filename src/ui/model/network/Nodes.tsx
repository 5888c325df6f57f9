import { type KeyboardEvent, useRef } from 'react';
import type { NodeView } from '../../../wnn/inspect/network-view';
import * as words from '../../../words/en/model/node';
import styles from './Nodes.module.css';
import type { NetworkLayout } from './network-layout';

interface NodesProps {
  layout: NetworkLayout;
  shown: readonly NodeView[];
  /** The node that was chosen, as an index into the shown ones. */
  chosen: number;
  /** The node looked at, as an index; null: none. */
  active: number | null;
  onChoose(index: number): void;
  onPoint(index: number | null): void;
  /** Whether the last click wrote the cell that a node shows; drawn anew for each `flash`. */
  wasWritten(node: number): boolean;
  flash: number;
}

const KEYS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** What a node says, for those who cannot see it light up. */
function nodeName({ node, vote, likes, dislikes }: NodeView): string {
  return vote === 0
    ? words.nodeSilent(node + 1, likes, dislikes)
    : words.nodeVotes(node + 1, vote, likes, dislikes);
}

/** The memory nodes, lit by how strongly they vote; one of them is chosen, by pointer or arrow key. */
export function Nodes({ layout, shown, chosen, active, onChoose, onPoint, wasWritten, flash }: NodesProps) {
  const group = useRef<SVGGElement>(null);
  const strongest = Math.max(1e-9, ...shown.map(({ vote }) => Math.abs(vote)));
  const move = (event: KeyboardEvent) => {
    const step = KEYS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (chosen + step + shown.length) % shown.length;
    onChoose(next);
    group.current?.querySelectorAll<SVGGElement>('[role="radio"]')[next]?.focus();
  };
  return (
    <g ref={group} role="radiogroup" aria-label={words.nodes}>
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
            className={styles.node}
            data-lit={node.vote !== 0 || undefined}
            data-against={node.vote < 0 || undefined}
            data-active={index === active || undefined}
            onClick={() => onChoose(index)}
            onFocus={() => onChoose(index)}
            onKeyDown={move}
            onPointerEnter={(event) => event.pointerType === 'mouse' && onPoint(index)}
            onPointerLeave={() => onPoint(null)}
          >
            <rect className={styles.ground} x={x} y={y} {...layout.node} rx={5} />
            <rect
              className={styles.light}
              x={x}
              y={y}
              {...layout.node}
              rx={5}
              style={{ opacity: node.vote === 0 ? 0 : 0.22 + 0.78 * light }}
            />
            {wasWritten(node.node) && (
              <rect
                key={flash}
                className={styles.flash}
                data-testid="flash"
                x={x}
                y={y}
                {...layout.node}
                rx={5}
              />
            )}
            {node.vote !== 0 && (
              <text
                className={styles.sign}
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
  );
}
