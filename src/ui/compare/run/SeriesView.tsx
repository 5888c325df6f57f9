import { useMemo, useState } from 'react';
import { newRun } from '../../../state/compare/run';
import { type CompareSettings, describeSettings } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/run';
import { PresetButton } from '../PresetButton';
import { useCompare } from '../use-compare';
import { RunView } from './RunView';
import { SeriesTable } from './SeriesTable';
import styles from './SeriesView.module.css';

/** The run in motion or made last; where it is one of several, a choice between them and their table. */
export function SeriesView({ settings }: { settings: CompareSettings }) {
  const series = useCompare((state) => state.series);
  const nothing = useMemo(() => newRun(settings, { id: '', createdAt: 0, appVersion: '' }), [settings]);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = series.find(({ phase }) => phase === 'running' || phase === 'paused') ?? series.at(-1);
  const run = series.find(({ id }) => id === chosen) ?? current;
  return (
    <>
      {series.length > 1 && (
        <fieldset className={styles.picker} aria-label={words.rows}>
          {series.map((row) => (
            <PresetButton
              key={row.id}
              chosen={row.id === run?.id}
              disabled={row.phase === 'waiting'}
              onClick={() => setChosen(row.id)}
            >
              {describeSettings(row.settings)}
            </PresetButton>
          ))}
        </fieldset>
      )}
      {series.length > 1 && <SeriesTable series={series} />}
      <RunView run={run ?? nothing} idle={!run} />
    </>
  );
}
