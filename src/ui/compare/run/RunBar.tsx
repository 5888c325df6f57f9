import { Button, CopyButton, Group, Progress, Text } from '@mantine/core';
import { Check, Copy, Link2, Pause, Play, RotateCcw, Square } from 'lucide-react';
import { isRunning } from '../../../state/compare/compare-state';
import type { CompareRun } from '../../../state/compare/run';
import { type CompareSettings, commandOf } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/run';
import { duration } from '../../../words/en/compare/screen';
import { Silence } from '../Silence';
import { addressOf, useCompare } from '../use-compare';
import { useSeconds } from '../use-seconds';
import { Complaint } from './Complaint';
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
    <section className={styles.bar} aria-label={words.run}>
      <Group gap="xs">
        {!running && (
          <Button
            size="md"
            leftSection={<Play size={18} aria-hidden />}
            disabled={reading}
            onClick={() => start(settings)}
          >
            {words.run}
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
              {paused ? words.goOn : words.pause}
            </Button>
            <Button
              size="md"
              variant="default"
              leftSection={<Square size={16} aria-hidden />}
              onClick={cancel}
            >
              {words.cancel}
            </Button>
          </>
        )}
        <Copying value={commandOf(settings, own)} label={words.copyCommand} icon="command" />
        <Copying
          value={new URL(addressOf(settings), window.location.href).href}
          label={words.copyLink}
          icon="link"
        />
      </Group>
      {running && <RunProgressLine />}
      <Complaints />
    </section>
  );
}

/** What came of the last runs, where it is not what was asked for: on a phone the figures are far below. Each reason once. */
function Complaints() {
  const series = useCompare((state) => state.series);
  return series
    .filter(({ message }, n) => series.findIndex((run) => run.message === message) === n)
    .map((run) => <Complaint key={run.id} run={run} />);
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
          {copied ? words.copied : label}
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
      <Progress value={(100 * (number + share)) / series.length} aria-label={words.progress} size="md" />
      <Group justify="space-between" gap="xs">
        <Text size="sm" className="tabular">
          {words.progressLine(
            progress ? doingOf(current) : words.starting,
            series.length > 1 ? { row: number + 1, of: series.length } : null,
            since >= LONG_FIT_S ? duration(1000 * since) : null,
          )}
        </Text>
        <Text size="sm" c="dimmed" className="tabular">
          {remaining !== null &&
            (remaining > 0 ? words.timeLeft(duration(remaining)) : words.longerThanExpected)}
        </Text>
      </Group>
      {progress && !progress.measuring && (
        <Text size="xs" c="dimmed">
          {words.fitGoesOn}{' '}
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<RotateCcw size={12} aria-hidden />}
            onClick={restartWorker}
          >
            {words.endWorker}
          </Button>
        </Text>
      )}
      <Silence
        said={current?.phase === 'paused' ? null : `${current?.id} ${progress?.elapsedMs}`}
        fitting={fitting}
        label={fitting ? words.endItNow : words.endWorker}
        onEnd={restartWorker}
      />
    </div>
  );
}

/** A fit that takes longer says for how long it has been going on: the worker itself can say nothing meanwhile. */
const LONG_FIT_S = 3;

/** What the run is at. */
function doingOf(run: CompareRun | undefined): string {
  const progress = run?.progress;
  if (!run || !progress) return '';
  const { model, seed, fold, measuring, tasksDone, tasks } = progress;
  const doing = run.phase === 'paused' ? 'paused' : measuring ? 'measuring' : 'fitting';
  const at = tasks > run.settings.models.length ? { seed, fold } : null;
  return words.atWork(doing, model, at, { done: tasksDone, all: tasks });
}
