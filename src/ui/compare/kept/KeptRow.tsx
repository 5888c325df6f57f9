import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type CompareRun, isOver } from '../../../state/compare/run';
import { writeSettings } from '../../../state/compare/settings';
import { RunExports } from '../run/RunExports';
import { useCompare } from '../use-compare';
import { duration } from '../words';
import styles from './KeptRow.module.css';

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

interface KeptRowProps {
  run: CompareRun;
  open: boolean;
  chosen: boolean;
  onOpen(): void;
  onChoose(on: boolean): void;
}

/** One kept run in the list: tick, name, open, take away, delete. */
export function KeptRow({ run, open, chosen, onOpen, onChoose }: KeptRowProps) {
  const { rename, remove } = useCompare(({ actions }) => actions);
  const [naming, setNaming] = useState(false);
  const when = new Date(run.createdAt).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li>
      <Checkbox
        size="md"
        checked={chosen}
        aria-label={`Compare ${run.name}`}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={styles.name}>
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
      <div className={styles.actions}>
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
