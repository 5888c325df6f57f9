import { Popover, Stack, Text, UnstyledButton } from '@mantine/core';
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import * as words from '../../words/en/frame/storage';
import { useModel } from '../common/app-context';
import links from '../common/links.module.css';
import styles from './StorageIndicator.module.css';

/** What the browser is asked about may fail to load; the rest is said all the same. */
const StorageFacts = lazy(async () => {
  const code = await import('../your-data/StorageFacts').catch(() => null);
  return { default: code?.StorageFacts ?? (() => null) };
});

/** The word that the popover hangs on, and whether it was pressed before the popover was there. */
export interface StoragePopoverProps {
  word: string;
  pressed: RefObject<boolean>;
}

/** Where the ratings are kept and how safely; opened by the press that it was loaded for. */
export function StoragePopover({ word, pressed }: StoragePopoverProps) {
  const unreadable = useModel((state) => state.unreadable);
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  // Its button took the place of the one that was pressed: focus goes over, and is there to come back to.
  useEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    target.current?.focus();
    setOpened(true);
  }, [pressed]);
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
        <UnstyledButton ref={target} className={styles.word} onClick={() => setOpened((open) => !open)}>
          {word}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="sm">{words.keptHere}</Text>
          {unreadable > 0 && (
            <Text size="sm" c="dislike">
              {words.unreadable(unreadable)}
            </Text>
          )}
          <Suspense>
            <StorageFacts />
          </Suspense>
          <Link href="/your-data" className={links.quiet} onClick={() => setOpened(false)}>
            {words.yourData}
          </Link>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
