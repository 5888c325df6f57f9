import { Modal } from '@mantine/core';
import { lazy, Suspense, useCallback, useState } from 'react';
import { useStore } from 'zustand';
import * as words from '../../words/en/palette/palette';
import { useApp } from '../common/app-context';
import { CommandBox } from './CommandBox';
import type { Command } from './use-commands';

/** A form that hardly anybody asks for here. */
const PersonDialogs = lazy(async () => ({
  default: (await import('../people/PersonDialogs')).PersonDialogs,
}));

/** What the palette needs. */
export interface PaletteProps {
  opened: boolean;
  /** @param comesBack whether the focus goes back to where it was; else it goes where the command leads */
  close(comesBack: boolean): void;
}

/** Every film, every screen and what can be done, by name. */
export function Palette({ opened, close }: PaletteProps) {
  const { profiles } = useApp();
  const active = useStore(profiles, ({ list, activeId }) => list.find(({ id }) => id === activeId));
  const [adding, setAdding] = useState(false);
  // Once there, the form can leave at its own pace.
  const [asked, setAsked] = useState(false);
  const addPerson = useCallback(() => {
    setAsked(true);
    setAdding(true);
  }, []);
  const choose = ({ to, run }: Command) => {
    const leads = to !== undefined && to !== window.location.hash;
    close(!leads);
    run?.();
    if (to !== undefined) window.location.assign(to);
  };
  return (
    <>
      <Modal
        opened={opened}
        onClose={() => close(true)}
        returnFocus={false}
        title={words.title}
        centered={false}
        yOffset="8dvh"
        size="lg"
      >
        {opened && <CommandBox choose={choose} close={() => close(true)} addPerson={addPerson} />}
      </Modal>
      <Suspense>
        {asked && active && (
          <PersonDialogs
            asking={adding ? 'create' : null}
            active={active}
            onDone={() => {
              setAdding(false);
              close(true);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
