import { Box } from '@mantine/core';
import { useMergedRef, useResizeObserver } from '@mantine/hooks';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import * as words from '../../../words/en/common/tables';
import styles from './Scroll.module.css';

/** Less than a pixel or two is rounding. */
const ROUNDING = 2;

/** Holds a table that may be wider than its place; scrolls by keyboard too, and says where there is more of it. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState(false);
  const [observed, { width }] = useResizeObserver<HTMLDivElement>();
  const ref = useMergedRef(box, observed);
  const look = useCallback(() => {
    const { scrollWidth = 0, clientWidth = 0, scrollLeft = 0 } = box.current ?? {};
    setMore(scrollWidth - clientWidth - scrollLeft > ROUNDING);
  }, []);
  // Columns come with what is measured.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it holds may have become wider
  useEffect(look, [look, width, children]);
  return (
    <div className={styles.place} data-more={more || undefined}>
      <Box className={styles.scroll} ref={ref} role="group" aria-label={label} tabIndex={0} onScroll={look}>
        {children}
      </Box>
      {more && (
        <p className={styles.hint} aria-hidden="true">
          {words.more}
        </p>
      )}
    </div>
  );
}
