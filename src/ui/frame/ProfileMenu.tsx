import { Button, Menu } from '@mantine/core';
import { Check, ChevronDown, FolderDown, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { useApp } from '../common/app-context';
import type { Asking } from '../people/PersonDialogs';
import styles from './ProfileMenu.module.css';

/** Forms are not part of the first load. */
const PersonDialogs = lazy(async () => ({
  default: (await import('../people/PersonDialogs')).PersonDialogs,
}));

/** Who is rating: switch between the people who share this browser, add, rename or remove one. */
export function ProfileMenu() {
  const { profiles } = useApp();
  const { list, activeId, switchTo } = useStore(profiles);
  const [asking, setAsking] = useState<Asking>(null);
  // Once there, a dialog that is closed can leave at its own pace.
  const [asked, setAsked] = useState(false);
  const active = list.find(({ id }) => id === activeId);
  if (!active) return null;
  const close = () => setAsking(null);
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
      <Menu position="bottom-end" width={240} withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="default"
            size="sm"
            px="sm"
            maw={150}
            rightSection={<ChevronDown size={15} aria-hidden />}
            aria-label={`Profile: ${active.name}`}
          >
            {active.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Who is rating?</Menu.Label>
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
            Add a person
          </Menu.Item>
          <Menu.Item leftSection={<Pencil size={16} aria-hidden />} onClick={() => ask('rename')}>
            Rename {active.name}
          </Menu.Item>
          <Menu.Item
            color="dislike"
            leftSection={<Trash2 size={16} aria-hidden />}
            onClick={() => ask('remove')}
          >
            Delete {active.name}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item component={Link} href="/your-data" leftSection={<FolderDown size={16} aria-hidden />}>
            Your data
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense>{asked && <PersonDialogs asking={asking} active={active} onDone={close} />}</Suspense>
    </>
  );
}
