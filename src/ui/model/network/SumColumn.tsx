import type { NodeView } from '../../../wnn/inspect/network-view';
import * as words from '../../../words/en/model/network';
import { roundedParts } from '../../recommend/why/adding-up';
import { signed } from '../../recommend/why/score-parts';
import type { NetworkLayout } from './network-layout';
import styles from './SumColumn.module.css';

interface SumColumnProps {
  layout: NetworkLayout;
  start: number;
  /** Nodes shown, and the others' votes in one sum each side. */
  shown: readonly NodeView[];
  rest: { pro: number; contra: number };
  /** What no node holds: tables, series and the latest dislikes together. */
  beside: number;
  /** The node looked at, if any. */
  active: number | null;
}

interface Piece {
  key: string;
  node: number | null;
  /** Where it begins and ends, in the score's unit above the start. */
  from: number;
  to: number;
}

/** Stacks votes on a level, one piece a node, the nodes not shown as one piece, what is beside the nodes last. */
function stack(nodes: readonly NodeView[], rest: number, beside: number, level: number): Piece[] {
  const pieces: Piece[] = [];
  let at = level;
  const put = (key: string, node: number | null, vote: number) => {
    pieces.push({ key, node, from: at, to: at + vote });
    at += vote;
  };
  for (const { node, vote } of nodes) put(String(node), node, vote);
  if (rest !== 0) put('rest', null, rest);
  if (beside !== 0) put('beside', null, beside);
  return pieces;
}

/** From the starting point up by all that speaks for the film, down by all that speaks against it, to its score. */
export function SumColumn({ layout, start, shown, rest, beside, active }: SumColumnProps) {
  const { left, width, top, height } = layout.sum;
  const up = stack(
    shown.filter(({ vote }) => vote > 0),
    rest.pro,
    Math.max(0, beside),
    0,
  );
  const pro = up.at(-1)?.to ?? 0;
  const down = stack(
    shown.filter(({ vote }) => vote < 0),
    rest.contra,
    Math.min(0, beside),
    pro,
  );
  const end = down.at(-1)?.to ?? pro;
  const highest = Math.max(pro, 0.05);
  const lowest = Math.min(end, 0);
  const y = (level: number) => top + 22 + ((height - 44) * (highest - level)) / (highest - lowest);
  const [shownPro, shownContra] = roundedParts(start, [pro, end - pro]);
  const bar = Math.min(46, width * 0.2);
  const columns = [left + 4, left + 4 + bar + 16];
  const wordsLeft = columns[1] + bar + 14;
  // The two lines of words must not run into each other.
  const startAt = y(0);
  const scoreAt = Math.abs(y(end) - startAt) < 20 ? startAt - 20 : y(end);
  return (
    <svg aria-hidden="true" focusable="false" overflow="visible" data-testid="sum">
      <line className={styles.level} x1={left} x2={wordsLeft - 6} y1={startAt} y2={startAt} />
      {[up, down].map((pieces, column) =>
        pieces.map(({ key, node, from, to }) => (
          <rect
            key={key}
            className={styles.piece}
            data-against={column === 1 || undefined}
            data-beside={key === 'beside' || undefined}
            data-active={(node !== null && node === active) || undefined}
            x={columns[column]}
            width={bar}
            y={Math.min(y(from), y(to))}
            height={Math.max(1.2, Math.abs(y(from) - y(to)))}
          />
        )),
      )}
      <line
        className={`${styles.level} ${styles.scoreLevel}`}
        x1={left}
        x2={wordsLeft - 6}
        y1={y(end)}
        y2={y(end)}
      />
      {pro > 0 && (
        <text x={columns[0] + bar / 2} y={y(pro) - 7} textAnchor="middle" className="tabular">
          {signed(shownPro)}
        </text>
      )}
      {end < pro && (
        <text x={columns[1] + bar / 2} y={y(end) + 17} textAnchor="middle" className="tabular">
          {signed(shownContra)}
        </text>
      )}
      <text x={wordsLeft} y={startAt + 4} className="tabular">
        {words.start(Math.round(100 * start) / 100)}
      </text>
      <text x={wordsLeft} y={scoreAt + 4} className={`${styles.score} tabular`}>
        {words.score(Math.round(100 * (start + end)) / 100)}
      </text>
    </svg>
  );
}
