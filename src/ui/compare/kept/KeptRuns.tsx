import { ActionIcon, Button, Checkbox, Text, TextInput, Title } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { formatFigure } from '../../../evaluation/format';
import { type CompareRun, isOver } from '../../../state/compare/run';
import { writeSettings } from '../../../state/compare/settings';
import { Scroll } from '../../common/tables/Scroll';
import { Swatch } from '../charts/Legend';
import { RunExports } from '../run/RunExports';
import { RunView } from '../run/RunView';
import { useCompare } from '../use-compare';
import { duration, mainMetric } from '../words';

const PHASES: Record<CompareRun['phase'], string> = {
  waiting: 'waiting',
  running: 'running',
  paused: 'paused',
  done: 'done',
  cancelled: 'cancelled',
  interrupted: 'interrupted',
  refused: 'refused',
  failed: 'failed',
};

/** Runs that this browser has kept: to open, name, compare, take away, delete. */
export function KeptRuns() {
  const kept = useDeferredValue(useCompare((state) => state.kept));
  const message = useCompare((state) => state.storageMessage);
  const [opened, setOpened] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = kept.find(({ id }) => id === opened);
  const pair = chosen.flatMap((id) => kept.find((run) => run.id === id) ?? []);
  if (kept.length === 0 && !message) return null;
  return (
    <section className="compare-kept" aria-label="Kept runs">
      <Title order={2}>Kept runs</Title>
      <Text size="sm" c="dimmed">
        In this browser only. Tick two to compare them.
      </Text>
      {message && (
        <Text size="sm" role="alert">
          {message}
        </Text>
      )}
      <ul>
        {kept.map((run) => (
          <KeptRow
            key={run.id}
            run={run}
            open={run.id === opened}
            chosen={chosen.includes(run.id)}
            onOpen={() => setOpened(run.id === opened ? null : run.id)}
            onChoose={(on) =>
              setChosen(on ? [...chosen, run.id].slice(-2) : chosen.filter((id) => id !== run.id))
            }
          />
        ))}
      </ul>
      {pair.length === 2 && <PairTable a={pair[0]} b={pair[1]} />}
      {open && <RunView run={open} />}
    </section>
  );
}

interface KeptRowProps {
  run: CompareRun;
  open: boolean;
  chosen: boolean;
  onOpen(): void;
  onChoose(on: boolean): void;
}

function KeptRow({ run, open, chosen, onOpen, onChoose }: KeptRowProps) {
  const { rename, remove } = useCompare(({ actions }) => actions);
  const [naming, setNaming] = useState(false);
  const when = new Date(run.createdAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <Checkbox
        size="sm"
        checked={chosen}
        aria-label={`Compare ${run.name}`}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className="compare-kept-name">
        {naming ? (
          <TextInput
            size="xs"
            autoFocus
            defaultValue={run.name}
            aria-label="Name"
            onBlur={(event) => {
              rename(run.id, event.currentTarget.value);
              setNaming(false);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.currentTarget.blur();
            }}
          />
        ) : (
          <strong>{run.name}</strong>
        )}
        <span data-phase={run.phase}>
          {PHASES[run.phase]} · {when} · {duration(run.elapsedMs)}
        </span>
      </div>
      <div className="compare-kept-actions">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Rename ${run.name}`}
          onClick={() => setNaming(true)}
        >
          <Pencil size={15} aria-hidden />
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={onOpen}
          aria-expanded={open}
          disabled={!isOver(run)}
        >
          {open ? 'Close' : 'Open'}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          component="a"
          href={`#/compare?${writeSettings(run.settings)}`}
        >
          Settings
        </Button>
        <RunExports run={run} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete ${run.name}`}
          disabled={!isOver(run)}
          onClick={() => remove(run.id)}
        >
          <Trash2 size={15} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}

/** Two kept runs side by side, by their main metric. */
function PairTable({ a, b }: { a: CompareRun; b: CompareRun }) {
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
      <table className="data-table">
        <caption>
          A: {a.name} ({metricOfA.label}). B: {b.name} ({metricOfB.label}).
          {a.facts?.checksum !== b.facts?.checksum && ' The two are of different data.'}
          {same ? ' Intervals of each run by itself; the difference is not a paired test.' : ''}
        </caption>
        <thead>
          <tr>
            <th>model</th>
            <th className="data-figure">A</th>
            <th className="data-figure">95 %</th>
            <th className="data-figure">B</th>
            <th className="data-figure">95 %</th>
            {same && <th className="data-figure">B − A</th>}
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
                <td className="data-figure">{formatFigure(inA)}</td>
                <td className="data-figure">{interval(a, model)}</td>
                <td className="data-figure">{formatFigure(inB)}</td>
                <td className="data-figure">{interval(b, model)}</td>
                {same && (
                  <td className="data-figure">
                    {inA === undefined || inB === undefined ? '' : formatFigure(inB - inA)}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
