import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useReadyLibrary } from '../../common/app-context';
import { titleWithYear } from '../../common/film-facts';
import { documentTitle } from './routes';

/** Calls the document after the screen or the film that is shown: in tabs, in the history, and for who hears the page. */
export function DocumentTitle() {
  const [route] = useLocation();
  const library = useReadyLibrary();
  const title = documentTitle(route, (movieId) => {
    if (!library) return null;
    const item = library.itemOf.get(movieId);
    return item === undefined ? undefined : titleWithYear(library.catalogue, item);
  });
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}
