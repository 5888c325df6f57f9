import { lazy, Suspense, useState } from 'react';
import { useModel, useRate } from '../common/app-context';
import { TitleSearch } from '../common/TitleSearch';

const AddFilm = lazy(async () => ({ default: (await import('../own-films/AddFilm')).AddFilm }));

/** Finds any film by title and puts it up to be judged; one that is not there can be added. */
export function FilmSearch({ onFound }: { onFound: (item: number) => void }) {
  const seen = useModel((state) => state.opinions);
  const show = useRate((state) => state.show);
  const [missing, setMissing] = useState<string | null>(null);
  const choose = (item: number) => {
    show(item);
    onFound(item);
  };
  return (
    <>
      <TitleSearch seen={seen} onChoose={choose} onMissing={setMissing} />
      <Suspense>
        {missing !== null && <AddFilm query={missing} onChoose={choose} onClose={() => setMissing(null)} />}
      </Suspense>
    </>
  );
}
