import { Text, Title } from '@mantine/core';
import { Meh, ThumbsDown, ThumbsUp } from 'lucide-react';
import { filmFacts } from '../../../data/film-facts';
import type { PastRecommendation, TimeTravel } from '../../../state/log/time-travel';
import * as words from '../../../words/en/ratings/history';
import { useLibrary, useModel } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { titleWithYear } from '../../common/film-facts';
import { countsInWords } from '../counts';
import styles from './PastLists.module.css';

/** Ratings shown at once: what a glance takes in. */
const SHOWN = 40;

const SAID = {
  like: { Icon: ThumbsUp, word: words.liked },
  'so-so': { Icon: Meh, word: words.soSo },
  dislike: { Icon: ThumbsDown, word: words.disliked },
};

/** The films seen by a moment and what was said of them, the last said first. */
export function PastRatings({ seen }: { seen: TimeTravel['seen'] }) {
  const { catalogue } = useLibrary();
  const counts = countsInWords(seen.map(({ answer }) => answer));
  return (
    <section aria-labelledby="past-ratings">
      <Title order={2} size="h3" id="past-ratings">
        {words.hadSaid}
      </Title>
      <Text size="sm" c="dimmed">
        {counts}
      </Text>
      <ul className={styles.ratings}>
        {seen.slice(0, SHOWN).map(({ item, answer }) => {
          const { Icon, word } = SAID[answer];
          return (
            <li key={item} data-answer={answer}>
              <Icon size={16} aria-label={word} role="img" />
              <span>{titleWithYear(catalogue, item)}</span>
            </li>
          );
        })}
      </ul>
      {seen.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {words.andMore(seen.length - SHOWN)}
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
  const answer = useModel((state) => state.opinions.get(item));
  if (answer) return words.since(SAID[answer].word);
  if (rankNow === null) return words.behindSeries;
  if (rankNow === rank) return words.samePlace;
  return (
    <>
      <span aria-hidden="true">{rankNow < rank ? '▲' : '▼'} </span>
      {words.nowAt(rankNow)}
    </>
  );
}

/** The best films of a moment, each with its place today. */
export function PastList({ films, present }: PastListProps) {
  const { catalogue } = useLibrary();
  return (
    <section aria-labelledby="past-list">
      <Title order={2} size="h3" id="past-list">
        {present ? words.listNow : words.listThen}
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
