import { Checkbox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { CompareRun } from '../../../state/compare/run';
import { yardsticksOf } from '../../../state/compare/settings';
import { InTurn } from '../InTurn';
import styles from './Charts.module.css';
import { AccuracyCard, LearningCard, SpreadCard, StandingCard, TimeCard } from './cards';
import cards from './cards.module.css';
import { Legend } from './Legend';

interface ChartsProps {
  run: CompareRun;
  /** Nothing has been started: only an empty chart, which is there already when a run begins. */
  idle?: boolean;
}

/** All charts of one run, with one legend. */
export function Charts({ run, idle = false }: ChartsProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
  const [allBands, setAllBands] = useState(false);
  const newest = useRef(run.views);
  useEffect(() => {
    newest.current = run.views;
  }, [run.views]);
  const { id, settings } = run;
  const toggle = (model: string) => {
    const next = new Set(hidden);
    if (!next.delete(model)) next.add(model);
    setHidden(next);
  };
  const over = run.phase === 'running' ? null : run.views;
  const shared = { id, settings, newest, over, hidden, focus, allBands };
  const prequential = settings.protocol === 'prequential';
  return (
    <div>
      {!idle && (
        <div className={styles.legendRow}>
          <Legend
            models={settings.models}
            hidden={hidden}
            fixed={yardsticksOf(settings.protocol)}
            onToggle={toggle}
            onFocus={setFocus}
          />
          <Checkbox
            size="xs"
            label="Every 95 % band"
            checked={allBands}
            onChange={(event) => setAllBands(event.currentTarget.checked)}
          />
        </div>
      )}
      <div className={cards.grid}>
        {!idle && (
          <InTurn place={1}>
            <StandingCard {...shared} place={0} />
          </InTurn>
        )}
        {!idle && prequential && (
          <InTurn place={2}>
            <LearningCard {...shared} place={1} />
          </InTurn>
        )}
        <AccuracyCard {...shared} idle={idle} place={2} />
        {!idle && (
          <InTurn place={3}>
            <SpreadCard {...shared} place={3} />
          </InTurn>
        )}
        {!idle && (
          <InTurn place={4}>
            <TimeCard {...shared} place={4} />
          </InTurn>
        )}
      </div>
    </div>
  );
}
