import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CompareRun } from '../../../state/compare/run';
import { yardsticksOf } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/charts';
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
  const { id, settings, views } = run;
  const toggle = (model: string) => {
    const next = new Set(hidden);
    if (!next.delete(model)) next.add(model);
    setHidden(next);
  };
  const shared = { id, settings, views, hidden, focus, allBands };
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
            size="sm"
            label={words.everyBand}
            checked={allBands}
            onChange={(event) => setAllBands(event.currentTarget.checked)}
          />
        </div>
      )}
      <div className={cards.grid}>
        {!idle && (
          <InTurn>
            <StandingCard {...shared} />
          </InTurn>
        )}
        {!idle && prequential && (
          <InTurn>
            <LearningCard {...shared} />
          </InTurn>
        )}
        <AccuracyCard {...shared} idle={idle} />
        {!idle && (
          <InTurn>
            <SpreadCard {...shared} />
          </InTurn>
        )}
        {!idle && (
          <InTurn>
            <TimeCard {...shared} />
          </InTurn>
        )}
      </div>
    </div>
  );
}
