import * as words from '../../../words/en/recommend/why';
import kinds from './kinds.module.css';
import styles from './ScoreBar.module.css';
import { pointsOf, type ToldMatch } from './score-parts';

interface Piece {
  key: string;
  kind: 'start' | 'for' | 'against';
  from: number;
  to: number;
}

/**
 * Lays the parts end to end: start and everything that adds, up to the peak; then what takes away, from the peak back
 * to the figure. In points.
 */
function layOut({ start, parts }: ToldMatch): { pieces: Piece[]; peak: number; lowest: number } {
  const pieces: Piece[] = [{ key: 'start', kind: 'start', from: 0, to: start }];
  let at = start;
  const lay = (adding: boolean) => {
    for (const { key, side, shown: amount } of parts) {
      if (amount === 0 || amount > 0 !== adding) continue;
      pieces.push({ key, kind: side, from: at, to: at + amount });
      at += amount;
    }
  };
  lay(true);
  const peak = at;
  lay(false);
  return { pieces, peak, lowest: Math.min(0, at) };
}

/** The whole figure as one bar, drawn to scale; the figures stand in the lines below it. */
export function ScoreBar({ told }: { told: ToldMatch }) {
  const { pieces, peak, lowest } = layOut(told);
  const width = Math.max(peak - lowest, 1e-9);
  const percent = (value: number) => `${(100 * (value - lowest)) / width}%`;
  const sumOf = (side: string) =>
    told.parts.filter((part) => part.side === side).reduce((sum, { shown }) => sum + shown, 0);
  const [speaksFor, speaksAgainst] = [pointsOf(sumOf('for')), pointsOf(sumOf('against'))];
  const label = words.bar(told.start, speaksFor, speaksAgainst, told.match);
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
      <span className={styles.end} style={{ insetInlineStart: percent(told.match) }} />
    </div>
  );
}
