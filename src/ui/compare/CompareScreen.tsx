import { Tabs, Text, Title } from '@mantine/core';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { isRunning } from '../../state/compare/compare-store';
import { newRun } from '../../state/compare/run';
import { type CompareSettings, describeSettings } from '../../state/compare/settings';
import './compare.css';
import { Duel } from './duel/Duel';
import { KeptRuns } from './kept/KeptRuns';
import { RunBar } from './run/RunBar';
import { RunView } from './run/RunView';
import { SeriesTable } from './run/SeriesTable';
import { OwnData } from './settings/OwnData';
import { SettingsPanel } from './settings/SettingsPanel';
import { useAddressSettings, useCompare } from './use-compare';
import { honestNotes } from './words';

/** The researcher's screen: systems, a protocol, Run; every figure with its interval and its constants. */
export function CompareScreen() {
  const [settings, setSettings] = useAddressSettings();
  const published = useCompare(({ data }) => data.phase !== 'ready' || data.facts.published);
  const { refreshKept } = useCompare(({ actions }) => actions);
  useEffect(() => {
    refreshKept();
  }, [refreshKept]);
  return (
    <div className="compare">
      <header className="compare-head">
        <p className="eyebrow">For researchers</p>
        <Title order={1}>Compare</Title>
        <Text maw={720}>
          Systems side by side on MovieLens, measured here, in this browser, by the same code as the command
          line: same seed, same figures.
        </Text>
      </header>
      <Tabs defaultValue="run" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="run">On public ratings</Tabs.Tab>
          <Tabs.Tab value="duel">Your own duel</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="run">
          <div className="compare-columns">
            <div className="compare-side">
              <StillWhileRunning>
                <SettingsPanel {...{ settings, published }} onChange={setSettings} />
              </StillWhileRunning>
              <OwnData />
            </div>
            <div className="compare-stage">
              <RunBar settings={settings} />
              <SeriesView settings={settings} />
              <Notes settings={settings} />
              <KeptRuns />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="duel">
          <Duel />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Disables what it holds while a run goes on, without drawing it anew. */
function StillWhileRunning({ children }: { children: ReactNode }) {
  return (
    <fieldset className="compare-still" disabled={useCompare(isRunning)} aria-label="Settings">
      {children}
    </fieldset>
  );
}

function SeriesView({ settings }: { settings: CompareSettings }) {
  // Drawn when the page has time for it: figures that move must not keep it from answering.
  const series = useDeferredValue(useCompare((state) => state.series));
  const nothing = useMemo(() => newRun(settings, { id: '', createdAt: 0, appVersion: '' }), [settings]);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = series.find(({ phase }) => phase === 'running' || phase === 'paused') ?? series.at(-1);
  const run = series.find(({ id }) => id === chosen) ?? current;
  return (
    <>
      {series.length > 1 && (
        <fieldset className="compare-rows-picker" aria-label="Rows">
          {series.map((row) => (
            <button
              key={row.id}
              type="button"
              className="compare-preset"
              aria-pressed={row.id === run?.id}
              disabled={row.phase === 'waiting'}
              onClick={() => setChosen(row.id)}
            >
              {describeSettings(row.settings)}
            </button>
          ))}
        </fieldset>
      )}
      {series.length > 1 && <SeriesTable series={series} />}
      <RunView run={run ?? nothing} idle={!run} />
    </>
  );
}

function Notes({ settings }: { settings: CompareSettings }) {
  return (
    <aside className="compare-notes" aria-label="Notes">
      <p className="eyebrow">To be read with the figures</p>
      <ul>
        {honestNotes(settings).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </aside>
  );
}
