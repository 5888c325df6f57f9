import { columnsOf, formatFigure } from '../../evaluation/format';
import type { CompareLine, ModelLine } from '../../evaluation/types';
import type { CompareRun } from '../../state/compare-run';
import { Scroll } from '../common/Scroll';
import { Swatch } from './Legend';
import { mainMetric, publishedFigure } from './words';

const HEADS: Partial<Record<keyof ModelLine, string>> = {
  fitMs: 'fit ms',
  trainMs: 'train ms/user',
  predictMs: 'predict ms/user',
};

/** The figures, digit for digit as the command line prints them. */
export function FiguresTable({ run }: { run: CompareRun }) {
  const lines = run.result?.models ?? run.views.flatMap(({ line }) => line ?? []);
  const columns = columnsOf(lines);
  const metric = mainMetric(run.settings.protocol, run.settings.feedback);
  const anyPublished = lines.some(({ model }) => publishedFigure(run.settings, model) !== undefined);
  const intervals = new Map(run.views.map(({ model, interval }) => [model, interval]));
  const best = bestBy(lines, metric.name as 'rmse', metric.lowerIsBetter);
  return (
    <Scroll label="Figures">
      <table className="data-table tabular" data-testid="figures">
        <caption>
          {metric.label}: {metric.says}; {metric.lowerIsBetter ? 'lower' : 'higher'} is better.
          {run.result
            ? ' Intervals: bootstrap over users, 2,000 resamples.'
            : ' So far; intervals by normal approximation.'}
        </caption>
        <thead>
          <tr>
            <th>model</th>
            {columns.map(([key]) => (
              <th key={key} className="data-figure">
                {HEADS[key] ?? key}
              </th>
            ))}
            <th className="data-figure">95 % of {metric.label}</th>
            {anyPublished && <th className="data-figure">published</th>}
            <th className="data-figure">users</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const interval = intervals.get(line.model);
            return (
              <tr key={line.model} data-model={line.model} data-best={line.model === best || undefined}>
                <th scope="row">
                  <Swatch model={line.model} /> {line.model}
                </th>
                {columns.map(([key, digits]) => (
                  <td key={key} className="data-figure" data-column={key}>
                    {formatFigure(line[key], digits)}
                  </td>
                ))}
                <td className="data-figure">
                  {interval && `${formatFigure(interval.low)} to ${formatFigure(interval.high)}`}
                </td>
                {anyPublished && (
                  <td className="data-figure">
                    {formatFigure(publishedFigure(run.settings, line.model), 3)}
                  </td>
                )}
                <td className="data-figure">{Math.round(line.users)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function bestBy(lines: readonly ModelLine[], metric: keyof ModelLine, lowerIsBetter: boolean): string | null {
  const known = lines.filter((line) => typeof line[metric] === 'number');
  if (known.length === 0) return null;
  const value = (line: ModelLine) => line[metric] as number;
  return known.reduce((a, b) => (value(a) <= value(b) === lowerIsBetter ? a : b)).model;
}

/** Paired comparisons of the weightless models with every other: who is ahead, and is it more than luck? */
export function ComparisonsTable({ run }: { run: CompareRun }) {
  const metric = mainMetric(run.settings.protocol, run.settings.feedback);
  const lines = run.result?.comparisons.filter((line) => line.metric === metric.name) ?? [];
  if (lines.length === 0) return null;
  const isRatio = lines[0].ratio !== undefined;
  return (
    <Scroll label="Paired comparisons">
      <table className="data-table tabular">
        <caption>
          {metric.label}, {isRatio ? 'ratio A / B' : 'difference A − B'}: paired bootstrap over users, 95 %.
        </caption>
        <thead>
          <tr>
            <th>A {isRatio ? '/' : '−'} B</th>
            <th className="data-figure">{isRatio ? 'ratio' : 'difference'}</th>
            <th className="data-figure">from</th>
            <th className="data-figure">to</th>
            <th>verdict</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.compare.join(' ')}>
              <th scope="row">{line.compare.join(isRatio ? ' / ' : ' − ')}</th>
              <td className="data-figure">{formatFigure(line.ratio ?? line.difference)}</td>
              <td className="data-figure">{formatFigure(line.low)}</td>
              <td className="data-figure">{formatFigure(line.high)}</td>
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
  if (low <= even && high >= even) return 'no difference shown';
  return low > even === lowerIsBetter ? `${compare[1]} is better` : `${compare[0]} is better`;
}
