import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { filmFacts } from '../../data/film-facts';
import * as words from '../../words/en/recommend/list';
import { useLibrary, useModel } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmAddress } from '../common/film/film-address';
import { titleWithYear } from '../common/film-facts';
import links from '../common/links.module.css';
import { useGlide } from '../common/use-glide';
import styles from './FilmStrip.module.css';
import { NothingLeft } from './NothingLeft';

const SHOWN = 8;

interface FilmStripProps {
  /** Films being judged, now or next. */
  hidden: readonly number[];
  /** False where the whole list is on the same screen. */
  linked?: boolean;
  /** Stands below the tiles and stays in view with them. */
  children?: ReactNode;
}

/** The top of the list as a strip of small tiles that stays in view while rating on a phone. */
export function FilmStrip({ hidden, linked = true, children }: FilmStripProps) {
  const { catalogue } = useLibrary();
  const recommendations = useModel((state) => state.recommendations);
  const rated = useModel((state) => state.drawnFrom);
  const list = useGlide<HTMLOListElement>(320);
  const shown = recommendations.filter(({ item }) => !hidden.includes(item)).slice(0, SHOWN);
  return (
    <section className={styles.strip} data-linked={linked || undefined} aria-labelledby="strip-title">
      <div className={styles.head}>
        <Text className="eyebrow" id="strip-title">
          {rated === 0 ? words.favourites : words.forYouNow}
        </Text>
        {linked && (
          <Text component={Link} href="/for-you" className={`${links.quiet} ${links.alone}`} size="sm">
            {words.wholeList}
          </Text>
        )}
      </div>
      <ol className={styles.list} ref={list} aria-labelledby="strip-title">
        {shown.map(({ item }, index) => (
          <li key={item} aria-label={`${index + 1}: ${titleWithYear(catalogue, item)}`}>
            <span className={`${styles.rank} tabular`} aria-hidden="true">
              {index + 1}
            </span>
            <a href={filmAddress(catalogue, item)} aria-label={titleWithYear(catalogue, item)}>
              <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
            </a>
          </li>
        ))}
      </ol>
      {shown.length === 0 && (
        <div className={styles.nothing}>
          <NothingLeft />
        </div>
      )}
      {children}
    </section>
  );
}
