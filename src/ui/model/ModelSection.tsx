import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './ModelSection.module.css';

interface ModelSectionProps {
  /** Tells the section from the others on the screen: the heading's id is made of it. */
  name: string;
  title: string;
  /** Stands at the end of the heading's line; left out where nothing ever does. */
  beside?: ReactNode;
  children: ReactNode;
}

/** One part of My model under its heading. */
export function ModelSection({ name, title, beside, children }: ModelSectionProps) {
  const id = `${name}-title`;
  const heading = (
    <Title order={2} id={id}>
      {title}
    </Title>
  );
  return (
    <section aria-labelledby={id} className={styles.section}>
      {beside === undefined ? (
        heading
      ) : (
        <Group justify="space-between" align="end" wrap="nowrap">
          {heading}
          {beside}
        </Group>
      )}
      {children}
    </section>
  );
}
