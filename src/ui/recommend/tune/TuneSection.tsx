import { Title } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import type { TUNE_SECTIONS } from '../../../state/list/tuning';
import * as words from '../../../words/en/recommend/tune';
import { useTuning } from '../../common/app-context';
import links from '../../common/links.module.css';
import styles from './TuneSection.module.css';

interface TuneSectionProps {
  section: (typeof TUNE_SECTIONS)[number];
  title: string;
  /** Whether it changes the list now. */
  changed: boolean;
  children: ReactNode;
}

/** For controls that go once they have acted: leaves the focus at what they belonged to. */
export function focusSection({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest('section')?.focus({ preventScroll: true });
}

/** One group of controls with its own way back. */
export function TuneSection({ section, title, changed, children }: TuneSectionProps) {
  const reset = useTuning((state) => state.reset);
  return (
    <section className={styles.section} aria-label={title} tabIndex={-1}>
      <div className={styles.head}>
        <Title order={3} size="h4">
          {title}
        </Title>
        {changed && (
          <button
            type="button"
            className={links.action}
            aria-label={words.resetSection(title)}
            onClick={(event) => {
              focusSection(event);
              reset(section);
            }}
          >
            {words.reset}
          </button>
        )}
      </div>
      {children}
    </section>
  );
}

/** A line on how the controls below are meant. */
export function TuneHint({ children }: { children: ReactNode }) {
  return <p className={styles.hint}>{children}</p>;
}
