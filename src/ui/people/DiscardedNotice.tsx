import { Alert, Button, Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useApp } from '../common/app-context';

/** Says that the browser threw away what was stored, until it is read. */
export function DiscardedNotice() {
  const { session } = useApp();
  const discarded = useStore(session, (state) => state.discarded);
  if (!discarded) return null;
  return (
    <Alert color="amber" mb="md" role="alert" title="Your browser lost what was saved here">
      <Group justify="space-between">
        <Text size="sm">
          It found its storage damaged, as can happen when it is ended by force, and deleted all of it, your
          ratings too. If you have a backup, you can restore it.
        </Text>
        <Group gap="xs">
          <Button size="xs" component={Link} href="/your-data">
            Restore a backup
          </Button>
          <Button size="xs" variant="default" onClick={() => session.setState({ discarded: false })}>
            Close
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}
