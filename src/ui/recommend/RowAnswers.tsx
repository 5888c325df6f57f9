import { memo } from 'react';
import type { Place } from '../../events/rating-event';
import { useModel } from '../common/app-context';
import styles from './RowAnswers.module.css';
import { RowButton } from './RowButton';

interface RowAnswersProps {
  item: number;
  /** With its year. */
  title: string;
  place: Place;
}

/** The answers to a film of a list: two to be hit, and a quiet one. */
export const RowAnswers = memo(({ item, title, place }: RowAnswersProps) => {
  const rate = useModel((state) => state.rate);
  const site = { place, predictionVisible: true };
  return (
    <div className={styles.answers}>
      <RowButton sign="like" aria-label={`Like ${title}`} onClick={() => rate(item, 'like', site)} />
      <RowButton sign="dislike" aria-label={`Dislike ${title}`} onClick={() => rate(item, 'dislike', site)} />
      <RowButton
        quiet
        className={styles.quiet}
        aria-label={`${title} was so-so`}
        onClick={() => rate(item, 'so-so', site)}
      >
        So-so
      </RowButton>
    </div>
  );
});
