import { formatFigure } from '../../../evaluation/format';
import type { CompareRun } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/tables';
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
    return found ? words.fromTo(formatFigure(found.low, 3), formatFigure(found.high, 3)) : '';
  };
  const same = metricOfA.name === metricOfB.name;
  return (
    <Scroll label={words.twoRuns}>
      <table className={table.table}>
        <caption>
          {words.twoRunsCaption(
            { name: a.name, metric: metricOfA.label },
            { name: b.name, metric: metricOfB.label },
            a.facts?.checksum !== b.facts?.checksum,
            same,
          )}
        </caption>
        <thead>
          <tr>
            <th>{words.model}</th>
            <th data-figure>{words.a}</th>
            <th data-figure>{words.ninetyFive}</th>
            <th data-figure>{words.b}</th>
            <th data-figure>{words.ninetyFive}</th>
            {same && <th data-figure>{words.bMinusA}</th>}
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
