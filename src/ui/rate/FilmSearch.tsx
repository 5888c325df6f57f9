import { useModel, useRate } from '../common/app-context';
import { TitleSearch } from '../common/TitleSearch';

/** Finds any film by title and puts it up to be judged. */
export function FilmSearch({ onFound }: { onFound: (item: number) => void }) {
  const seen = useModel((state) => state.seen);
  const show = useRate((state) => state.show);
  const choose = (item: number) => {
    show(item);
    onFound(item);
  };
  return <TitleSearch seen={seen} onChoose={choose} />;
}
