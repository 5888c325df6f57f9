import { lazy, Suspense, useState } from 'react';
import { useModel, useRate } from '../common/app-context';
import { TitleSearch } from '../common/search/TitleSearch';

const AddFilm = lazy(async () => ({ default: (await import('../own-films/AddFilm')).AddFilm }));

/** Who is told of the film found, what was written before the search was there, and whether it is being written still. */
export interface LateSearchProps {
  onFound: (item: number) => void;
  begun: string;
  focused: boolean;
}

/** The search over all films; one that is not there can be added. */
export function LateSearch({ onFound, begun, focused }: LateSearchProps) {
  const seen = useModel((state) => state.opinions);
  const show = useRate((state) => state.show);
  const [missing, setMissing] = useState<string | null>(null);
  const choose = (item: number) => {
    show(item);
    onFound(item);
  };
  return (
    <>
      <TitleSearch seen={seen} begun={begun} autoFocus={focused} onChoose={choose} onMissing={setMissing} />
      <Suspense>
        {missing !== null && <AddFilm query={missing} onChoose={choose} onClose={() => setMissing(null)} />}
      </Suspense>
    </>
  );
}
