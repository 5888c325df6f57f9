import type { FilmFacts } from '../../data/film-facts';
import { FilmTile } from '../common/FilmTile';
import type { Verdict } from './Answers';
import styles from './LeavingTile.module.css';

const STAMPS: Record<Verdict, string> = {
  like: 'Liked',
  'so-so': 'So-so',
  dislike: 'Disliked',
  unseen: 'Not seen',
};

interface LeavingTileProps {
  film: FilmFacts;
  verdict: Verdict;
}

/** A film that was just judged, stamped with the answer, on its way off the screen. */
export function LeavingTile({ film, verdict }: LeavingTileProps) {
  return (
    <div className={styles.leaving} data-verdict={verdict} aria-hidden="true">
      <FilmTile film={film} size="hero" decorative />
      <span className={styles.stamp}>{STAMPS[verdict]}</span>
    </div>
  );
}
