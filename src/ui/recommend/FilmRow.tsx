import { useDisclosure } from '@mantine/hooks';
import { lazy, memo, Suspense } from 'react';
import { filmFacts } from '../../data/film-facts';
import type { Place } from '../../events/rating-event';
import { ORDER_WORDS } from '../../state/list/order-words';
import type { Recommendation } from '../../state/list/ranking';
import * as words from '../../words/en/recommend/row';
import { useLibrary, useModel, useTuning } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmLine, titleWithYear } from '../common/film-facts';
import filmTitle from '../common/film-title.module.css';
import styles from './FilmRow.module.css';
import { RowAnswers } from './RowAnswers';
import { RowButton } from './RowButton';

/** Reasons are looked at now and then; the first screen does without. */
const WhyPanel = lazy(async () => ({ default: (await import('./why/WhyPanel')).WhyPanel }));

/** So are the rest of a series. */
const FoldedFilms = lazy(async () => ({ default: (await import('./FoldedFilms')).FoldedFilms }));

interface FilmRowProps {
  recommendation: Recommendation;
  /** Place in the list as shown, from 1. */
  rank: number;
  place: Place;
  /** Whether the films of its series behind it are shown. */
  unfolded: boolean;
  /** Shows them, or folds them again. Never changes identity. */
  unfold: (item: number) => void;
}

/** How far a film moved with the last click, in words for everyone and an arrow for the eye. */
function Movement({ from, to }: { from: number | null; to: number }) {
  if (from === null || from === to) return null;
  const up = from > to;
  const places = Math.abs(from - to);
  return (
    <span className={`${styles.move} tabular`} data-up={up || undefined}>
      <span aria-hidden="true">
        {up ? '▲' : '▼'} {places}
      </span>
      <span className="visually-hidden">{up ? words.upBy(places) : words.downBy(places)}</span>
    </span>
  );
}

interface WhyButtonProps {
  title: string;
  open: boolean;
  toggle: () => void;
}

const WhyButton = memo(({ title, open, toggle }: WhyButtonProps) => (
  <RowButton data-why="button" onClick={toggle} aria-expanded={open} aria-label={words.whyFilm(title)}>
    {words.why}
  </RowButton>
));

const FoldButton = ({ folded, open, toggle }: Omit<WhyButtonProps, 'title'> & { folded: number }) => (
  <RowButton quiet className={styles.fold} onClick={toggle} aria-expanded={open}>
    {words.moreOfSeries(folded)}
  </RowButton>
);

const HideButton = memo(({ item, title }: { item: number; title: string }) => {
  const hide = useTuning((state) => state.hide);
  return (
    <RowButton
      sign="hide"
      quiet
      title={words.notAgain}
      aria-label={words.notAgainFilm(title)}
      onClick={() => hide(item)}
    />
  );
});

/** The figure as it is shown: a click moves most figures, but few of them by a percent. */
const percentOf = ({ match }: Recommendation) => Math.round(match * 100);

const WantButton = memo(({ item, title, place }: { item: number; title: string; place: Place }) => {
  const wants = useModel(({ wanted }) => wanted.has(item));
  const want = useModel((state) => state.want);
  return (
    <RowButton
      sign="want"
      quiet
      title={words.wantToSee}
      aria-label={words.wantToSeeFilm(title)}
      aria-pressed={wants}
      onClick={() => want(item, !wants, { place, predictionVisible: true })}
    />
  );
});

function Figure({ percent }: { percent: number }) {
  const rated = useModel((state) => state.drawnFrom > 0);
  return rated ? (
    <span className={`${styles.match} tabular`} title={words.matchMore}>
      {words.match(percent)}
    </span>
  ) : (
    <span className={`${styles.match} tabular`} title={words.likeItMore}>
      {words.likeIt(percent)}
    </span>
  );
}

function DrawnRow({ recommendation, rank, place, unfolded, unfold }: FilmRowProps) {
  const { item, previousRank, folded, liftedBy } = recommendation;
  const { catalogue } = useLibrary();
  const [open, { toggle }] = useDisclosure(false);
  const title = titleWithYear(catalogue, item);
  return (
    <li className={styles.row} data-key={item}>
      <div className={styles.main}>
        <span className={`${styles.rank} tabular`} aria-hidden="true">
          {rank}
        </span>
        <div>
          <FilmTile film={filmFacts(catalogue, item)} size="strip" decorative />
        </div>
        <div>
          <h3 className={filmTitle.title}>
            <a href={`#/film/${catalogue.movieId[item]}`}>{catalogue.title[item]}</a>
          </h3>
          <p className={styles.line}>{filmLine(catalogue, item)}</p>
          <div className={styles.facts}>
            <Figure percent={percentOf(recommendation)} />
            {liftedBy && <span className={styles.lifted}>{ORDER_WORDS[liftedBy]}</span>}
            <Movement from={previousRank} to={recommendation.rank} />
            <WhyButton title={title} open={open} toggle={toggle} />
            {/* Beside the film to judge, the list is to be short. */}
            {place === 'for-you' && <WantButton item={item} title={title} place={place} />}
            <HideButton item={item} title={title} />
            {folded.length > 0 && (
              <FoldButton folded={folded.length} open={unfolded} toggle={() => unfold(item)} />
            )}
          </div>
        </div>
        <RowAnswers item={item} title={title} place={place} />
      </div>
      <Suspense fallback={null}>
        {open && <WhyPanel item={item} />}
        {unfolded && folded.length > 0 && <FoldedFilms title={title} items={folded} place={place} />}
      </Suspense>
    </li>
  );
}

/** One film of the list. Drawn again only when something it shows has changed: a click re-orders many at once. */
export const FilmRow = memo(
  DrawnRow,
  (before, after) =>
    before.rank === after.rank &&
    before.place === after.place &&
    before.unfolded === after.unfolded &&
    before.recommendation.item === after.recommendation.item &&
    percentOf(before.recommendation) === percentOf(after.recommendation) &&
    before.recommendation.liftedBy === after.recommendation.liftedBy &&
    before.recommendation.folded.join() === after.recommendation.folded.join() &&
    before.recommendation.rank === after.recommendation.rank &&
    before.recommendation.previousRank === after.recommendation.previousRank,
);
