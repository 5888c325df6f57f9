import { Tabs, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { isRunning } from '../../state/compare/compare-state';
import type { CompareSettings } from '../../state/compare/settings';
import * as words from '../../words/en/compare/screen';
import styles from './CompareScreen.module.css';
import { Duel } from './duel/Duel';
import { KeptRuns } from './kept/KeptRuns';
import { honestNotes } from './notes';
import { RunBar } from './run/RunBar';
import { SeriesView } from './run/SeriesView';
import { OwnData } from './settings/OwnData';
import { SettingsPanel } from './settings/SettingsPanel';
import { useAddressSettings, useCompare } from './use-compare';

/** The researcher's screen: systems, a protocol, Run; every figure with its interval and its constants. */
export function CompareScreen() {
  const [settings, setSettings] = useAddressSettings();
  const published = useCompare(({ data }) => data.phase !== 'ready' || data.facts.published);
  const { refreshKept } = useCompare(({ actions }) => actions);
  useEffect(() => {
    refreshKept();
  }, [refreshKept]);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <p className="eyebrow">{words.forResearchers}</p>
        <Title order={1}>{words.title}</Title>
        <Text maw={720}>{words.lead}</Text>
      </header>
      <Tabs defaultValue="run" keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="run">{words.onPublicRatings}</Tabs.Tab>
          <Tabs.Tab value="duel">{words.yourOwnDuel}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="run">
          <div className={styles.columns}>
            <div className={styles.run}>
              <RunBar settings={settings} />
            </div>
            <div className={styles.side}>
              <StillWhileRunning>
                <SettingsPanel {...{ settings, published }} onChange={setSettings} />
              </StillWhileRunning>
              <OwnData />
            </div>
            <div className={styles.stage}>
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
    <fieldset disabled={useCompare(isRunning)} aria-label={words.settings}>
      {children}
    </fieldset>
  );
}

function Notes({ settings }: { settings: CompareSettings }) {
  return (
    <aside className={styles.notes} aria-label={words.notes}>
      <p className="eyebrow">{words.toBeRead}</p>
      <ul>
        {honestNotes(settings).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </aside>
  );
}
