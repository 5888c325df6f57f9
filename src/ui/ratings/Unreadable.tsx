import { Alert, Group, Text } from '@mantine/core';
import { useState } from 'react';
import * as words from '../../words/en/ratings/list';
import { useApp, useModel } from '../common/app-context';
import { SaveText } from '../common/SaveText';

/** How many entries of the log cannot be read, and a way to save all that is stored; nothing where all can. */
export function Unreadable() {
  const app = useApp();
  const unreadable = useModel((state) => state.unreadable);
  const profileId = useModel((state) => state.profileId);
  const [problem, setProblem] = useState<string | null>(null);
  if (unreadable === 0 || profileId === null) return null;
  const onFailure = (error: unknown) => setProblem(error === null ? null : words.notWritten);
  return (
    <Alert color="amber" role="status" title={words.unreadable(unreadable)}>
      <Group justify="space-between">
        <Text size="sm">
          {words.unreadableMore(unreadable)}
          {problem && ` ${problem}`}
        </Text>
        <SaveText
          size="xs"
          variant="default"
          text={() => app.leftovers(profileId)}
          type="application/json"
          name="weightless-ratings.json"
          onFailure={onFailure}
        >
          {words.saveEverything}
        </SaveText>
      </Group>
    </Alert>
  );
}
