import { useMemo } from 'react';
import { Link } from 'wouter';
import * as words from '../../words/en/rate/list';
import { useModel, useRate } from '../common/app-context';
import { ChangeLine } from '../common/ChangeLine';
import links from '../common/links.module.css';
import { FilmList } from '../recommend/FilmList';
import { FilmStrip } from '../recommend/FilmStrip';
import styles from './RateList.module.css';
import { useRowsBeside } from './use-rows-beside';

/** Made once: what never changes is not drawn again with every click. */
const WHOLE_LIST = (
  <Link href="/for-you" className={`${links.quiet} ${links.alone}`}>
    {words.wholeList}
  </Link>
);
/** Films after the one being judged that no click changes any more. */
const KNOWN_NEXT = 2;

/** The list that moves under the click: beside the film on a wide screen, as a strip above it on a narrow one. */
export function RateList({ wide }: { wide: boolean }) {
  const rows = useRowsBeside();
  const rated = useModel((state) => state.drawnFrom > 0);
  const current = useRate((state) => state.current);
  const upcoming = useRate((state) => state.upcoming);
  // Blind rating (Cosley 2003): a prediction in view moves the answer toward it, also of what comes up next.
  const hidden = useMemo(
    () => (current === null ? [] : [current, ...upcoming.slice(0, KNOWN_NEXT)]),
    [current, upcoming],
  );
  const idle = rated ? words.moves : words.becomesYours;
  if (!wide) {
    return (
      <FilmStrip hidden={hidden}>
        <ChangeLine idle={idle} hidden={hidden} />
      </FilmStrip>
    );
  }
  return (
    <section aria-labelledby="rate-list-title">
      <div className={styles.head}>
        <h2 className="heading" id="rate-list-title">
          {rated ? words.forYouNow : words.favourites}
        </h2>
        {WHOLE_LIST}
      </div>
      <ChangeLine idle={idle} hidden={hidden} />
      <FilmList place="rate" limit={rows} hidden={hidden} compact />
    </section>
  );
}
