import { BookmarkX } from 'lucide-react';
import { filmFacts } from '../../../data/film-facts';
import * as words from '../../../words/en/recommend/wanted';
import { useLibrary, useModel } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { filmAddress } from '../../common/film/film-address';
import { filmLine, titleWithYear } from '../../common/film-facts';
import filmTitle from '../../common/film-title.module.css';
import { RowAnswers } from '../RowAnswers';
import { RowButton } from '../RowButton';
import styles from './WantToSee.module.css';

const SITE = { place: 'want-to-see', predictionVisible: true } as const;

/** A film that one wants to see: to be judged once it was seen, or to be taken off the list. */
export function WantedRow({ item, match }: { item: number; match: number }) {
  const { catalogue } = useLibrary();
  const want = useModel((state) => state.want);
  const rated = useModel((state) => state.opinions.size > 0);
  const title = titleWithYear(catalogue, item);
  const percent = Math.round(match * 100);
  return (
    <li className={styles.row}>
      <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
      <div>
        <h2 className={filmTitle.title}>
          <a href={filmAddress(catalogue, item)}>{catalogue.title[item]}</a>
        </h2>
        <p className={styles.line}>{filmLine(catalogue, item)}</p>
        <p className={styles.line}>
          <span className={`${styles.match} tabular`}>
            {rated ? words.match(percent) : words.likeIt(percent)}
          </span>
          <RowButton
            quiet
            data-next-focus
            aria-label={words.noLonger(title)}
            onClick={() => want(item, false, SITE)}
          >
            <BookmarkX size={15} aria-hidden className={styles.sign} /> {words.takeOff}
          </RowButton>
        </p>
      </div>
      <RowAnswers item={item} title={title} place="want-to-see" />
    </li>
  );
}
