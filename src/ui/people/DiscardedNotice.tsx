import { Alert, Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import * as words from '../../words/en/people/found';
import { useApp } from '../common/app-context';

/** Says that the browser threw away what was stored, until it is read. */
export function DiscardedNotice() {
  const { session } = useApp();
  const discarded = useStore(session, (state) => state.discarded);
  if (!discarded) return null;
  return (
    <Alert color="amber" mb="md" role="alert" title={words.discarded}>
      <Group justify="space-between">
        <Text size="sm">{words.discardedMore}</Text>
        <Group gap="xs">
          <Button size="xs" component={Link} href="/your-data">
            {words.restore}
          </Button>
          <Button size="xs" variant="default" onClick={() => session.setState({ discarded: false })}>
            {words.close}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
