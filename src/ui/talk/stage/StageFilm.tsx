import { ThumbsDown, ThumbsUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLibrary } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { filmFacts } from '../../common/film-facts';
import { useTalk } from '../use-talk';

const STAMPS = { like: 'Liked', dislike: 'Disliked' } as const;

/** The film on stage, what was said of it, and two buttons for whoever takes over. */
export function StageFilm({ item, stamp, children }: { item: number; stamp?: string; children?: ReactNode }) {
  const { catalogue } = useLibrary();
  const opinion = useTalk((state) => state.view.opinions.get(item));
  const { judge } = useTalk((state) => state.actions);
  const said = stamp ?? (opinion && STAMPS[opinion]);
  const title = catalogue.title[item];
  return (
    <section className="talk-film" aria-label="The film on stage">
      <div className="talk-film-tile">
        <FilmTile key={item} film={filmFacts(catalogue, item)} size="hero" />
        {said && (
          <span className="talk-stamp" key={`${item} ${said}`} data-said={opinion ?? 'none'}>
            {said}
          </span>
        )}
      </div>
      <div className="talk-judge">
        <button
          type="button"
          data-kind="like"
          aria-pressed={opinion === 'like'}
          aria-label={`Like ${title}`}
          onClick={() => judge(item, 'like')}
        >
          <ThumbsUp aria-hidden />
        </button>
        <button
          type="button"
          data-kind="dislike"
          aria-pressed={opinion === 'dislike'}
          aria-label={`Dislike ${title}`}
          onClick={() => judge(item, 'dislike')}
        >
          <ThumbsDown aria-hidden />
        </button>
      </div>
      {children}
    </section>
  );
}
