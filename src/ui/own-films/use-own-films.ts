import { useEffect, useState } from 'react';
import type { OwnFilmsActions } from '../../state/catalogues/own-films';
import { useApp } from '../common/app-context';

/** What can be done about films added by hand; null until it is loaded. */
export function useOwnFilms(): OwnFilmsActions | null {
  const app = useApp();
  const [actions, setActions] = useState<OwnFilmsActions | null>(null);
  useEffect(() => {
    let isGone = false;
    app.ownFilms().then(
      (loaded) => {
        if (!isGone) setActions(loaded);
      },
      // Where the code does not come, saving says so.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [app]);
  return actions;
}
