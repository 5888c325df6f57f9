import { Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Keeping } from '../../state/app/session-store';
import * as words from '../../words/en/frame/not-kept';
import { useApp } from '../common/app-context';
import styles from './StorageIndicator.module.css';

/** Why nothing is kept, by how it came to that. */
const WORDS: Record<Exclude<Keeping, 'kept'>, string> = {
  refused: words.refused,
  forgone: words.forgone,
};

/** In place of "Saved" where nothing outlives the page: why, and a way to try again. */
export function NotKept({ keeping }: { keeping: Exclude<Keeping, 'kept'> }) {
  const app = useApp();
  const [trying, setTrying] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const tryAgain = async () => {
    setTrying(true);
    setFailure(await app.keeping.tryAgain());
    setTrying(false);
  };
  return (
    <Popover width={300} position="bottom-end" withinPortal={false} withArrow trapFocus>
      <Popover.Target>
        <UnstyledButton className={styles.word}>{words.notKept}</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{WORDS[keeping]}</Text>
          <Button size="xs" variant="default" onClick={tryAgain} loading={trying}>
            {words.retry}
          </Button>
          {failure && (
            <Text size="sm" role="status">
              {words.stillNot(failure)}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
