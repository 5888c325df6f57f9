import { useRate } from '../common/app-context';
import { TitleSearch } from '../common/TitleSearch';

/** Finds any film by title and puts it up to be judged. */
export function FilmSearch({ onFound }: { onFound: (item: number) => void }) {
  const show = useRate((state) => state.show);
  return (
    <TitleSearch
      onChoose={(item) => {
        show(item);
        onFound(item);
      }}
    />
  );
}
