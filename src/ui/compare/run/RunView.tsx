import { Alert, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { nothingMeasured } from '../../../evaluation/format';
import { type CompareRun, hasFigures, isOver } from '../../../state/compare/run';
import * as words from '../../../words/en/compare/run';
import { Charts } from '../charts/Charts';
import { InTurn, useInTurn } from '../InTurn';
import { BeforeRun } from './BeforeRun';
import { ComparisonsTable } from './ComparisonsTable';
import { FiguresTable } from './FiguresTable';
import { RunExports } from './RunExports';
import styles from './RunView.module.css';

/** Of runs that came to no end, by whether anything had been measured. */
const ENDED = {
  cancelled: { withFigures: words.cancelledWithFigures, without: words.cancelledWithout },
  interrupted: { withFigures: words.interruptedWithFigures, without: words.interruptedWithout },
};

interface RunViewProps {
  run: CompareRun;
  /** A run that nobody has started: an empty chart stands for it. */
  idle?: boolean;
}

/** One run, in motion or kept: its figures, charts and comparisons, each drawn in turn. */
export function RunView({ run, idle }: RunViewProps) {
  return <RunParts run={useInTurn(run.id, run)} idle={idle} />;
}

const RunParts = memo(function RunParts({ run, idle = false }: RunViewProps) {
  const why = run.result && nothingMeasured(run.result.models, run.settings);
  const started = !idle && (!isOver(run) || hasFigures(run));
  return (
    <article className={styles.run}>
      {idle && <h2 className="visually-hidden">{words.figuresAndCharts}</h2>}
      {idle && <BeforeRun settings={run.settings} />}
      {!idle && (
        <div className={styles.head}>
          <Title order={2}>{run.name}</Title>
          {isOver(run) && (run.phase === 'done' || hasFigures(run)) && (
            <span>
              <RunExports run={run} />
            </span>
          )}
        </div>
      )}
      {run.facts && (
        <Text size="sm" c="dimmed" className="tabular">
          {words.facts(
            run.facts,
            run.appVersion,
            run.phase === 'done' ? (run.elapsedMs / 1000).toFixed(1) : null,
          )}
        </Text>
      )}
      {(run.phase === 'cancelled' || run.phase === 'interrupted') && (
        <Text size="sm" fw={600}>
          {hasFigures(run) ? ENDED[run.phase].withFigures : ENDED[run.phase].without}
        </Text>
      )}
      {why && (
        <Alert color="gray" title={words.noFigure}>
          {why}
        </Alert>
      )}
      {started && <FiguresTable run={run} />}
      {(idle || started) && <Charts run={run} idle={idle} />}
      {run.result && (
        <InTurn>
          <ComparisonsTable run={run} />
        </InTurn>
      )}
    </article>
  );
});
