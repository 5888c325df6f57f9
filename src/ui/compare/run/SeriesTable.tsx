import { memo } from 'react';
import { formatFigure } from '../../../evaluation/format';
import type { CompareRun } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/tables';
import { Scroll } from '../../common/tables/Scroll';
import table from '../../common/tables/table.module.css';
import { Swatch } from '../charts/Swatch';
import { useInTurn } from '../InTurn';
import { mainMetric } from '../metric-words';
import { whyPublishedDiffer } from '../notes';
import { publishedFigure } from '../published-figures';

interface SeriesTableProps {
  series: readonly CompareRun[];
}

/** The rows of a table of runs beside each other: the paper's table, as far as these data can fill it. */
export function SeriesTable({ series }: SeriesTableProps) {
  return <RunColumns series={useInTurn(series[0].id, series)} />;
}

const RunColumns = memo(function RunColumns({ series }: SeriesTableProps) {
  const [{ settings }] = series;
  const metric = mainMetric(settings.protocol, settings.feedback);
  return (
    <Scroll label={words.tableOfRuns}>
      <table className={table.table}>
        <caption>{words.tableOfRunsCaption(metric.label, whyPublishedDiffer(settings))}</caption>
        <thead>
          <tr>
            <th>{words.model}</th>
            {series.map((run) => (
              <th key={run.id} data-figure>
                {words.usersByRatings(run.settings.users, run.settings.ratings)}
                <br />
                {run.settings.join}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.models.map((model) => (
            <tr key={model}>
              <th scope="row">
                <Swatch model={model} /> {model}
              </th>
              {series.map((run) => {
                const line = run.views.find((view) => view.model === model)?.line;
                const published = publishedFigure(run.settings, model);
                return (
                  <td key={run.id} data-figure>
                    {formatFigure(line?.[metric.name as 'rmse'])}
                    {published !== undefined && ` (${formatFigure(published, 3)})`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
});
