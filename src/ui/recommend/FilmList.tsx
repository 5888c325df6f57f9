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
  /** Films being judged beside the list, now or next: their places would give the prediction away. */
  hidden?: readonly number[];
  compact?: boolean;
}

const NONE: readonly number[] = [];

/** The best films, best first; rows glide to their new places when a click lands. */
export function FilmList({ place, limit, hidden = NONE, compact = false }: FilmListProps) {
  const recommendations = useModel((state) => state.recommendations);
  const [list] = useAutoAnimate<HTMLOListElement>({ duration: 320 });
  const shown = recommendations.filter(({ item }) => !hidden.includes(item)).slice(0, limit);
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
