import type { FilmFacts } from '../../data/film-facts';
import * as words from '../../words/en/rate/answers';
import { FilmTile } from '../common/FilmTile';
import type { Verdict } from './Answers';
import styles from './LeavingTile.module.css';

const STAMPS: Record<Verdict, string> = {
  like: words.stampLike,
  'so-so': words.stampSoSo,
  dislike: words.stampDislike,
  unseen: words.stampUnseen,
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
