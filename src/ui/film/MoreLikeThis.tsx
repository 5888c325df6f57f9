import { Text, Title } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { filmFacts } from '../../data/film-facts';
import { moreLike } from '../../state/list/more-like';
import * as words from '../../words/en/film/more';
import { useLibrary, useModel } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmAddress } from '../common/film/film-address';
import styles from './MoreLikeThis.module.css';

/** Films of each kind. */
const SHOWN = 6;
const SAID = { like: words.saidLike, 'so-so': words.saidSoSo, dislike: words.saidDislike } as const;

interface NearFilm {
  item: number;
  /** Why it is here, in plain words; null where the heading says it all. */
  why: string | null;
}

function NearFilms({
  id,
  title,
  about,
  films,
}: {
  id: string;
  title: string;
  about?: ReactNode;
  films: NearFilm[];
}) {
  const { catalogue } = useLibrary();
  const opinions = useModel((state) => state.opinions);
  if (films.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h4" id={id}>
        {title}
      </Title>
      {about && (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
      <ul className={styles.films}>
        {films.map(({ item, why }) => {
          const said = opinions.get(item);
          const year = catalogue.year[item];
          return (
            <li key={item}>
              <a href={filmAddress(catalogue, item)} className={styles.film}>
                <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
                <span className={styles.name}>{catalogue.title[item]}</span>
              </a>
              <span className={styles.why}>
                {[year > 0 ? String(year) : null, said && SAID[said]].filter(Boolean).join(' · ')}
                {why && <span>{why}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Films near a film, each with what makes it so. */
export function MoreLikeThis({ item }: { item: number }) {
  const library = useLibrary();
  const { series, together, alike } = useMemo(() => moreLike(library, item, SHOWN), [library, item]);
  if (series.length + together.films.length + alike.length === 0) return null;
  return (
    <section className={styles.more} aria-labelledby="more-title">
      <Title order={2} size="h3" id="more-title">
        {words.title}
      </Title>
      <NearFilms
        id="series-title"
        title={words.sameSeries}
        films={series.map((other) => ({ item: other, why: null }))}
      />
      <NearFilms
        id="together-title"
        title={words.samePeople}
        about={words.howMany(together.likers, library.catalogue.title[item])}
        films={together.films.map((film) => ({
          item: film.item,
          why: words.likeBoth(film.both, together.likers),
        }))}
      />
      <NearFilms
        id="alike-title"
        title={words.sameKind}
        films={alike.map((film) => ({ item: film.item, why: words.both(film.shared) }))}
      />
    </section>
  );
}
