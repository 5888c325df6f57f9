import { Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { App } from '../../state/app/app';
import { useApp, useModel, useSaving } from '../common/app-context';
import styles from './StorageIndicator.module.css';

type StorageHealth = Awaited<ReturnType<App['storageHealth']>>;

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function promise({ persisted }: StorageHealth): string {
  if (persisted) return 'This browser has promised not to clear it by itself.';
  return 'This browser may clear it if the device runs out of space, or if you do not come back for long.';
}

/** Whether everything is saved, in a word; where and how safely, on a click. */
export function StorageIndicator() {
  const app = useApp();
  const saving = useSaving((state) => state);
  const ready = useModel((state) => state.phase === 'ready');
  const [opened, setOpened] = useState(false);
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);

  useEffect(() => {
    if (opened) app.storageHealth().then(setHealth);
  }, [opened, app]);

  if (!ready) return null;
  const word = saving.error ? 'Not saved' : saving.unsaved > 0 ? 'Saving' : 'Saved';
  const ask = async () => {
    const persisted = await app.askToPersist();
    setHealth(await app.storageHealth());
    setAnswer(
      persisted ? null : 'The browser did not agree. Visiting often helps; so does installing the page.',
    );
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={300}
      position="bottom-end"
      withinPortal={false}
      withArrow
      trapFocus
    >
      <Popover.Target>
        <UnstyledButton className={styles.word} onClick={() => setOpened((open) => !open)}>
          {word}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">Your ratings are kept in this browser, on this device, and sent nowhere.</Text>
          {health && (
            <Text size="sm" c="dimmed">
              {promise(health)}
              {health.usage !== null && ` In use: ${megabytes(health.usage)}.`}
            </Text>
          )}
          {health?.persisted === false && (
            <Button size="xs" variant="default" onClick={ask}>
              Ask the browser to keep it
            </Button>
          )}
          {answer && (
            <Text size="sm" role="status">
              {answer}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
