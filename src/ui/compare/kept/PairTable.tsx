import { formatFigure } from '../../../evaluation/format';
import type { CompareRun } from '../../../state/compare/run';
import { Scroll } from '../../common/tables/Scroll';
import table from '../../common/tables/table.module.css';
import { Swatch } from '../charts/Swatch';
import { mainMetric } from '../metric-words';

/** Two kept runs side by side, by their main metric. */
export function PairTable({ a, b }: { a: CompareRun; b: CompareRun }) {
  const [metricOfA, metricOfB] = [a, b].map(({ settings }) =>
    mainMetric(settings.protocol, settings.feedback),
  );
  const models = [...new Set([...a.settings.models, ...b.settings.models])];
  const value = (run: CompareRun, model: string, metric: string) => {
    const line = run.views.find((view) => view.model === model)?.line;
    return line?.[metric as 'rmse'];
  };
  const interval = (run: CompareRun, model: string) => {
    const found = run.views.find((view) => view.model === model)?.interval;
    return found ? `${formatFigure(found.low, 3)} to ${formatFigure(found.high, 3)}` : '';
  };
  const same = metricOfA.name === metricOfB.name;
  return (
    <Scroll label="Two runs">
      <table className={table.table}>
        <caption>
          A: {a.name} ({metricOfA.label}). B: {b.name} ({metricOfB.label}).
          {a.facts?.checksum !== b.facts?.checksum && ' The two are of different data.'}
          {same ? ' Intervals of each run by itself; the difference is not a paired test.' : ''}
        </caption>
        <thead>
          <tr>
            <th>model</th>
            <th data-figure>A</th>
            <th data-figure>95 %</th>
            <th data-figure>B</th>
            <th data-figure>95 %</th>
            {same && <th data-figure>B − A</th>}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => {
            const inA = value(a, model, metricOfA.name);
            const inB = value(b, model, metricOfB.name);
            return (
              <tr key={model}>
                <th scope="row">
                  <Swatch model={model} /> {model}
                </th>
                <td data-figure>{formatFigure(inA)}</td>
                <td data-figure>{interval(a, model)}</td>
                <td data-figure>{formatFigure(inB)}</td>
                <td data-figure>{interval(b, model)}</td>
                {same && (
                  <td data-figure>{inA === undefined || inB === undefined ? '' : formatFigure(inB - inA)}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
