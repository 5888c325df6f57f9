import type { ReactNode } from 'react';
import styles from './PresetButton.module.css';

interface PresetButtonProps {
  /** Whether what it stands for is what is chosen now. */
  chosen: boolean;
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

/** A choice with room for a sentence, for the researcher: settings to start from, or a row of several runs. */
export function PresetButton({ chosen, disabled, onClick, children }: PresetButtonProps) {
  return (
    <button
      type="button"
      className={styles.preset}
      aria-pressed={chosen}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
