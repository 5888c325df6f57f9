import { UnstyledButton } from '@mantine/core';
import { type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { SavingState } from '../../state/profile/saving-store';
import * as words from '../../words/en/frame/notices';
import { useApp, useModel, useSaving } from '../common/app-context';
import styles from './StorageIndicator.module.css';
import type { StoragePopoverProps } from './StoragePopover';

/** Hardly anybody sees it. */
const NotKept = lazy(async () => ({ default: (await import('./NotKept')).NotKept }));

/** @param anything whether the person has said anything yet */
function wordFor({ unsaved, error }: Pick<SavingState, 'unsaved' | 'error'>, anything: boolean): string {
  if (error) return error.failure === 'slow' ? words.savingSlow : words.notSaved;
  if (unsaved > 0) return words.saving;
  return anything ? words.saved : words.nothingToSave;
}

/** Whether everything is saved, in a word; where and how safely, on a click, which is not part of the first load. */
export function StorageIndicator() {
  const app = useApp();
  const saving = useSaving((state) => state);
  const keeping = useStore(app.session, (state) => state.keeping);
  const ready = useModel((state) => state.phase === 'ready');
  const anything = useModel((state) => state.events.length > 0);
  const [Popover, setPopover] = useState<ComponentType<StoragePopoverProps> | null>(null);
  const pressed = useRef(false);

  if (keeping !== 'kept')
    return (
      <Suspense>
        <NotKept keeping={keeping} />
      </Suspense>
    );
  if (!ready) return null;
  const word = wordFor(saving, anything);
  if (Popover) return <Popover word={word} pressed={pressed} />;
  const open = async () => {
    pressed.current = true;
    const code = await import('./StoragePopover').catch(() => null);
    if (code) setPopover(() => code.StoragePopover);
  };
  return (
    <UnstyledButton className={styles.word} aria-haspopup="dialog" aria-expanded={false} onClick={open}>
      {word}
    </UnstyledButton>
  );
}
