import { Text } from '@mantine/core';
import { filmFacts } from '../../data/film-facts';
import type { Place } from '../../events/rating-event';
import * as words from '../../words/en/recommend/series';
import { useLibrary, useModel } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmAddress } from '../common/film/film-address';
import { filmLine, titleWithYear } from '../common/film-facts';
import filmTitle from '../common/film-title.module.css';
import styles from './FoldedFilms.module.css';
import { RowAnswers } from './RowAnswers';

interface FoldedFilmsProps {
  /** The film that stands for the series, with its year. */
  title: string;
  items: readonly number[];
  place: Place;
}

/** The other films of a series, best first, each to be answered as a row of the list is. */
export function FoldedFilms({ title, items, place }: FoldedFilmsProps) {
  const { catalogue } = useLibrary();
  const matchOf = useModel((state) => state.listMatchOf);
  // Another click may change the figures while the fold is open.
  useModel((state) => state.revision);
  return (
    <ul className={styles.folded} aria-label={words.moreOf(title)}>
      {items.map((item) => (
        <li key={item}>
          <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
          <div>
            <Text component="h4" className={filmTitle.title}>
              <a href={filmAddress(catalogue, item)}>{catalogue.title[item]}</a>
            </Text>
            <Text size="sm" c="dimmed">
              {filmLine(catalogue, item)} · {Math.round(matchOf(item) * 100)} %
            </Text>
          </div>
          <RowAnswers item={item} title={titleWithYear(catalogue, item)} place={place} />
        </li>
      ))}
    </ul>
  );
}
