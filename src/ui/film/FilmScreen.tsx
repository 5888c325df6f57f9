import { useLocation } from 'wouter';
import * as words from '../../words/en/film/page';
import { useLibrary } from '../common/app-context';
import { filmOfRoute } from '../common/film/film-address';
import { EmptyView } from '../common/StateViews';
import { FilmPage } from './FilmPage';

/** Everything about the film that the address names by its MovieLens id. */
export function FilmScreen() {
  const [route] = useLocation();
  const { itemOf } = useLibrary();
  const movieId = filmOfRoute(route);
  const item = movieId === undefined ? undefined : itemOf.get(movieId);
  if (item === undefined) {
    return (
      <EmptyView
        order={1}
        title={words.noFilm}
        message={words.noFilmMessage}
        action={{ label: words.findFilm, onClick: () => window.location.assign('#/rate') }}
      />
    );
  }
  // Another film is another page: nothing stays open of the one before.
  return <FilmPage key={movieId} item={item} />;
}
