import type { MouseEvent, ReactNode } from 'react';
import styles from './StageButton.module.css';

interface StageButtonProps {
  onClick(event: MouseEvent<HTMLButtonElement>): void;
  children: ReactNode;
}

/** A button of the stage that stands out, for the speaker. */
export function StageButton({ onClick, children }: StageButtonProps) {
  return (
    <button type="button" className={styles.button} onClick={onClick}>
      {children}
    </button>
  );
}
