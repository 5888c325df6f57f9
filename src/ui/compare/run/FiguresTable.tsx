import { Fragment, memo, useMemo } from 'react';
import { columnsOf, formatFigure } from '../../../evaluation/format';
import type { ModelLine } from '../../../evaluation/types';
import { type CompareRun, isOver } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/tables';
import type { ModelView } from '../../../worker/contract';
import { Scroll } from '../../common/tables/Scroll';
import table from '../../common/tables/table.module.css';
import { Swatch } from '../charts/Swatch';
import { columnSays, mainMetric } from '../metric-words';
import { whyPublishedDiffer } from '../notes';
import { publishedFigure } from '../published-figures';
import styles from './FiguresTable.module.css';

const HEADS: Partial<Record<keyof ModelLine, string>> = {
  fitMs: words.fitMs,
  trainMs: words.trainMs,
  predictMs: words.predictMs,
};

const STATES: Record<ModelView['state'], string> = {
  waiting: words.waiting,
  fitting: words.fitting,
  measuring: words.measuring,
  done: words.done,
};

/** The figures, digit for digit as the command line prints them. */
export function FiguresTable({ run }: { run: CompareRun }) {
  const lines = run.result?.models ?? run.views.flatMap(({ line }) => line ?? []);
  const found = columnsOf(lines);
  const keys = found.map(([key]) => key).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say all that columns differ in
  const columns = useMemo(() => found, [keys]);
  const metric = mainMetric(run.settings.protocol, run.settings.feedback);
  // While a run goes on, every system has its row from the start: nothing jumps when one is measured.
  const models = isOver(run) ? lines.map(({ model }) => model) : run.settings.models;
  const anyPublished = models.some((model) => publishedFigure(run.settings, model) !== undefined);
  const states = new Map(run.views.map((view) => [view.model, view]));
  const best = bestBy(lines, metric.name as 'rmse', metric.lowerIsBetter);
  return (
    <div className={styles.figures}>
      <Scroll label={words.figures}>
        <table className={`${table.table} tabular`} data-testid="figures">
          <caption>
            {words.figuresCaption(metric.label, metric.says, metric.lowerIsBetter, run.result !== null)}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.model}</th>
              {columns.map(([key]) => (
                <Fragment key={key}>
                  <th scope="col" data-figure title={columnSays(key)}>
                    {HEADS[key] ?? key}
                  </th>
                  {key === metric.name && (
                    <>
                      {anyPublished && (
                        <th scope="col" data-figure>
                          {words.thePapers}
                        </th>
                      )}
                      <th scope="col" data-figure>
                        {words.ninetyFiveOf(metric.label)}
                      </th>
                      <th scope="col" data-figure>
                        {words.users}
                      </th>
                    </>
                  )}
                </Fragment>
              ))}
              {!found.some(([key]) => key === metric.name) && <th aria-label={words.state} data-figure />}
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <FiguresRow
                key={model}
                {...{ model, columns, anyPublished }}
                main={metric.name}
                line={lines.find((line) => line.model === model)}
                state={isOver(run) ? undefined : states.get(model)?.state}
                interval={states.get(model)?.interval ?? null}
                published={publishedFigure(run.settings, model)}
                best={model === best}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      {anyPublished && <p>{whyPublishedDiffer(run.settings)}</p>}
      <ColumnWords columns={columns} />
    </div>
  );
}

/** What the columns say: on a screen that is touched nothing can be hovered over. */
const ColumnWords = memo(function ColumnWords({ columns }: Pick<FiguresRowProps, 'columns'>) {
  const told = columns.flatMap(([key]) => ({ key, says: columnSays(key) ?? [] }));
  return (
    <details>
      <summary>{words.whatColumnsSay}</summary>
      <dl>
        {told.map(({ key, says }) => (
          <div key={key}>
            <dt>{HEADS[key] ?? key}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
});

interface FiguresRowProps {
  model: string;
  line: ModelLine | undefined;
  /** What a run in motion is doing with it. */
  state: ModelView['state'] | undefined;
  interval: ModelView['interval'];
  columns: ReturnType<typeof columnsOf>;
  /** The column that the paper’s own figures stand beside. */
  main: string;
  published: number | undefined;
  anyPublished: boolean;
  best: boolean;
}

/** Drawn again only where its own figures have changed. */
const FiguresRow = memo(function FiguresRow(props: FiguresRowProps) {
  const { model, line, state, interval, columns, main, published, anyPublished, best } = props;
  const does = state && STATES[state];
  return (
    <tr data-model={model} data-best={best || undefined} data-state={state}>
      <th scope="row">
        <Swatch model={model} /> {model}
      </th>
      {columns.map(([key, digits]) => (
        <Fragment key={key}>
          <td data-figure data-column={key}>
            {line && formatFigure(line[key], digits)}
          </td>
          {key === main && (
            <>
              {anyPublished && <td data-figure>{formatFigure(published, 3)}</td>}
              <td data-figure>
                {interval && words.fromTo(formatFigure(interval.low), formatFigure(interval.high))}
              </td>
              <td data-figure>{line ? Math.round(line.users) : does}</td>
            </>
          )}
        </Fragment>
      ))}
      {!columns.some(([key]) => key === main) && <td data-figure>{does}</td>}
    </tr>
  );
});

function bestBy(lines: readonly ModelLine[], metric: keyof ModelLine, lowerIsBetter: boolean): string | null {
  const known = lines.filter((line) => typeof line[metric] === 'number');
  if (known.length === 0) return null;
  const value = (line: ModelLine) => line[metric] as number;
  return known.reduce((a, b) => (value(a) <= value(b) === lowerIsBetter ? a : b)).model;
}
