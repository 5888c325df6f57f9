import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useApp } from '../common/app-context';

/** Moods are for those who want them: not part of the first load. */
const LazyBar = lazy(async () => ({ default: (await import('./MoodBar')).MoodBar }));
const LazySelect = lazy(async () => ({ default: (await import('./FilingSelect')).FilingSelect }));

/** Which moods the list is drawn from, and where clicks are filed. */
export function MoodBar() {
  return (
    <Suspense>
      <LazyBar />
    </Suspense>
  );
}

/** Where clicks are filed from now on; nothing at all while there are no moods. */
export function FilingSelect({ className }: { className: string }) {
  const some = useStore(useApp().moods, ({ list }) => list.length > 0);
  return <Suspense>{some && <LazySelect className={className} />}</Suspense>;
}
