import { formatFigure } from '../../../evaluation/format';
import type { CompareLine } from '../../../evaluation/types';
import type { CompareRun } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/tables';
import { Scroll } from '../../common/tables/Scroll';
import table from '../../common/tables/table.module.css';
import { mainMetric } from '../metric-words';

/** Paired comparisons of the weightless models with every other: who is ahead, and is it more than luck? */
export function ComparisonsTable({ run }: { run: CompareRun }) {
  const metric = mainMetric(run.settings.protocol, run.settings.feedback);
  const lines = run.result?.comparisons.filter((line) => line.metric === metric.name) ?? [];
  if (lines.length === 0) return null;
  const isRatio = lines[0].ratio !== undefined;
  return (
    <Scroll label={words.pairedComparisons}>
      <table className={`${table.table} tabular`}>
        <caption>{isRatio ? words.ratiosOf(metric.label) : words.differencesOf(metric.label)}</caption>
        <thead>
          <tr>
            <th>{isRatio ? words.aByB : words.aMinusB}</th>
            <th data-figure>{isRatio ? words.ratio : words.difference}</th>
            <th data-figure>{words.from}</th>
            <th data-figure>{words.to}</th>
            <th>{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.compare.join(' ')}>
              <th scope="row">{line.compare.join(isRatio ? ' / ' : ' − ')}</th>
              <td data-figure>{formatFigure(line.ratio ?? line.difference)}</td>
              <td data-figure>{formatFigure(line.low)}</td>
              <td data-figure>{formatFigure(line.high)}</td>
              <td>{verdict(line, metric.lowerIsBetter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function verdict({ compare, ratio, low, high }: CompareLine, lowerIsBetter: boolean): string {
  const even = ratio === undefined ? 0 : 1;
  if (low <= even && high >= even) return words.noDifference;
  return words.isBetter(compare[low > even === lowerIsBetter ? 1 : 0]);
}
