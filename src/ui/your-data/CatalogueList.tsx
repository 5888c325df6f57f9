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
  const [removing, setRemoving] = useState<CatalogueEntry | null>(null);
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
            onRemove={() => setRemoving(entry)}
            onSave={() => (entry.about.isPrivate ? setAsking(entry) : save(entry))}
          />
        ))}
      </ul>
      {problem && (
        <Text role="alert" c="dislike">
          {problem}
        </Text>
      )}
      <SaveDialog entry={asking} onClose={() => setAsking(null)} onSave={save} />
      <RemoveDialog
        entry={removing}
        inUse={source.kind === 'pack' && source.id === removing?.id}
        onClose={() => setRemoving(null)}
        onRemove={({ id }) => {
          setRemoving(null);
          actions.remove(id);
        }}
      />
    </>
  );
}

interface DialogProps {
  /** The catalogue that is asked about; null for none. */
  entry: CatalogueEntry | null;
  onClose: () => void;
}

interface SaveDialogProps extends DialogProps {
  onSave: (entry: CatalogueEntry) => void;
}

/** The entry asked about, and while its dialog closes the last one: words do not vanish before their dialog. */
function useLastEntry(entry: CatalogueEntry | null): CatalogueEntry | null {
  const [last, setLast] = useState(entry);
  if (entry !== null && entry !== last) setLast(entry);
  return entry ?? last;
}

/** Says what the terms do not allow before a file of them is saved. */
function SaveDialog({ entry, onClose, onSave }: SaveDialogProps) {
  const shown = useLastEntry(entry);
  return (
    <Modal opened={entry !== null} onClose={onClose} title="For yourself only">
      <Stack>
        <Text>
          The terms of “{shown?.about.name}” do not allow to pass them on. Save the file for your own use, and
          give it to nobody.
        </Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Do not save
          </Button>
          <Button onClick={() => entry && onSave(entry)}>Save it for myself</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface RemoveDialogProps extends DialogProps {
  inUse: boolean;
  onRemove: (entry: CatalogueEntry) => void;
}

/** Says what goes with a catalogue, and what stays. */
function RemoveDialog({ entry, inUse, onClose, onRemove }: RemoveDialogProps) {
  const shown = useLastEntry(entry);
  return (
    <Modal opened={entry !== null} onClose={onClose} title={`Remove ${shown?.about.name}?`}>
      <Stack>
        <Text>
          The catalogue goes: its films, and what was learned about them. What you said of films stays, and
          waits where no other catalogue has the film.
          {inUse && ' From then on you use the films that come with Weightless.'}
        </Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep
          </Button>
          <Button color="dislike" onClick={() => entry && onRemove(entry)}>
            Remove
          </Button>
        </Group>
      </Stack>
    </Modal>
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
  onRemove?: () => void;
}

function Row({ actions, id, name, facts, inUse, onSave, onRemove }: RowProps) {
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
        {onRemove && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={`Remove ${name}`}
            onClick={onRemove}
          >
            Remove
          </Button>
        )}
      </Group>
    </li>
  );
}
