import { memo } from 'react';
import type { Place } from '../../events/rating-event';
import * as words from '../../words/en/recommend/row-answers';
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
      <RowButton sign="like" aria-label={words.like(title)} onClick={() => rate(item, 'like', site)} />
      <RowButton
        sign="dislike"
        aria-label={words.dislike(title)}
        onClick={() => rate(item, 'dislike', site)}
      />
      <RowButton
        quiet
        className={styles.quiet}
        aria-label={words.wasSoSo(title)}
        onClick={() => rate(item, 'so-so', site)}
      >
        {words.soSo}
      </RowButton>
    </div>
  );
});
