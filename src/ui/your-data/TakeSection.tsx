import { Group, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { BackupFile } from '../../state/backup/backup';
import type { LastBackup } from '../../state/backup/last-backup';
import { toldSince } from '../../state/backup/reminder';
import * as words from '../../words/en/your-data/take';
import { useApp, useModel } from '../common/app-context';
import { SaveText } from '../common/SaveText';
import { dayName, dayOf } from '../ratings/days';
import { DataSection } from './DataSection';
import { Tables } from './Tables';

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
  if (!backup) return words.neverSaved;
  const { time } = backup;
  const days = Math.round((dayOf(now).from - dayOf(time).from) / 86_400_000);
  return words.lastSaved(days, dayName(time), backup.events, toldSince(events, time));
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
    <DataSection name="take" title={words.title}>
      <Text>{words.about}</Text>
      {last && <Text c="dimmed">{lastWords(last, events)}</Text>}
      <Group gap="xs">
        {profileId !== null && button(profileId, people.length > 1 ? words.saveOf(name) : words.save)}
        {people.length > 1 && button('everything', words.saveEverybody, 'default')}
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
  if (error instanceof Error && error.name === 'StorageError') return words.noStorage;
  return words.notLoaded;
}
