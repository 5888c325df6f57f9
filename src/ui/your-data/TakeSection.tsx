import { Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BackupFile } from '../../state/backup/backup';
import type { LastBackup } from '../../state/backup/last-backup';
import { toldSince } from '../../state/backup/reminder';
import { useApp, useModel } from '../common/app-context';
import { SaveText } from '../common/SaveText';
import { DataSection } from './DataSection';
import { Tables } from './Tables';
import { agoWords, clicks } from './words';

/** The last backup of a person as of now, read anew when `saved` changes. */
interface Looked {
  of: string;
  backup: LastBackup | null;
  /** When it was looked for, in milliseconds since 1970. */
  now: number;
}

/** Null while it is read. */
function useLastBackup(profileId: string | null, saved: number): Looked | null {
  const app = useApp();
  const [last, setLast] = useState<Looked | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies(saved): a file was saved, so what was read before is old.
  useEffect(() => {
    let left = false;
    if (profileId === null) return;
    app
      .backup()
      .then(async ({ lastBackup, now }) => ({
        of: profileId,
        backup: await lastBackup(profileId),
        now: now(),
      }))
      .then(
        (looked) => !left && setLast(looked),
        () => {},
      );
    return () => {
      left = true;
    };
  }, [app, profileId, saved]);
  return last?.of === profileId ? last : null;
}

/** @param events of the person's log */
function lastWords({ backup, now }: Looked, events: readonly { time: number }[]): string {
  if (!backup) return 'Last backup: never.';
  const since = toldSince(events, backup.time);
  const more = since > 0 ? ` ${clicks(since)} since.` : '';
  return `Last backup: ${agoWords(backup.time, now)}, with ${clicks(backup.events)}.${more}`;
}

/** A backup of a person or of everybody, ratings for other sites, and lists: all as files. */
export function TakeSection() {
  const app = useApp();
  const people = useStore(app.profiles, (state) => state.list);
  const profileId = useModel((state) => state.profileId);
  const events = useModel((state) => state.events);
  const [saved, setSaved] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const last = useLastBackup(profileId, saved);
  const file = useRef<BackupFile | null>(null);
  const name = people.find(({ id }) => id === profileId)?.name ?? '';

  const textOf = async (who: string) => {
    const backup = await app.backup();
    file.current = await backup.exportBackup(who);
    return file.current.text;
  };
  const onSaved = async (error: unknown) => {
    setProblem(problemWords(error));
    if (error !== null || !file.current) return;
    await (await app.backup()).noteSaved(file.current).catch(() => {});
    setSaved((n) => n + 1);
  };
  const button = (who: string, label: string, variant?: string) => (
    <SaveText
      variant={variant}
      type="application/json"
      name={() => file.current?.name ?? 'weightless-backup.json'}
      text={() => textOf(who)}
      onFailure={onSaved}
    >
      {label}
    </SaveText>
  );
  return (
    <DataSection name="take" title="Take it along">
      <Text>
        What you said is in this browser only. A backup file brings it to another device, or back should this
        browser lose it. Only you have the file: keep it where others cannot read it.
      </Text>
      {last && <Text c="dimmed">{lastWords(last, events)}</Text>}
      <Group gap="xs">
        {profileId !== null &&
          button(profileId, people.length > 1 ? `Save a backup of ${name}` : 'Save a backup')}
        {people.length > 1 && button('everything', 'Save everybody', 'default')}
      </Group>
      {problem && (
        <Text role="alert" c="dislike">
          {problem}
        </Text>
      )}
      <Tables onFailure={(error) => setProblem(problemWords(error))} />
    </DataSection>
  );
}

/** Why there is no file, for a person; null where there is one. */
function problemWords(error: unknown): string | null {
  if (error === null) return null;
  if (error instanceof Error && error.name === 'StorageError')
    return 'The file could not be written, because the browser could not reach its storage. Try again.';
  return 'The file could not be written: a part of Weightless could not be loaded. Check the connection and try again.';
}
