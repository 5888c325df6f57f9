import { Button, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { App } from '../../state/app/app';
import * as words from '../../words/en/your-data/storage';
import { useApp } from '../common/app-context';

type StorageHealth = Awaited<ReturnType<App['storageHealth']>>;

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
    setAnswer(persisted ? null : words.notAgreed);
  };
  return (
    <>
      {health && (
        <Text size="sm" c="dimmed">
          {health.persisted ? words.promised : words.notPromised}
          {health.usage !== null && ` ${words.usage(health.usage)}`}
        </Text>
      )}
      {health?.persisted === false && (
        <Button size="xs" variant="default" onClick={ask} style={{ alignSelf: 'start' }}>
          {words.askToKeep}
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
