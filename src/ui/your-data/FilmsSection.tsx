import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { CatalogueActions } from '../../state/catalogues/catalogue-state';
import { idOf } from '../../state/platform/library';
import * as words from '../../words/en/your-data/films';
import { useApp, useLibrary } from '../common/app-context';
import { sentence } from '../common/sentence';
import { CatalogueList } from './CatalogueList';
import { DataSection } from './DataSection';
import { DropBox } from './DropBox';
import { lackingWords, peopleWords, yearsOf } from './films-words';
import { LearnCatalogue } from './LearnCatalogue';
import { accuracyWords } from './learn-words';
import styles from './your-data.module.css';

/** Which films are in use, and others to be had in their place. */
export function FilmsSection() {
  const app = useApp();
  const [actions, setActions] = useState<CatalogueActions | 'missing' | null>(null);
  useEffect(() => {
    app.catalogues().then(setActions, () => setActions('missing'));
  }, [app]);
  return (
    <DataSection name="films" title={words.title}>
      <InUse />
      {actions === 'missing' && <Text c="dimmed">{words.notLoaded}</Text>}
      {actions !== null && actions !== 'missing' && <OtherFilms actions={actions} />}
    </DataSection>
  );
}

/** What the films in use are, and on what terms they came. */
function InUse() {
  const library = useLibrary();
  const { source, catalogue } = library;
  const about = source.kind === 'pack' ? source.about : null;
  const name = <strong className={styles.name}>{about?.name ?? words.bundled}</strong>;
  const lacking = lackingWords(library);
  return (
    <>
      <Text>
        {sentence(words.inUse(name, catalogue.count, yearsOf(catalogue)))} {peopleWords(library)}
      </Text>
      {about && (
        <Text size="sm" c="dimmed">
          {accuracyWords(about.accuracy)} {lacking}
        </Text>
      )}
      {about && (
        <details>
          <summary>{words.terms}</summary>
          <Text size="sm" className={styles.terms}>
            {about.isPrivate && `${words.notToPassOn}\n\n`}
            {about.licence}
          </Text>
        </details>
      )}
    </>
  );
}

/** The catalogues kept here, and another one from a file. */
function OtherFilms({ actions }: { actions: CatalogueActions }) {
  const { doing, kept } = useStore(actions.store);
  const library = useLibrary();
  const fellBack = useStore(useApp().session, (state) => state.fellBack);
  const { refresh, forget } = actions;
  useEffect(() => {
    refresh();
    // Told once: whoever comes back later has heard it.
    return forget;
  }, [refresh, forget]);
  return (
    <>
      {fellBack && (
        <Alert color="amber">
          <Group justify="space-between">
            <Text size="sm">{fellBack}</Text>
            <Button size="xs" variant="default" onClick={() => actions.use(null)}>
              {words.stay}
            </Button>
          </Group>
        </Alert>
      )}
      {kept !== null && <CatalogueList actions={actions} kept={kept} />}
      <WhatWasDone actions={actions} />
      <Text>{words.another}</Text>
      <DropBox label={words.catalogueFile} reading={doing !== null} accept=".wlpk" onFile={actions.addFile}>
        {words.chooseFile}
      </DropBox>
      <Text>
        {sentence(
          words.orLearn((text) => (
            <Anchor
              underline="always"
              href="https://grouplens.org/datasets/movielens/"
              rel="noreferrer"
              target="_blank"
            >
              {text}
            </Anchor>
          )),
        )}
      </Text>
      <LearnCatalogue
        onLearned={actions.add}
        onceKept={(id) => <OnceKept actions={actions} id={id} />}
        isOver={(id) => idOf(library) === id || (kept !== null && !kept.some((entry) => entry.id === id))}
      />
    </>
  );
}

/** What is being done, was done last, or why it was not. */
function WhatWasDone({ actions }: { actions: CatalogueActions }) {
  const { doing, problem, said } = useStore(actions.store);
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isTold = said !== null || problem !== null;
    // The button that was pressed is gone, or the whole screen was drawn anew: who goes by keys goes on from here.
    if (isTold && document.activeElement === document.body) told.current?.focus();
  }, [said, problem]);
  return (
    <div ref={told} tabIndex={-1} className={styles.words}>
      {problem && (
        <Text role="alert" c="dislike">
          {problem}
        </Text>
      )}
      <Text role="status">{doing ? `${doing} …` : said}</Text>
    </div>
  );
}

/** A catalogue that was learned here can be put to use where it is told that it is kept. */
function OnceKept({ actions, id }: { actions: CatalogueActions; id: string }) {
  const busy = useStore(actions.store, ({ doing }) => doing !== null);
  return (
    <Group gap="sm">
      <Text>{words.isKept}</Text>
      <Button disabled={busy} onClick={() => actions.use(id)}>
        {words.useIt}
      </Button>
    </Group>
  );
}
