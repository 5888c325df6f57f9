import { Title, VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import * as words from '../../words/en/rate/answers';
import { useReadyLibrary } from '../common/app-context';
import { FilmSearch } from './FilmSearch';
import { type FoundFilm, JudgePanel } from './JudgePanel';
import { ListPlace } from './ListPlace';
import { MoreFilms } from './MoreFilms';
import styles from './RateScreen.module.css';

/** The list needs the films and the model, and comes with them. */
const RateList = lazy(async () => ({ default: (await import('./RateList')).RateList }));

/** Cause and effect on one screen: the film to judge, and the list that moves under the click. */
export function RateScreen() {
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  // Where there is little height, what one came for is first: the film and its answers.
  const short = useMediaQuery('(max-height: 600px)', false, { getInitialValueInEffect: false });
  const after = wide || short;
  // Nothing comes between the film and a list that stands below it.
  const below = short && !wide;
  const ready = useReadyLibrary() !== null;
  const [found, setFound] = useState<FoundFilm | null>(null);
  const place = <ListPlace wide={wide} />;
  const list = ready ? (
    <Suspense fallback={place}>
      <RateList wide={wide} />
    </Suspense>
  ) : (
    place
  );
  return (
    <div className={styles.screen}>
      <VisuallyHidden>
        <Title order={1}>{words.title}</Title>
      </VisuallyHidden>
      {!after && list}
      <div className={styles.judge}>
        <section className={styles.film} aria-label={words.filmToJudge}>
          <FilmSearch onFound={(item) => setFound({ item })} />
          <JudgePanel found={found} />
        </section>
        {!below && <MoreFilms />}
      </div>
      {after && list}
      {below && <MoreFilms />}
    </div>
  );
}
