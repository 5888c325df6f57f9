import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './your-data.module.css';

interface DataSectionProps {
  /** Tells the section from the others on the screen: the heading's id is made of it. */
  name: string;
  title: string;
  children: ReactNode;
}

/** One part of Your data under its heading. */
export function DataSection({ name, title, children }: DataSectionProps) {
  const id = `${name}-title`;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </section>
  );
}
