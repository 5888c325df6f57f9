import type { ReactNode } from 'react';
import styles from './Problem.module.css';

/** What cannot be done on this stage just now, in a line for the speaker. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p className={styles.problem} role="status">
      {children}
    </p>
  );
}
