import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { CatalogueActions, CatalogueEntry } from '../../state/catalogues/catalogue-state';
import * as words from '../../words/en/your-data/films';
import { useLibrary } from '../common/app-context';
import { saveFile, savesFiles } from '../common/saving-files';
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
    if (savesFiles(window) === 'no') return setProblem(words.noSaving);
    const file = await actions.file(id);
    if (file) saveFile(file.bytes, 'application/octet-stream', file.name);
  };
  if (kept.length === 0 && source.kind === 'bundled') return null;
  return (
    <>
      <ul className={styles.catalogues} aria-label={words.choices}>
        <Row
          actions={actions}
          id={null}
          name={words.bundled}
          facts={words.comeAlong}
          inUse={source.kind === 'bundled'}
        />
        {kept.map((entry) => (
          <Row
            key={entry.id}
            actions={actions}
            id={entry.id}
            name={entry.about.name}
            facts={words.facts(entry.about.films, entry.size, entry.about.isPrivate)}
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
    <Modal opened={entry !== null} onClose={onClose} title={words.forYourself}>
      <Stack>
        <Text>{words.termsOf(shown?.about.name ?? '')}</Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.doNotSave}
          </Button>
          <Button onClick={() => entry && onSave(entry)}>{words.saveForMyself}</Button>
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
    <Modal opened={entry !== null} onClose={onClose} title={words.removeQuestion(shown?.about.name ?? '')}>
      <Stack>
        <Text>
          {words.whatGoes}
          {inUse && ` ${words.thenBundled}`}
        </Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {words.keep}
          </Button>
          <Button color="dislike" onClick={() => entry && onRemove(entry)}>
            {words.remove}
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
          {inUse ? words.factsInUse(facts) : facts}
        </Text>
      </div>
      <Group gap={6}>
        {!inUse && (
          <Button
            size="compact-sm"
            disabled={busy}
            aria-label={words.takeNamed(name)}
            onClick={() => actions.use(id)}
          >
            {words.use}
          </Button>
        )}
        {onSave && (
          <Button size="compact-sm" variant="default" aria-label={words.saveNamed(name)} onClick={onSave}>
            {words.saveFile}
          </Button>
        )}
        {onRemove && (
          <Button
            size="compact-sm"
            variant="default"
            disabled={busy}
            aria-label={words.removeNamed(name)}
            onClick={onRemove}
          >
            {words.remove}
          </Button>
        )}
      </Group>
    </li>
  );
}
