import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { CatalogueActions, CatalogueEntry } from '../../state/catalogues/catalogue-state';
import { useLibrary } from '../common/app-context';
import { saveFile, savesFiles } from '../common/saving-files';
import { BUNDLED_NAME, sizeWords } from './films-words';
import styles from './your-data.module.css';

interface CatalogueListProps {
  actions: CatalogueActions;
  kept: readonly CatalogueEntry[];
}

/** The films that can be used here, the bundled ones first; nothing where there are no others. */
export function CatalogueList({ actions, kept }: CatalogueListProps) {
  const { source } = useLibrary();
  const [asking, setAsking] = useState<CatalogueEntry | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async ({ id }: CatalogueEntry) => {
    setAsking(null);
    if (savesFiles(window) === 'no') {
      return setProblem('The page that shows Weightless does not let it save files.');
    }
    const file = await actions.file(id);
    if (file) saveFile(file.bytes, 'application/octet-stream', file.name);
  };
  if (kept.length === 0 && source.kind === 'bundled') return null;
  return (
    <>
      <ul className={styles.catalogues} aria-label="Films to choose from">
        <Row
          actions={actions}
          id={null}
          name={BUNDLED_NAME}
          facts="come with Weightless"
          inUse={source.kind === 'bundled'}
        />
        {kept.map((entry) => (
          <Row
            key={entry.id}
            actions={actions}
            id={entry.id}
            name={entry.about.name}
            facts={`${entry.about.films.toLocaleString('en')} films, ${sizeWords(entry.size)}${entry.about.isPrivate ? ', for yourself' : ''}`}
            inUse={source.kind === 'pack' && source.id === entry.id}
            onSave={() => (entry.about.isPrivate ? setAsking(entry) : save(entry))}
          />
        ))}
      </ul>
      {problem && (
        <Text role="alert" c="dislike">
          {problem}
        </Text>
      )}
      <Modal opened={asking !== null} onClose={() => setAsking(null)} title="For yourself only">
        <Stack>
          <Text>
            The terms of “{asking?.about.name}” do not allow to pass them on. Save the file for your own use,
            and give it to nobody.
          </Text>
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => setAsking(null)} data-autofocus>
              Do not save
            </Button>
            <Button onClick={() => asking && save(asking)}>Save it for myself</Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

interface RowProps {
  actions: CatalogueActions;
  /** Null for the bundled films. */
  id: string | null;
  name: string;
  facts: string;
  inUse: boolean;
  onSave?: () => void;
}

function Row({ actions, id, name, facts, inUse, onSave }: RowProps) {
  const busy = useStore(actions.store, ({ doing }) => doing !== null);
  return (
    <li className={styles.catalogue}>
      <div>
        <span className={styles.name}>{name}</span>
        <Text size="sm" c="dimmed">
          {facts}
          {inUse && ' · in use'}
        </Text>
      </div>
      <Group gap={6}>
        {!inUse && (
          <Button
            size="compact-sm"
            disabled={busy}
            aria-label={`Use ${name}`}
            onClick={() => actions.use(id)}
          >
            Use
          </Button>
        )}
        {onSave && (
          <Button size="compact-sm" variant="default" aria-label={`Save ${name} as a file`} onClick={onSave}>
            Save as file
          </Button>
        )}
        {id !== null && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={`Remove ${name}`}
            onClick={() => actions.remove(id)}
          >
            Remove
          </Button>
        )}
      </Group>
    </li>
  );
}
