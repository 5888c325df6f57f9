import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { App } from '../../state/app/app';
import { useApp } from '../common/app-context';

type StorageHealth = Awaited<ReturnType<App['storageHealth']>>;

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

function promise({ persisted }: StorageHealth): string {
  if (persisted) return 'This browser has promised not to clear it by itself.';
  return 'This browser may clear it if the device runs out of space, or if you do not come back for long.';
}

/** Whether the browser keeps what is stored, how much that is, and a way to ask it to. */
export function StorageFacts() {
  const app = useApp();
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const [answer, setAnswer] = useState<string | null>(null);

  useEffect(() => {
    app.storageHealth().then(setHealth);
  }, [app]);

  const ask = async () => {
    const persisted = await app.askToPersist();
    setHealth(await app.storageHealth());
    setAnswer(
      persisted ? null : 'The browser did not agree. Visiting often helps; so does installing the page.',
    );
  };
  return (
    <>
      {health && (
        <Text size="sm" c="dimmed">
          {promise(health)}
          {health.usage !== null && ` In use: ${megabytes(health.usage)}.`}
        </Text>
      )}
      {health?.persisted === false && (
        <Button size="xs" variant="default" onClick={ask} style={{ alignSelf: 'start' }}>
          Ask the browser to keep it
        </Button>
      )}
      {answer && (
        <Text size="sm" role="status">
          {answer}
        </Text>
      )}
    </>
  );
}
