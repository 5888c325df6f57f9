import { lazy, type RefObject, Suspense, useState } from 'react';
import { useModel, useRate } from '../common/app-context';
import { TitleSearch } from '../common/TitleSearch';
import type { Typed } from './FilmSearch';

const AddFilm = lazy(async () => ({ default: (await import('../own-films/AddFilm')).AddFilm }));

/** Who is told of the film found, and what was written before the search was there. */
export interface LateSearchProps {
  onFound: (item: number) => void;
  typed: RefObject<Typed>;
}

/** The search over all films; one that is not there can be added. */
export function LateSearch({ onFound, typed }: LateSearchProps) {
  const seen = useModel((state) => state.opinions);
  const show = useRate((state) => state.show);
  const [missing, setMissing] = useState<string | null>(null);
  const [begun] = useState(() => ({ ...typed.current }));
  const choose = (item: number) => {
    show(item);
    onFound(item);
  };
  return (
    <>
      <TitleSearch
        seen={seen}
        begun={begun.text}
        autoFocus={begun.focused}
        onChoose={choose}
        onMissing={setMissing}
      />
      <Suspense>
        {missing !== null && <AddFilm query={missing} onChoose={choose} onClose={() => setMissing(null)} />}
      </Suspense>
    </>
  );
}
