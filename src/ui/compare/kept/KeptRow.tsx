import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type CompareRun, isOver } from '../../../state/compare/run';
import { writeSettings } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/kept';
import { duration } from '../../../words/en/compare/screen';
import { RunExports } from '../run/RunExports';
import { useCompare } from '../use-compare';
import styles from './KeptRow.module.css';

const PHASES: Record<CompareRun['phase'], string> = {
  waiting: words.waiting,
  running: words.running,
  paused: words.paused,
  done: words.done,
  cancelled: words.cancelled,
  interrupted: words.interrupted,
  refused: words.refused,
  failed: words.failed,
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
  return (
    <li>
      <Checkbox
        size="md"
        checked={chosen}
        aria-label={words.compareRun(run.name)}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={styles.name}>
        {naming ? (
          <TextInput
            size="xs"
            autoFocus
            defaultValue={run.name}
            aria-label={words.nameOfRun}
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
          {words.runFacts(PHASES[run.phase], run.createdAt, duration(run.elapsedMs))}
        </span>
      </div>
      <div className={styles.actions}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.renameRun(run.name)}
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
          {open ? words.close : words.open}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          component="a"
          href={`#/compare?${writeSettings(run.settings)}`}
        >
          {words.settings}
        </Button>
        <RunExports run={run} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={words.deleteRun(run.name)}
          disabled={!isOver(run)}
          onClick={() => remove(run.id)}
        >
          <Trash2 size={15} aria-hidden />
        </ActionIcon>
      </div>
    </li>
  );
}
