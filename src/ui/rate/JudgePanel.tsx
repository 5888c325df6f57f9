import { Kbd, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import * as words from '../../words/en/rate/answers';
import { FilmTile } from '../common/FilmTile';
import { lineOf } from '../common/film-facts';
import { sentence } from '../common/sentence';
import { FilingSelect } from '../moods/LazyMoods';
import { AllJudged } from './AllJudged';
import { Answers, type Verdict } from './Answers';
import { markOnce } from './first-film';
import styles from './JudgePanel.module.css';
import { LeavingTile } from './LeavingTile';
import { useJudge } from './use-judge';

const SAID: Record<Verdict, string> = {
  like: words.saidLike,
  'so-so': words.saidSoSo,
  dislike: words.saidDislike,
  unseen: words.saidUnseen,
};

/** Made once: what never changes is not drawn again with every click. */
const KEYS = (
  <Text size="sm" c="dimmed" className={styles.keys}>
    {sentence(words.keys((name) => <Kbd>{name}</Kbd>))}
  </Text>
);

/** A film that was put up by searching for it, by catalogue index; another object with every search. */
export interface FoundFilm {
  item: number;
}

/** One film, clear answers. Nothing on it tells what the model expects. */
export function JudgePanel({ found }: { found: FoundFilm | null }) {
  const { film, known, said, leaving, judge, takeBack, answers } = useJudge(found?.item ?? null);
  const title = useRef<HTMLHeadingElement>(null);
  // From the search, which is over, to what it brought.
  useEffect(() => {
    if (found) title.current?.focus();
  }, [found]);
  const isUp = film !== null;
  useEffect(() => {
    if (isUp) markOnce();
  }, [isUp]);
  if (known && !film) return <AllJudged onUndo={takeBack} />;
  return (
    <div className={styles.panel}>
      <div className={styles.tile} data-testid={film ? 'tile' : undefined}>
        {film ? <FilmTile key={film.movieId} film={film} size="hero" decorative /> : <NoTile />}
        {leaving && <LeavingTile key={`leaving-${leaving.film.movieId}`} {...leaving} />}
      </div>
      <div className={styles.words}>
        <p className="plain eyebrow">{said ? words.youSaid(SAID[said]) : words.question}</p>
        {film ? (
          <>
            <h2 className="heading" ref={title} tabIndex={-1} aria-live="polite">
              <a href={`#/film/${film.movieId}`}>{film.title}</a>
            </h2>
            <p className="plain dimmed">{lineOf(film)}</p>
          </>
        ) : (
          <VisuallyHidden role="status">{words.loadingFilms}</VisuallyHidden>
        )}
      </div>
      <Answers ref={answers} waits={!film} onJudge={judge} onUndo={takeBack} />
      <FilingSelect className={styles.filing} />
      {KEYS}
    </div>
  );
}

/** The place of a tile that is not known yet. */
function NoTile() {
  return <div className={styles.noTile} />;
}
