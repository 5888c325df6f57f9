import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TuningSection } from '../../../state/tuning';
import { useTuning } from '../../common/app-context';

interface TuneSectionProps {
  section: TuningSection;
  title: string;
  /** Whether it changes the list now. */
  changed: boolean;
  children: ReactNode;
}

/** One group of controls with its own way back. */
export function TuneSection({ section, title, changed, children }: TuneSectionProps) {
  const reset = useTuning((state) => state.reset);
  return (
    <section className="tune-section" aria-label={title}>
      <div className="tune-section-head">
        <Title order={3} size="h4">
          {title}
        </Title>
        {changed && (
          <button
            type="button"
            className="line-action"
            aria-label={`Reset: ${title}`}
            onClick={() => reset(section)}
          >
            Reset
          </button>
        )}
      </div>
      {children}
    </section>
  );
}
