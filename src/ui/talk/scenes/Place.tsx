import * as words from '../../../words/en/talk/room';
import { sentence } from '../../common/sentence';
import { useTalk } from '../use-talk';
import styles from './Place.module.css';

interface PlaceProps {
  item: number;
  /** Null where the film has none in the list. */
  rank: number | null;
  was?: number | null;
}

/** Where a film stands, and where it stood. */
export function Place({ item, rank, was = null }: PlaceProps) {
  const isRated = useTalk((state) => state.view.answers.has(item));
  if (rank === null) {
    return <p className={styles.place}>{isRated ? words.ratedNotInList : words.behindSeries}</p>;
  }
  return (
    <p className={styles.place}>
      {sentence(
        words.place(
          was !== null && <del className={`${styles.was} tabular`}>{was}</del>,
          <strong className={`${styles.now} tabular`} data-testid="place">
            {rank}
          </strong>,
        ),
      )}
    </p>
  );
}
