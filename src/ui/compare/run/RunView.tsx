import { Alert, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { nothingMeasured } from '../../../evaluation/format';
import { type CompareRun, hasFigures, isOver } from '../../../state/compare/run';
import { Charts } from '../charts/Charts';
import { InTurn, useInTurn } from '../InTurn';
import { BeforeRun } from './BeforeRun';
import { ComparisonsTable } from './ComparisonsTable';
import { FiguresTable } from './FiguresTable';
import { RunExports } from './RunExports';
import styles from './RunView.module.css';

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
      {idle && <h2 className="visually-hidden">Figures and charts</h2>}
      {idle && <BeforeRun settings={run.settings} />}
      {!idle && (
        <div className={styles.head}>
          <Title order={2}>{run.name}</Title>
          {isOver(run) && (
            <span>
              <RunExports run={run} />
            </span>
          )}
        </div>
      )}
      {run.facts && (
        <Text size="sm" c="dimmed" className="tabular">
          {run.facts.name}: {run.facts.films.toLocaleString('en')} films,{' '}
          {run.facts.ratings.toLocaleString('en')} ratings by {run.facts.users.toLocaleString('en')} users ·
          data {run.facts.checksum} · version {run.appVersion}
          {run.phase === 'done' && ` · took ${(run.elapsedMs / 1000).toFixed(1)} s`}
        </Text>
      )}
      {run.message && (
        <Alert color="dislike" title={run.phase === 'refused' ? 'This cannot be run' : 'The run ended early'}>
          {run.message}
        </Alert>
      )}
      {(run.phase === 'cancelled' || run.phase === 'interrupted') && (
        <Text size="sm" fw={600}>
          {run.phase === 'cancelled' ? 'Cancelled' : 'Interrupted when its tab was closed'}
          {hasFigures(run)
            ? ': what had been measured until then.'
            : ' before anything was measured. Nothing of it is kept.'}
        </Text>
      )}
      {why && (
        <Alert color="gray" title="No figure">
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
