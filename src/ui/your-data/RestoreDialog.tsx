import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { BackupPreview, RestoreChoice } from '../../state/backup/preview';
import { useApp } from '../common/app-context';
import { dayName } from '../ratings/days';
import { PersonChoice } from './PersonChoice';
import { clicks, restoredWords } from './words';

interface RestoreDialogProps {
  preview: BackupPreview;
  /** Called with what was restored, for a person; with null where nothing was. */
  onClose: (words: string | null) => void;
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
      return onClose(restoredWords(restored.people));
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
    <Modal opened onClose={() => onClose(null)} title="What is in the file" size="lg">
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
            Two people of the file cannot both replace one here.
          </Text>
        )}
        {problem && (
          <Text role="alert" c="dislike">
            {problem}
          </Text>
        )}
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={() => onClose(null)}>
            Cancel
          </Button>
          <Button
            disabled={clash || taken === 0}
            loading={phase === 'restoring'}
            onClick={replaced.length > 0 ? () => setPhase('asking') : restore}
          >
            {replaced.length > 0 ? 'Restore…' : 'Restore'}
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
    <Modal opened onClose={onClose} title="Replace what is here?">
      <Stack>
        <List size="sm">
          {replaced.map(({ profileId, removed }) => (
            <List.Item key={profileId}>
              {nameOf(preview, profileId)}:{' '}
              {removed === 0
                ? 'everything here is in the file too.'
                : `${clicks(removed)} that ${removed === 1 ? 'is' : 'are'} not in the file ${removed === 1 ? 'is' : 'are'} lost.`}
            </List.Item>
          ))}
        </List>
        <Text size="sm">This cannot be undone. To be able to come back, save a backup first.</Text>
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onBack} data-autofocus>
            Back
          </Button>
          <Button color="dislike" onClick={onReplace}>
            Replace
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
  const when = writtenAt === null ? '' : `, written on ${dayName(writtenAt)}`;
  const compared =
    runs === 0 ? '' : ` ${runs === 1 ? 'One kept comparison comes' : `${runs} kept comparisons come`} along.`;
  return `${file}${when} by Weightless ${appVersion}.${compared}`;
}
