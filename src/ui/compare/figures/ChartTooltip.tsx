import { formatFigure } from '../../../evaluation/format';
import * as words from '../../../words/en/compare/figures';
import { styleOf } from '../model-style';
import type { LineRow } from './chart-data';
import figure from './figure.module.css';

interface ChartTooltipProps {
  row: LineRow;
  models: readonly string[];
  /** "after 40 users". */
  title: string;
  lowerIsBetter: boolean;
}

/** Every model at one place of a line chart, best first, with its interval and number of users. */
export function ChartTooltip({ row, models, title, lowerIsBetter }: ChartTooltipProps) {
  const entries = models
    .flatMap((model) => {
      const value = row[model];
      const band = row[`band:${model}`];
      return typeof value === 'number' && Array.isArray(band)
        ? [{ model, value, band, n: row[`n:${model}`] }]
        : [];
    })
    .sort((a, b) => (lowerIsBetter ? a.value - b.value : b.value - a.value));
  return (
    <div className={figure.tooltip}>
      <strong>{title}</strong>
      <table>
        <tbody>
          {entries.map(({ model, value, band, n }) => (
            <tr key={model}>
              <th scope="row" style={{ color: styleOf(model).color }}>
                {model}
              </th>
              <td>{formatFigure(value, 3)}</td>
              <td>
                [{formatFigure(band[0], 3)}, {formatFigure(band[1], 3)}]
              </td>
              <td>{words.n(String(n))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
