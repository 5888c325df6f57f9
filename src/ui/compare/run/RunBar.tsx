import { Button, CopyButton, Group, Progress, Text } from '@mantine/core';
import { Check, Copy, Link2, Pause, Play, RotateCcw, Square } from 'lucide-react';
import { isRunning } from '../../../state/compare/compare-state';
import type { CompareRun } from '../../../state/compare/run';
import { type CompareSettings, commandOf } from '../../../state/compare/settings';
import { Silence } from '../Silence';
import { addressOf, useCompare } from '../use-compare';
import { useSeconds } from '../use-seconds';
import { duration } from '../words';
import styles from './RunBar.module.css';

/** Start, pause, cancel; how far the run has come; the link and the command that give it again. */
export function RunBar({ settings }: { settings: CompareSettings }) {
  const running = useCompare(isRunning);
  const reading = useCompare(({ data }) => data.phase === 'reading');
  const phase = useCompare(({ series }) => currentOf(series)?.phase);
  const own = useCompare(({ data }) => (data.phase === 'ready' ? data.facts.own : null));
  const { start, pause, resume, cancel } = useCompare(({ actions }) => actions);
  const paused = phase === 'paused';
  return (
    <section className={styles.bar} aria-label="Run">
      <Group gap="xs">
        {!running && (
          <Button
            size="md"
            leftSection={<Play size={18} aria-hidden />}
            disabled={reading}
            onClick={() => start(settings)}
          >
            Run
          </Button>
        )}
        {running && (
          <>
            <Button
              size="md"
              variant="default"
              leftSection={paused ? <Play size={18} aria-hidden /> : <Pause size={18} aria-hidden />}
              onClick={paused ? resume : pause}
              disabled={!phase}
            >
              {paused ? 'Go on' : 'Pause'}
            </Button>
            <Button
              size="md"
              variant="default"
              leftSection={<Square size={16} aria-hidden />}
              onClick={cancel}
            >
              Cancel
            </Button>
          </>
        )}
        <Copying
          value={commandOf(settings, own)}
          label="Copy the command that reproduces it"
          icon="command"
        />
        <Copying
          value={new URL(addressOf(settings), window.location.href).href}
          label="Copy a link to these settings"
          icon="link"
        />
      </Group>
      {running && <RunProgressLine />}
    </section>
  );
}

function currentOf(series: readonly CompareRun[]): CompareRun | undefined {
  return series.find(({ phase }) => phase === 'running' || phase === 'paused');
}

function Copying({ value, label, icon }: { value: string; label: string; icon: 'command' | 'link' }) {
  const Icon = icon === 'command' ? Copy : Link2;
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          size="sm"
          variant="subtle"
          onClick={copy}
          title={value}
          leftSection={copied ? <Check size={16} aria-hidden /> : <Icon size={16} aria-hidden />}
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  );
}

function RunProgressLine() {
  const series = useCompare((state) => state.series);
  const { restartWorker } = useCompare(({ actions }) => actions);
  const current = currentOf(series);
  const progress = current?.progress;
  const number = current ? series.indexOf(current) : 0;
  const share = progress?.share ?? 0;
  const fitting = current?.phase === 'running' && progress?.measuring === false;
  const since = useSeconds(fitting ? `${current.id} ${progress.tasksDone}` : null);
  const remaining = progress?.remainingMs == null ? null : progress.remainingMs - 1000 * since;
  return (
    <div className={styles.progress}>
      <Progress value={(100 * (number + share)) / series.length} aria-label="Progress of the run" size="md" />
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="tabular">
          {series.length > 1 && `Row ${number + 1} of ${series.length}: `}
          {progress ? sentence(current) : 'Starting the worker and reading the ratings …'}
          {since >= LONG_FIT_S && `, at it for ${duration(1000 * since)}`}
        </Text>
        <Text size="sm" c="dimmed" className="tabular">
          {remaining !== null &&
            (remaining > 0
              ? `about ${duration(remaining)} left in this run`
              : 'longer than expected from the models before')}
        </Text>
      </Group>
      {progress && !progress.measuring && (
        <Text size="xs" c="dimmed">
          A fit cannot be interrupted half way: a pause takes effect after it; cancelling ends the worker.{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<RotateCcw size={12} aria-hidden />}
            onClick={restartWorker}
          >
            End the worker
          </Button>
        </Text>
      )}
      <Silence
        said={current?.phase === 'paused' ? null : `${current?.id} ${progress?.elapsedMs}`}
        fitting={fitting}
        label={fitting ? 'End it now' : 'End the worker'}
        onEnd={restartWorker}
      />
    </div>
  );
}

/** A fit that takes longer says for how long it has been going on: the worker itself can say nothing meanwhile. */
const LONG_FIT_S = 3;

function sentence(run: CompareRun | undefined): string {
  const progress = run?.progress;
  if (!run || !progress) return '';
  const { model, seed, fold, measuring, tasksDone, tasks } = progress;
  const where = tasks > run.settings.models.length ? ` (seed ${seed}, fold ${fold})` : '';
  const doing = run.phase === 'paused' ? 'Paused at' : measuring ? 'Measuring' : 'Fitting';
  return `${doing} ${model}${where} · ${tasksDone} of ${tasks} done`;
}
