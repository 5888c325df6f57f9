import { filmFacts } from '../../../data/film-facts';
import { useLibrary } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';

/** A film as a tile among others on the stage. */
export function CardTile({ item }: { item: number }) {
  const { catalogue } = useLibrary();
  return <FilmTile film={filmFacts(catalogue, item)} size="card" decorative />;
}
