import kinds from './kinds.module.css';
import styles from './ScoreBar.module.css';
import type { ToldScore } from './score-parts';
import { plainFigure } from './score-parts';

interface Piece {
  key: string;
  kind: 'start' | 'for' | 'against' | 'tuned';
  from: number;
  to: number;
}

/**
 * Lays the parts end to end: start and everything that adds, up to the peak; then what takes away, from the peak back
 * to the score.
 */
function layOut({ start, parts }: ToldScore): { pieces: Piece[]; peak: number; lowest: number } {
  const pieces: Piece[] = [{ key: 'start', kind: 'start', from: 0, to: start }];
  let at = start;
  const lay = (adding: boolean) => {
    for (const { key, side, amount } of parts) {
      if (amount > 0 !== adding) continue;
      pieces.push({ key, kind: side, from: at, to: at + amount });
      at += amount;
    }
  };
  lay(true);
  const peak = at;
  lay(false);
  return { pieces, peak, lowest: Math.min(0, at) };
}

/** The whole score as one bar, drawn to scale; the exact figures stand in the lines below it. */
export function ScoreBar({ told }: { told: ToldScore }) {
  const { pieces, peak, lowest } = layOut(told);
  const width = Math.max(peak - lowest, 1e-9);
  const percent = (value: number) => `${(100 * (value - lowest)) / width}%`;
  const sumOf = (side: string) =>
    told.parts.filter((part) => part.side === side).reduce((sum, { amount }) => sum + amount, 0);
  const label = [
    `Starts at ${plainFigure(told.start)}`,
    `for it ${plainFigure(sumOf('for'))}`,
    `against it ${plainFigure(sumOf('against'))}`,
    ...(sumOf('tuned') === 0 ? [] : [`your tuning ${plainFigure(sumOf('tuned'))}`]),
    `ends at ${plainFigure(told.score)}`,
  ].join(', ');
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {pieces.map(({ key, kind, from, to }) => (
        <span
          key={key}
          className={`${kinds.kind} ${styles.piece}`}
          data-kind={kind}
          data-back={to < from || undefined}
          style={{
            insetInlineStart: percent(Math.min(from, to)),
            inlineSize: `${(100 * Math.abs(to - from)) / width}%`,
          }}
        />
      ))}
      <span className={styles.end} style={{ insetInlineStart: percent(told.score) }} />
    </div>
  );
}
