import { Button, Group, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import * as words from '../../../words/en/compare/charts';
import styles from './ChartCard.module.css';
import cards from './cards.module.css';
import { savePng, saveSvg } from './save-chart';

interface ChartCardProps {
  title: string;
  /** What the chart shows and how to read it. */
  says: string;
  /** Beginning of the names of exported files. */
  fileName: string;
  /** Said to screen readers in place of the drawing. */
  summary: string;
  draw: (width: number) => ReactNode;
  /** The same as a table. */
  table: ReactNode;
  children?: ReactNode;
}

/** A chart with its title, its table twin, and its ways out. */
export function ChartCard({ title, says, fileName, summary, draw, table, children }: ChartCardProps) {
  const { ref, width } = useElementSize();
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const svg = () => drawing.current?.querySelector('svg');
  return (
    <section className={cards.card} aria-label={title}>
      <Group justify="space-between" align="start" gap="xs">
        <div className={styles.head}>
          <Title order={3}>{title}</Title>
          <Text size="sm" c="dimmed">
            {says}
          </Text>
        </div>
        <Group gap={2}>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? words.chart : words.table}
          </Button>
          {!asTable && (
            <>
              <Button size="compact-xs" variant="subtle" onClick={() => saveSvg(svg(), fileName)}>
                {words.svg}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => savePng(svg(), fileName)}>
                {words.png}
              </Button>
            </>
          )}
        </Group>
      </Group>
      {children}
      {asTable && table}
      <div ref={ref} className={styles.chart} hidden={asTable}>
        <div ref={drawing} role="img" aria-label={summary}>
          {!asTable && width > 0 && (
            <Suspense fallback={<div className={styles.wait}>{words.loading}</div>}>
              {draw(Math.floor(width))}
            </Suspense>
          )}
        </div>
      </div>
    </section>
  );
}
