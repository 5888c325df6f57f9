import { filmFacts } from '../../data/film-facts';
import { useLibrary } from '../common/app-context';
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
  /** Catalogue index. */
  item: number;
  verdict: Verdict;
}

/** A film that was just judged, stamped with the answer, on its way off the screen. */
export function LeavingTile({ item, verdict }: LeavingTileProps) {
  const { catalogue } = useLibrary();
  return (
    <div className={styles.leaving} data-verdict={verdict} aria-hidden="true">
      <FilmTile film={filmFacts(catalogue, item)} size="hero" decorative />
      <span className={styles.stamp}>{STAMPS[verdict]}</span>
    </div>
  );
}
