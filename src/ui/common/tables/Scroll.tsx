import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './Scroll.module.css';

/** Holds a table that may be wider than its place; scrolls by keyboard too. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      {children}
    </Box>
  );
}
