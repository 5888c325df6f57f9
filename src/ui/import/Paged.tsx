import { Button, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import * as words from '../../words/en/import/review';
import styles from './Import.module.css';

/** Rows drawn at once; more come on request. */
const PAGE = 20;

interface PagedProps<T> {
  label: string;
  rows: readonly T[];
  keyOf(row: NoInfer<T>, place: number): string;
  children(row: NoInfer<T>): ReactNode;
}

/** A list of any length, a page at a time. */
export function Paged<T>({ label, rows, keyOf, children }: PagedProps<T>) {
  const [shown, setShown] = useState(PAGE);
  return (
    <Stack gap="xs">
      <ul className={styles.rows} aria-label={label}>
        {rows.slice(0, shown).map((row, place) => (
          <li key={keyOf(row, place)}>{children(row)}</li>
        ))}
      </ul>
      {rows.length > shown && (
        <div>
          <Button variant="default" size="sm" onClick={() => setShown(shown + PAGE)}>
            {words.showMore(rows.length - shown)}
          </Button>
        </div>
      )}
    </Stack>
  );
}
