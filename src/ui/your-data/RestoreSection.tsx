import { Anchor, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { BackupRefusal } from '../../events/backup-refusal';
import type { BackupPreview } from '../../state/backup/preview';
import * as words from '../../words/en/your-data/restore';
import { useApp } from '../common/app-context';
import links from '../common/links.module.css';
import { DataSection } from './DataSection';
import { DropBox } from './DropBox';
import { RestoreDialog } from './RestoreDialog';

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
        if (restored) setDone(words.restored(restored.people));
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
  const close = (told: string | null) => {
    setPreview(null);
    setDone(told);
  };
  return (
    <DataSection name="restore" title={words.title}>
      <Text>{words.about}</Text>
      <DropBox label={words.backupFile} reading={reading} accept="application/json,.json" onFile={take}>
        {words.chooseFile}
      </DropBox>
      {refused && (
        <Text role="alert" c="dislike">
          {refused.message}{' '}
          {refused.leadsTo === 'import' && (
            <Anchor component={Link} href="/your-data/import" className={links.quiet}>
              {words.importInstead}
            </Anchor>
          )}
        </Text>
      )}
      {done && <Text role="status">{done}</Text>}
      {preview && <RestoreDialog preview={preview} onClose={close} />}
    </DataSection>
  );
}

function refusalOf(error: unknown): Refused {
  // By its name: the class comes with what reads files, which is loaded for that.
  if (error instanceof Error && error.name === 'BackupRefusal') {
    return { message: error.message, leadsTo: (error as BackupRefusal).leadsTo };
  }
  return { message: words.noStorage, leadsTo: null };
}
