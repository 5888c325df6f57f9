import { Anchor, Button, FileButton, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { BackupRefusal } from '../../events/backup-refusal';
import type { BackupPreview } from '../../state/backup/preview';
import { useApp } from '../common/app-context';
import { DropZone } from '../common/DropZone';
import links from '../common/links.module.css';
import { DataSection } from './DataSection';
import { RestoreDialog } from './RestoreDialog';
import { restoredWords } from './words';
import styles from './your-data.module.css';

/** Why a file is not taken, and where it is. */
interface Refused {
  message: string;
  leadsTo: 'import' | null;
}

/** Chooses or drops a backup file, shows what is in it, and restores it. */
export function RestoreSection() {
  const app = useApp();
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const [reading, setReading] = useState(false);
  useEffect(() => {
    // Where somebody else rates since, the screen was drawn anew meanwhile.
    app.backup().then(
      (backup) => {
        const restored = backup.takeRestored();
        if (restored) setDone(restoredWords(restored.people));
      },
      () => {},
    );
  }, [app]);

  const take = async (file: File) => {
    setReading(true);
    setRefused(null);
    setDone(null);
    try {
      setPreview(await (await app.backup()).preview(file));
    } catch (error) {
      setRefused(refusalOf(error));
    }
    setReading(false);
  };
  const close = (words: string | null) => {
    setPreview(null);
    setDone(words);
  };
  return (
    <DataSection name="restore" title="Bring a backup back">
      <Text>
        From another device, or from before. You see what is in the file and what it changes before anything
        is changed.
      </Text>
      <DropBox reading={reading} onFile={take} />
      {refused && (
        <Text role="alert" c="dislike">
          {refused.message}{' '}
          {refused.leadsTo === 'import' && (
            <Anchor component={Link} href="/your-data/import" className={links.quiet}>
              Import ratings from elsewhere
            </Anchor>
          )}
        </Text>
      )}
      {done && <Text role="status">{done}</Text>}
      {preview && <RestoreDialog preview={preview} onClose={close} />}
    </DataSection>
  );
}

interface DropBoxProps {
  /** Whether a file is being read. */
  reading: boolean;
  onFile: (file: File) => void;
}

/** Where a file is chosen or dropped. */
function DropBox({ reading, onFile }: DropBoxProps) {
  const reset = useRef<() => void>(null);
  const take = (file: File | null | undefined) => {
    if (file) onFile(file);
    // The same file can be chosen again.
    reset.current?.();
  };
  return (
    <DropZone className={styles.drop} label="A backup file" onDrop={({ files }) => take(files[0])}>
      <Group gap="sm">
        <FileButton resetRef={reset} accept="application/json,.json" onChange={take}>
          {(props) => (
            <Button {...props} variant="default" loading={reading}>
              Choose a backup file
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed" visibleFrom="sm">
          or drop it here
        </Text>
      </Group>
    </DropZone>
  );
}

function refusalOf(error: unknown): Refused {
  // By its name: the class comes with what reads files, which is loaded for that.
  if (error instanceof Error && error.name === 'BackupRefusal') {
    return { message: error.message, leadsTo: (error as BackupRefusal).leadsTo };
  }
  return {
    message: 'The file could not be read, because the browser could not reach its storage. Try again.',
    leadsTo: null,
  };
}
