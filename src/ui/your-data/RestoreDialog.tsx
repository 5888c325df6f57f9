import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { BackupPreview, RestoreChoice } from '../../state/backup/preview';
import * as words from '../../words/en/your-data/restore';
import { useApp } from '../common/app-context';
import { dayName } from '../ratings/days';
import { PersonChoice } from './PersonChoice';

interface RestoreDialogProps {
  preview: BackupPreview;
  /** Called with what was restored, for a person; with null where nothing was. */
  onClose: (told: string | null) => void;
}

/** What is in a backup and what becomes of each person; asks once more where something here is lost. */
export function RestoreDialog({ preview, onClose }: RestoreDialogProps) {
  const app = useApp();
  const [choices, setChoices] = useState<RestoreChoice[]>(() =>
    preview.people.map((person) => person.suggested),
  );
  const [phase, setPhase] = useState<'choosing' | 'asking' | 'restoring'>('choosing');
  const [problem, setProblem] = useState<string | null>(null);
  const replaced = choices.flatMap((choice, n) =>
    choice.mode === 'replace' ? [{ ...choice, ...preview.outcomeOf(n, choice) }] : [],
  );
  const taken = choices.filter(({ mode }) => mode !== 'leave').length;
  const clash = clashes(choices);

  const restore = async () => {
    setPhase('restoring');
    const backup = await app.backup();
    const restored = await backup.restore(preview, choices);
    if (typeof restored !== 'string') {
      backup.takeRestored();
      return onClose(words.restored(restored.people));
    }
    setProblem(restored);
    setPhase('choosing');
  };
  if (phase === 'asking') {
    return (
      <ReplaceQuestion
        preview={preview}
        replaced={replaced}
        onBack={() => setPhase('choosing')}
        onReplace={restore}
        onClose={() => onClose(null)}
      />
    );
  }
  return (
    <Modal opened onClose={() => onClose(null)} title={words.inTheFile} size="lg">
      <Stack>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {headWords(preview)}
        </Text>
        {preview.people.map((person, n) => (
          <PersonChoice
            // biome-ignore lint/suspicious/noArrayIndexKey: People of a file have no other place.
            key={n}
            preview={preview}
            place={n}
            person={person}
            choice={choices[n]}
            onChange={(choice) => setChoices(choices.map((other, m) => (m === n ? choice : other)))}
          />
        ))}
        {clash && (
          <Text role="alert" c="dislike">
            {words.clash}
          </Text>
        )}
        {problem && (
          <Text role="alert" c="dislike">
            {problem}
          </Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={() => onClose(null)}>
            {words.cancel}
          </Button>
          <Button
            disabled={clash || taken === 0}
            loading={phase === 'restoring'}
            onClick={replaced.length > 0 ? () => setPhase('asking') : restore}
          >
            {replaced.length > 0 ? words.restoreAsking : words.restore}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Whether two people of a file are to go where only one can. */
function clashes(choices: readonly RestoreChoice[]): boolean {
  const targets = choices.flatMap((choice) => ('profileId' in choice ? [choice] : []));
  return targets.some(
    ({ mode, profileId }) =>
      mode === 'replace' && targets.filter((other) => other.profileId === profileId).length > 1,
  );
}

interface ReplaceQuestionProps {
  preview: BackupPreview;
  /** Who is to be replaced, and how many clicks are lost of each. */
  replaced: readonly { profileId: string; removed: number }[];
  onBack: () => void;
  onReplace: () => void;
  onClose: () => void;
}

/** Says what is lost, and asks once more. */
function ReplaceQuestion({ preview, replaced, onBack, onReplace, onClose }: ReplaceQuestionProps) {
  return (
    <Modal opened onClose={onClose} title={words.replaceQuestion}>
      <Stack>
        <List size="sm">
          {replaced.map(({ profileId, removed }) => (
            <List.Item key={profileId}>{words.loses(nameOf(preview, profileId), removed)}</List.Item>
          ))}
        </List>
        <Text size="sm">{words.noUndo}</Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onBack} data-autofocus>
            {words.back}
          </Button>
          <Button color="dislike" onClick={onReplace}>
            {words.replace}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function nameOf({ here }: BackupPreview, profileId: string): string {
  return here.find(({ id }) => id === profileId)?.name ?? '';
}

function headWords({ file, writtenAt, appVersion, runs }: BackupPreview): string {
  return words.aboutFile(file, writtenAt === null ? null : dayName(writtenAt), appVersion, runs);
}
