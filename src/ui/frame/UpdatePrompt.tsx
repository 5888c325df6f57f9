import { Button, Dialog, Group, Text } from '@mantine/core';
import { useStore } from 'zustand';
import { useApp } from '../common/app-context';

/** Offers a newer version of the app; nothing happens without a yes. */
export function UpdatePrompt() {
  const { phase, accept, later } = useStore(useApp().updates);
  return (
    <Dialog
      opened={phase !== 'none'}
      position={{ bottom: 'calc(var(--app-tabbar-height, 0px) + 16px)', right: 16 }}
      size="lg"
      withBorder
      withinPortal={false}
      shadow="md"
      role="status"
    >
      <Text fw={650}>A new version is ready</Text>
      <Text size="sm" mt={4}>
        {phase === 'held'
          ? 'It starts as soon as your last clicks are saved.'
          : 'Your ratings stay. After “Later” it starts the next time you open Weightless.'}
      </Text>
      {phase !== 'held' && (
        <Group gap="xs" mt="sm">
          <Button size="sm" onClick={accept} loading={phase === 'starting'}>
            Update now
          </Button>
          <Button size="sm" variant="default" onClick={later} disabled={phase === 'starting'}>
            Later
          </Button>
        </Group>
      )}
    </Dialog>
  );
}
