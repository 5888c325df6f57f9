import { type ComponentType, useRef, useState } from 'react';
import { useStore } from 'zustand';
import * as words from '../../words/en/frame/frame';
import { useApp } from '../common/app-context';
import type { PeopleMenuProps } from '../people/PeopleMenu';
import { ProfileButton } from '../people/ProfileButton';
import styles from './ProfileMenu.module.css';

/** Who is rating; a press opens the menu of those who share this browser, which is not part of the first load. */
export function ProfileMenu() {
  const { list, activeId } = useStore(useApp().profiles);
  const [People, setPeople] = useState<ComponentType<PeopleMenuProps> | null>(null);
  const pressed = useRef(false);
  const [failed, setFailed] = useState(false);
  const active = list.find(({ id }) => id === activeId);
  if (!active) return null;
  if (People) return <People active={active} pressed={pressed} />;
  const open = async () => {
    setFailed(false);
    pressed.current = true;
    try {
      const { PeopleMenu } = await import('../people/PeopleMenu');
      setPeople(() => PeopleMenu);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles.place}>
      <ProfileButton name={active.name} aria-haspopup="menu" aria-expanded={false} onClick={open} />
      {failed && (
        <div role="alert" className={styles.failed}>
          {words.menuNotLoaded}
        </div>
      )}
    </div>
  );
}
