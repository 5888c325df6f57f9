import { formatFigure } from '../../../evaluation/format';
import { Scroll } from '../../common/tables/Scroll';
import table from '../../common/tables/table.module.css';
import { Swatch } from '../charts/Swatch';
import { duration } from '../words';

/** How far a system has come in the duel: its last point, and how long its fit took. */
export interface Standing {
  model: string;
  fitMs: number;
  last: { clicks: number; right: number; share: number; low: number; high: number };
}

/** The duel as a table, best first. */
export function DuelTable({ standings }: { standings: readonly Standing[] }) {
  return (
    <Scroll label="Standings">
      <table className={table.table}>
        <thead>
          <tr>
            <th>model</th>
            <th data-figure>foreseen</th>
            <th data-figure>share</th>
            <th data-figure>95 %</th>
            <th data-figure>fit</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ model, fitMs, last }) => (
            <tr key={model}>
              <th scope="row">
                <Swatch model={model} /> {model}
              </th>
              <td data-figure>
                {last.right} of {last.clicks}
              </td>
              <td data-figure>{formatFigure(last.share, 3)}</td>
              <td data-figure>
                {formatFigure(last.low, 3)} to {formatFigure(last.high, 3)}
              </td>
              <td data-figure>{fitMs < 1000 ? `${Math.round(fitMs)} ms` : duration(fitMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
