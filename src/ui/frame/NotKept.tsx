import { Button, Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import type { Keeping } from '../../state/app/session-store';
import { useApp } from '../common/app-context';
import styles from './StorageIndicator.module.css';

/** Why nothing is kept, by how it came to that. */
const WORDS: Record<Exclude<Keeping, 'kept'>, string> = {
  refused:
    'Not kept: this browser does not let the page store anything. Your ratings last until you close it. Leave private browsing or allow site data, then press Retry: what you did here is saved then.',
  forgone:
    'Not kept: this page goes on without what is saved in this browser, which stays as it is. What you do here lasts until you close the page, unless Retry works.',
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
        <UnstyledButton className={styles.word}>Not kept</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{WORDS[keeping]}</Text>
          <Button size="xs" variant="default" onClick={tryAgain} loading={trying}>
            Retry
          </Button>
          {failure && (
            <Text size="sm" role="status">
              Still not possible. {failure}
            </Text>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
