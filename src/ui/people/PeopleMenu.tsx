import { Kbd, Menu } from '@mantine/core';
import { Check, FolderDown, Pencil, Plus, Search, Trash2 } from 'lucide-react';
import { lazy, type RefObject, Suspense, use, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import * as words from '../../words/en/people/menu';
import { useApp } from '../common/app-context';
import { PaletteContext } from '../palette/palette-context';
import { isNamed } from './named';
import styles from './PeopleMenu.module.css';
import type { Asking } from './PersonDialogs';
import { ProfileButton } from './ProfileButton';

/** Forms are not loaded before one is asked for. */
const PersonDialogs = lazy(async () => ({
  default: (await import('./PersonDialogs')).PersonDialogs,
}));

/** What opens the palette of commands, as it is written on the device's keyboard. */
const PALETTE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : words.paletteKey;

/** What the menu of people needs. */
export interface PeopleMenuProps {
  /** Who is rating. */
  active: { id: string; name: string };
  /** Whether a press waits for the menu to open; taken back when it does. */
  pressed: RefObject<boolean>;
}

/** The way to the palette of commands without its key. @param target what the focus comes back to */
function FindAnything({ target }: { target: RefObject<HTMLButtonElement | null> }) {
  const openPalette = use(PaletteContext);
  return (
    <Menu.Item
      leftSection={<Search size={16} aria-hidden />}
      rightSection={<Kbd size="xs">{PALETTE_KEY}</Kbd>}
      onClick={() => openPalette(target.current)}
    >
      {words.findAnything}
    </Menu.Item>
  );
}

/** Gives the focus back to what brought the menu once a dialog is over: the entry that asked is gone with the menu. */
function useFocusAfter(isAsking: boolean, target: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    if (!isAsking) return;
    return () => {
      requestAnimationFrame(() => target.current?.focus({ preventScroll: true }));
    };
  }, [isAsking, target]);
}

/** The people who share this browser, to switch between, add, rename or remove. */
export function PeopleMenu({ active, pressed }: PeopleMenuProps) {
  const { profiles } = useApp();
  const { list, activeId, switchTo } = useStore(profiles);
  const target = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  // Once there, a dialog that is closed can leave at its own pace.
  const [asked, setAsked] = useState(false);
  // Its button took the place of the one that was pressed: focus goes over, and is there to come back to.
  useLayoutEffect(() => {
    if (!pressed.current) return;
    pressed.current = false;
    target.current?.focus({ preventScroll: true });
    setOpened(true);
  }, [pressed]);
  const close = () => setAsking(null);
  useFocusAfter(asking !== null, target);
  const change = async (id: string) => {
    const refused = await switchTo(id);
    if (refused !== null) ask({ refused });
  };
  const ask = (what: Asking) => {
    setAsked(true);
    setAsking(what);
  };
  return (
    <>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={240}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <ProfileButton name={active.name} ref={target} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{words.whoIsRating}</Menu.Label>
          {list.map(({ id, name }) => (
            <Menu.Item
              key={id}
              onClick={() => change(id)}
              aria-current={id === activeId || undefined}
              leftSection={
                id === activeId ? <Check size={16} aria-hidden /> : <span className={styles.gap} />
              }
            >
              {name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<Plus size={16} aria-hidden />} onClick={() => ask('create')}>
            {words.add}
          </Menu.Item>
          <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => ask('rename')}>
            {isNamed(active.name) ? words.rename(active.name) : words.sayName}
          </Menu.Item>
          <Menu.Item c="dislike" leftSection={<Trash2 size={16} aria-hidden />} onClick={() => ask('remove')}>
            {isNamed(active.name) ? words.remove(active.name) : words.removeYours}
          </Menu.Item>
          <Menu.Divider />
          <FindAnything target={target} />
          <Menu.Item component={Link} href="/your-data" leftSection={<FolderDown size={16} aria-hidden />}>
            {words.yourData}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{asked && <PersonDialogs asking={asking} active={active} onDone={close} />}</Suspense>
    </>
  );
}
