import { useAutoAnimate } from '@formkit/auto-animate/react';
import type { Place } from '../../storage/rating-event';
import { useModel } from '../common/app-context';
import { FilmRow } from './FilmRow';
import './recommend.css';

interface FilmListProps {
  /** Where clicks on it are made. */
  place: Place;
  /** The most films shown. */
  limit: number;
  /** A film that is being judged beside the list: its place would give the prediction away. */
  hidden?: number | null;
  compact?: boolean;
}

/** The best films, best first; rows glide to their new places when a click lands. */
export function FilmList({ place, limit, hidden = null, compact = false }: FilmListProps) {
  const recommendations = useModel((state) => state.recommendations);
  const [list] = useAutoAnimate<HTMLOListElement>({ duration: 320 });
  const shown = recommendations.filter(({ item }) => item !== hidden).slice(0, limit);
  return (
    <ol
      className="film-list"
      ref={list}
      data-compact={compact || undefined}
      aria-label="Films for you, best first"
    >
      {shown.map((recommendation, index) => (
        <FilmRow key={recommendation.item} recommendation={recommendation} rank={index + 1} place={place} />
      ))}
    </ol>
  );
}
