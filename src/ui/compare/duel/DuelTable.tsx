import { formatFigure } from '../../../evaluation/format';
import * as words from '../../../words/en/compare/duel';
import { duration } from '../../../words/en/compare/screen';
import { Scroll } from '../../common/tables/Scroll';
import table from '../../common/tables/table.module.css';
import { Swatch } from '../charts/Swatch';

/** How far a system has come in the duel: its last point, and how long its fit took. */
export interface Standing {
  model: string;
  fitMs: number;
  last: { clicks: number; right: number; share: number; low: number; high: number };
}

/** The duel as a table, best first. */
export function DuelTable({ standings }: { standings: readonly Standing[] }) {
  return (
    <Scroll label={words.standings}>
      <table className={table.table}>
        <thead>
          <tr>
            <th>{words.model}</th>
            <th data-figure>{words.foreseen}</th>
            <th data-figure>{words.share}</th>
            <th data-figure>{words.ninetyFive}</th>
            <th data-figure>{words.fit}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ model, fitMs, last }) => (
            <tr key={model}>
              <th scope="row">
                <Swatch model={model} /> {model}
              </th>
              <td data-figure>{words.rightOf(last.right, last.clicks)}</td>
              <td data-figure>{formatFigure(last.share, 3)}</td>
              <td data-figure>{words.fromTo(formatFigure(last.low, 3), formatFigure(last.high, 3))}</td>
              <td data-figure>{fitMs < 1000 ? `${Math.round(fitMs)} ms` : duration(fitMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
