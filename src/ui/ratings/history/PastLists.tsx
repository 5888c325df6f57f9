import { Text, Title } from '@mantine/core';
import { ThumbsDown, ThumbsUp } from 'lucide-react';
import type { PastRecommendation, TimeTravel } from '../../../state/log/time-travel';
import { useLibrary, useModel } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { filmFacts, titleWithYear } from '../../common/film-facts';
import styles from './PastLists.module.css';

/** Ratings shown at once: what a glance takes in. */
const SHOWN = 40;

/** Liked and disliked films of a moment, the last said first. */
export function PastRatings({ opinions }: { opinions: TimeTravel['opinions'] }) {
  const { catalogue } = useLibrary();
  const likes = opinions.filter(({ opinion }) => opinion === 'like').length;
  return (
    <section aria-labelledby="past-ratings">
      <Title order={2} size="h3" id="past-ratings">
        What you had said
      </Title>
      <Text size="sm" c="dimmed">
        {likes} liked, {opinions.length - likes} disliked
      </Text>
      <ul className={styles.ratings}>
        {opinions.slice(0, SHOWN).map(({ item, opinion }) => (
          <li key={item} data-opinion={opinion}>
            {opinion === 'like' ? (
              <ThumbsUp size={16} aria-label="liked" role="img" />
            ) : (
              <ThumbsDown size={16} aria-label="disliked" role="img" />
            )}
            <span>{titleWithYear(catalogue, item)}</span>
          </li>
        ))}
      </ul>
      {opinions.length > SHOWN && (
        <Text size="sm" c="dimmed">
          and {opinions.length - SHOWN} more
        </Text>
      )}
    </section>
  );
}

interface PastListProps {
  films: readonly PastRecommendation[];
  /** Whether the moment is the present, where nothing has moved. */
  present: boolean;
}

/** What has become of a film of the list since. */
function Since({ film: { item, rank, rankNow } }: { film: PastRecommendation }) {
  const opinion = useModel((state) => state.opinions.get(item));
  if (rankNow === null) return opinion === 'like' ? 'liked since' : 'disliked since';
  if (rankNow === rank) return 'same place';
  return (
    <>
      <span aria-hidden="true">{rankNow < rank ? '▲' : '▼'} </span>
      now {rankNow}
    </>
  );
}

/** The best films of a moment, each with its place today. */
export function PastList({ films, present }: PastListProps) {
  const { catalogue } = useLibrary();
  return (
    <section aria-labelledby="past-list">
      <Title order={2} size="h3" id="past-list">
        {present ? 'Your list now' : 'Your list then'}
      </Title>
      <ol className={styles.list}>
        {films.map((film) => (
          <li key={film.item}>
            <span className={`${styles.rank} tabular`}>{film.rank}</span>
            <span>
              <FilmTile film={filmFacts(catalogue, film.item)} size="strip" decorative />
            </span>
            <span data-testid="past-title">{titleWithYear(catalogue, film.item)}</span>
            {!present && (
              <span className={`${styles.since} tabular`}>
                <Since film={film} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
