import { useMergedRef } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createStore } from 'zustand';
import type { Place } from '../../events/rating-event';
import type { Recommendation } from '../../state/list/ranking';
import { isPlain } from '../../state/list/tuning';
import * as words from '../../words/en/recommend/list';
import { useLibrary, useModel, useTuning } from '../common/app-context';
import { useInView } from '../common/presses';
import { useGlide } from '../common/use-glide';
import { useLater } from '../common/use-later';
import styles from './FilmList.module.css';
import { FilmRow } from './FilmRow';
import { ListContext, type ListFacts } from './list-context';
import { NothingLeft, useAllRated } from './NothingLeft';
import { useOrder } from './order/use-order';
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

/** What the films of the list have to know of it. The same store for good, so that rows which ask for nothing are left alone. */
function useFacts(now: ListFacts) {
  const [facts] = useState(() => createStore(() => now));
  useLayoutEffect(() => facts.setState(now));
  return facts;
}

/** An order that no click changes (`useOrder`). */
const byItem = (one: { recommendation: Recommendation }, other: { recommendation: Recommendation }) =>
  one.recommendation.item - other.recommendation.item;

/** The best films, best first; rows glide to their new places when a click lands. */
export function FilmList({ place, limit, hidden = NONE, compact = false }: FilmListProps) {
  const newest = useModel((state) => state.recommendations);
  // The few rows beside the film to judge are drawn with it: in slices their new order would come later, and cost more.
  const later = useLater(newest);
  const recommendations = place === 'rate' ? newest : later;
  const tuned = useTuning((state) => !isPlain(state.tuning));
  const allRated = useAllRated();
  const animated = useGlide<HTMLOListElement>(320);
  const list = useRef<HTMLOListElement>(null);
  // Rows on their way to another place are nobody's aim, nor those that are about to be.
  const places = useMemo(() => ({ newest, recommendations }), [newest, recommendations]);
  const { ref: answers } = useInView(places);
  const ref = useMergedRef(animated, list, answers);
  const { isUnfolded, unfold } = useUnfolded();
  const shown = recommendations
    .filter(({ item }) => !hidden.includes(item))
    .slice(0, limit)
    .map(({ folded, ...film }, index) => ({
      recommendation: { ...film, folded: folded.filter((item) => !hidden.includes(item)) },
      rank: index + 1,
    }));
  useOrder(
    list,
    shown.map(({ recommendation }) => recommendation.item),
  );
  useKeptFocus(list);
  const facts = useFacts({ place, limit, hidden });
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
        aria-label={words.bestFirst}
      >
        {shown.toSorted(byItem).map(({ recommendation, rank }) => (
          <FilmRow
            key={recommendation.item}
            recommendation={recommendation}
            rank={rank}
            place={place}
            unfolded={isUnfolded(recommendation.item)}
            unfold={unfold}
          />
        ))}
      </ol>
    </ListContext>
  );
}
