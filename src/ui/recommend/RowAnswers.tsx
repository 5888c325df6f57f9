import { ThumbsDown, ThumbsUp } from 'lucide-react';
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
      <RowButton
        kind="icon"
        data-answer="like"
        aria-label={`Like ${title}`}
        onClick={() => rate(item, 'like', site)}
      >
        <ThumbsUp size={19} aria-hidden />
      </RowButton>
      <RowButton
        kind="icon"
        data-answer="dislike"
        aria-label={`Dislike ${title}`}
        onClick={() => rate(item, 'dislike', site)}
      >
        <ThumbsDown size={19} aria-hidden />
      </RowButton>
      <RowButton
        kind="word"
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
