import { Text, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import * as words from '../../../words/en/compare/kept';
import { useKept } from '../../common/app-context';
import { Complaint } from '../run/Complaint';
import { RunView } from '../run/RunView';
import { useCompare } from '../use-compare';
import { KeptRow } from './KeptRow';
import styles from './KeptRuns.module.css';
import { PairTable } from './PairTable';

/** Runs that this browser has kept: to open, name, compare, take away, delete. */
export function KeptRuns() {
  const runs = useDeferredValue(useCompare((state) => state.kept));
  const kept = useKept();
  const message = useCompare((state) => state.storageMessage);
  const [opened, setOpened] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = runs.find(({ id }) => id === opened);
  const pair = chosen.flatMap((id) => runs.find((run) => run.id === id) ?? []);
  if (runs.length === 0 && !message) return null;
  return (
    <section className={styles.kept} aria-label={words.keptRuns}>
      <Title order={2}>{words.keptRuns}</Title>
      <Text size="sm" c="dimmed">
        {kept ? words.inThisBrowser : words.onThisPage}
      </Text>
      {message && (
        <Text size="sm" role="alert">
          {message}
        </Text>
      )}
      <ul>
        {runs.map((run) => (
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
      {open && <Complaint run={open} />}
      {open && <RunView run={open} />}
    </section>
  );
}
