import { Title } from '@mantine/core';
import type { MouseEvent, ReactNode } from 'react';
import type { TuningSection } from '../../../state/list/tuning';
import { useTuning } from '../../common/app-context';

interface TuneSectionProps {
  section: TuningSection;
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
    <section className="tune-section" aria-label={title} tabIndex={-1}>
      <div className="tune-section-head">
        <Title order={3} size="h4">
          {title}
        </Title>
        {changed && (
          <button
            type="button"
            className="line-action"
            aria-label={`Reset: ${title}`}
            onClick={(event) => {
              focusSection(event);
              reset(section);
            }}
          >
            Reset
          </button>
        )}
      </div>
      {children}
    </section>
  );
}
