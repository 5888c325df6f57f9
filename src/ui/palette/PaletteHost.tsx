import { type ComponentType, type ReactNode, useCallback, useRef, useState } from 'react';
import { useShortcuts } from '../common/presses';
import type { PaletteProps } from './Palette';
import { PaletteContext } from './palette-context';

/** The page with its palette of commands, which opens with Ctrl+K (Cmd+K) and is not loaded before. */
export function PaletteHost({ children }: { children: ReactNode }) {
  const [Palette, setPalette] = useState<ComponentType<PaletteProps> | null>(null);
  const [opened, setOpened] = useState(false);
  const from = useRef<Element | null>(null);
  const open = useCallback(async (opener?: HTMLElement | null) => {
    from.current = opener ?? document.activeElement;
    // Without its code there is none; the next press tries again.
    const code = await import('./Palette').catch(() => null);
    if (!code) return;
    setPalette(() => code.Palette);
    setOpened(true);
  }, []);
  useShortcuts({ 'mod+k': () => open() });
  const close = useCallback((comesBack: boolean) => {
    setOpened(false);
    if (!comesBack) return;
    const { current } = from;
    const isThere = current instanceof HTMLElement && current.isConnected && current !== document.body;
    (isThere ? current : document.querySelector('main'))?.focus({ preventScroll: true });
  }, []);
  return (
    <PaletteContext value={open}>
      {children}
      {Palette && <Palette opened={opened} close={close} />}
    </PaletteContext>
  );
}
