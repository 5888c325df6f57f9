import { createContext } from 'react';

/**
 * Opens the palette of commands from anywhere on the page.
 * @param from what the focus comes back to when it is closed; what has it now where left out
 */
export type OpenPalette = (from?: HTMLElement | null) => void;

/** How the palette is opened; does nothing outside of a page that has one. */
export const PaletteContext = createContext<OpenPalette>(() => {});
