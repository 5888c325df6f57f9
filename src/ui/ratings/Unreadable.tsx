import { Alert, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useApp, useModel } from '../common/app-context';
import { SaveText } from '../common/SaveText';

/** How many entries of the log cannot be read, and a way to save all that is stored; nothing where all can. */
export function Unreadable() {
  const app = useApp();
  const unreadable = useModel((state) => state.unreadable);
  const profileId = useModel((state) => state.profileId);
  const [problem, setProblem] = useState<string | null>(null);
  if (unreadable === 0 || profileId === null) return null;
  const onFailure = (error: unknown) =>
    setProblem(
      error === null
        ? null
        : 'The file could not be written, because the browser could not reach its storage. Try again.',
    );
  return (
    <Alert
      color="amber"
      role="status"
      title={`${unreadable} ${unreadable === 1 ? 'entry' : 'entries'} cannot be read`}
    >
      <Group justify="space-between">
        <Text size="sm">
          {unreadable === 1 ? 'It is damaged, or was' : 'They are damaged, or were'} written by another
          version of Weightless. {unreadable === 1 ? 'It is' : 'They are'} left where{' '}
          {unreadable === 1 ? 'it is' : 'they are'} and not counted below.{problem && ` ${problem}`}
        </Text>
        <SaveText
          size="xs"
          variant="default"
          text={() => app.leftovers(profileId)}
          type="application/json"
          name="weightless-ratings.json"
          onFailure={onFailure}
        >
          Save everything as a file
        </SaveText>
      </Group>
    </Alert>
  );
}
