import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { SavingState } from '../../state/profile/saving-store';
import { useApp, useModel, useSaving } from '../common/app-context';
import links from '../common/links.module.css';
import { NotKept } from './NotKept';
import styles from './StorageIndicator.module.css';

/** What the browser is asked about is not part of the first load. */
const StorageFacts = lazy(async () => {
  const code = await import('../your-data/StorageFacts').catch(() => null);
  return { default: code?.StorageFacts ?? (() => null) };
});

/** @param anything whether the person has said anything yet */
function wordFor({ unsaved, error }: Pick<SavingState, 'unsaved' | 'error'>, anything: boolean): string {
  if (error) return error.failure === 'slow' ? 'Saving takes long' : 'Not saved';
  if (unsaved > 0) return 'Saving';
  return anything ? 'Saved' : 'Nothing to save';
}

/** Whether everything is saved, in a word; where and how safely, on a click. */
export function StorageIndicator() {
  const app = useApp();
  const saving = useSaving((state) => state);
  const keeping = useStore(app.session, (state) => state.keeping);
  const ready = useModel((state) => state.phase === 'ready');
  const unreadable = useModel((state) => state.unreadable);
  const anything = useModel((state) => state.events.length > 0);
  const [opened, setOpened] = useState(false);

  if (keeping !== 'kept') return <NotKept keeping={keeping} />;
  if (!ready) return null;
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
          {wordFor(saving, anything)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">Your ratings are kept in this browser, on this device, and sent nowhere.</Text>
          {unreadable > 0 && (
            <Text size="sm" c="dislike">
              {unreadable} {unreadable === 1 ? 'entry' : 'entries'} cannot be read: see My ratings.
            </Text>
          )}
          <Suspense>
            <StorageFacts />
          </Suspense>
          <Link href="/your-data" className={links.quiet} onClick={() => setOpened(false)}>
            Your data: save, bring in, erase
          </Link>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
