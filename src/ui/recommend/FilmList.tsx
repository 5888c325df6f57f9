import { useMergedRef } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { Place } from '../../events/rating-event';
import { isPlain } from '../../state/list/tuning';
import { useLibrary, useModel, useTuning } from '../common/app-context';
import { useInView } from '../common/presses';
import { useGlide } from '../common/use-glide';
import { useLater } from '../common/use-later';
import styles from './FilmList.module.css';
import { FilmRow } from './FilmRow';
import { ListContext } from './list-context';
import { NothingLeft, useAllRated } from './NothingLeft';
import { useKeptFocus } from './use-kept-focus';

/** Few tunings leave nothing. */
const NoFilmFits = lazy(async () => ({ default: (await import('./tune/NoFilmFits')).NoFilmFits }));

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

/** The series that are unfolded, whichever of their films stands for them. */
function useUnfolded(): { isUnfolded(item: number): boolean; unfold(item: number): void } {
  const { collection } = useLibrary().catalogue;
  const [open, setOpen] = useState<readonly number[]>([]);
  const unfold = useCallback(
    (item: number) => {
      const series = collection[item];
      setOpen((now) => (now.includes(series) ? now.filter((other) => other !== series) : [...now, series]));
    },
    [collection],
  );
  return { isUnfolded: (item) => open.includes(collection[item]), unfold };
}

/** The best films, best first; rows glide to their new places when a click lands. */
export function FilmList({ place, limit, hidden = NONE, compact = false }: FilmListProps) {
  const newest = useModel((state) => state.recommendations);
  const recommendations = useLater(newest);
  const tuned = useTuning((state) => !isPlain(state.tuning));
  const allRated = useAllRated();
  const animated = useGlide<HTMLOListElement>(320);
  const list = useRef<HTMLOListElement>(null);
  // Rows on their way to another place are nobody's aim, nor those that are about to be.
  const places = useMemo(() => ({ newest, recommendations }), [newest, recommendations]);
  const { ref: answers } = useInView(places);
  const ref = useMergedRef(animated, list, answers);
  useKeptFocus(list);
  const { isUnfolded, unfold } = useUnfolded();
  const facts = useMemo(() => ({ place, limit, hidden }), [place, limit, hidden]);
  const shown = recommendations
    .filter(({ item }) => !hidden.includes(item))
    .slice(0, limit)
    .map(({ folded, ...film }) => ({ ...film, folded: folded.filter((item) => !hidden.includes(item)) }));
  return (
    <ListContext value={facts}>
      {shown.length === 0 && (!tuned || allRated) && <NothingLeft />}
      {shown.length === 0 && tuned && !allRated && (
        <Suspense>
          <NoFilmFits onLifted={() => list.current?.focus({ preventScroll: true })} />
        </Suspense>
      )}
      <ol
        className={styles.list}
        ref={ref}
        tabIndex={-1}
        data-compact={compact || undefined}
        aria-label="Films for you, best first"
      >
        {shown.map((recommendation, index) => (
          <FilmRow
            key={recommendation.item}
            recommendation={recommendation}
            rank={index + 1}
            place={place}
            unfolded={isUnfolded(recommendation.item)}
            unfold={unfold}
          />
        ))}
      </ol>
    </ListContext>
  );
}
