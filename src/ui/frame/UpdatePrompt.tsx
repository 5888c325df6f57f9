import { Button, Dialog, Group, Text } from '@mantine/core';
import { useStore } from 'zustand';
import * as words from '../../words/en/frame/notices';
import { useApp, useKept } from '../common/app-context';

/** Offers a newer version of the app; nothing happens without a yes. */
export function UpdatePrompt() {
  const { phase, accept, later } = useStore(useApp().updates);
  const kept = useKept();
  return (
    <Dialog
      // Where nothing is kept, nothing may load the page anew.
      opened={phase !== 'none' && kept}
      position={{ bottom: 'calc(var(--app-tabbar-height, 0px) + 16px)', right: 16 }}
      size="lg"
      withBorder
      withinPortal={false}
      shadow="md"
      role="status"
    >
      <Text fw={650}>{words.newVersion}</Text>
      <Text size="sm" mt={4}>
        {phase === 'held' ? words.newVersionHeld : words.newVersionWaits}
      </Text>
      {phase !== 'held' && (
        <Group gap="xs" mt="sm">
          <Button size="sm" onClick={accept} loading={phase === 'starting'}>
            {words.update}
          </Button>
          <Button size="sm" variant="default" onClick={later} disabled={phase === 'starting'}>
            {words.later}
          </Button>
        </Group>
      )}
    </Dialog>
  );
}
