import { Meh, ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { filmFacts } from '../../../data/film-facts';
import * as words from '../../../words/en/talk/room';
import { useLibrary } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { useTalk } from '../use-talk';
import styles from './StageFilm.module.css';

const STAMPS = { like: words.stampLike, 'so-so': words.stampSoSo, dislike: words.stampDislike } as const;

interface StageFilmProps {
  /** Catalogue index. */
  item: number;
  /** Where the tile stands: beside the buttons; above what belongs to it, where reasons need the room; alone in its column. */
  layout?: 'beside' | 'above' | 'alone';
  /** Put on the tile in place of what was said of the film. */
  stamp?: string;
  children?: ReactNode;
}

/** The film on stage, what was said of it, and buttons for whoever takes over. */
export function StageFilm({ item, layout = 'beside', stamp, children }: StageFilmProps) {
  const { catalogue } = useLibrary();
  const answer = useTalk((state) => state.view.answers.get(item));
  const { judge } = useTalk((state) => state.actions);
  const said = stamp ?? (answer && STAMPS[answer]);
  const title = catalogue.title[item];
  return (
    <section className={styles.film} data-layout={layout} aria-label={words.filmOnStage}>
      <div className={styles.tile}>
        <FilmTile key={item} film={filmFacts(catalogue, item)} size="hero" />
        {said && (
          <span className={styles.stamp} key={`${item} ${said}`} data-said={answer ?? 'none'}>
            {said}
          </span>
        )}
      </div>
      <div className={styles.judge}>
        <button
          type="button"
          data-kind="like"
          aria-pressed={answer === 'like'}
          aria-label={words.like(title)}
          onClick={() => judge(item, 'like')}
        >
          <ThumbsUp aria-hidden />
        </button>
        <button
          type="button"
          data-kind="dislike"
          aria-pressed={answer === 'dislike'}
          aria-label={words.dislike(title)}
          onClick={() => judge(item, 'dislike')}
        >
          <ThumbsDown aria-hidden />
        </button>
        <button
          type="button"
          data-kind="so-so"
          aria-pressed={answer === 'so-so'}
          aria-label={words.soSo(title)}
          onClick={() => judge(item, 'so-so')}
        >
          <Meh aria-hidden />
        </button>
      </div>
      {children}
    </section>
  );
}
