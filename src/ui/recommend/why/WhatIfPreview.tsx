import { Button, Text } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { filmFacts } from '../../../data/film-facts';
import type { SeenAnswer } from '../../../data/opinion';
import type { Placed } from '../../../state/list/what-if';
import * as words from '../../../words/en/recommend/what-if';
import { useLibrary, useModel } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { titleWithYear } from '../../common/film-facts';
import { sentence } from '../../common/sentence';
import { useListFacts } from '../list-context';
import styles from './WhatIfPreview.module.css';

/** Tiles of the list that might be, and titles told of each group. */
const TILES = 8;
const TOLD = 3;

interface WhatIfPreviewProps {
  /** The click that is thought away. */
  click: number;
  answer: SeenAnswer;
  /** The film whose reasons are being looked at. */
  film: number;
  close: () => void;
}

/** What became of one film, in a word and for the eye. */
function Mark({ place: { from, to } }: { place: Placed }) {
  if (from === to) return <span className={styles.mark}>{words.same}</span>;
  if (from === null || to === null) return <span className={styles.mark}>{words.isNew}</span>;
  const up = from > to;
  return (
    <span className={`${styles.mark} tabular`} data-up={up} data-down={!up}>
      <span aria-hidden="true">{up ? '▲' : '▼'}</span>
      <span className="visually-hidden">{up ? words.up : words.down}</span> {Math.abs(from - to)}
    </span>
  );
}

/** What would become of the film whose reasons are being looked at. Only another film of its series takes its place away. */
function placeWords(film: ReactNode, { from, to }: Placed): ReactNode[] {
  if (to === null) return from === null ? words.wouldStayBehind(film) : words.wouldFallBehind(film);
  if (from === to) return words.wouldStay(film, to);
  return from === null ? words.wouldComeOut(film, to) : words.wouldMove(film, to, from);
}

const WITHOUT: Record<SeenAnswer, (film: string) => string> = {
  like: words.withoutLike,
  'so-so': words.withoutSoSo,
  dislike: words.withoutDislike,
};

/** The list as it would be without one click. It stays as it is until the click is really taken back. */
export function WhatIfPreview({ click, answer, film, close }: WhatIfPreviewProps) {
  const { catalogue } = useLibrary();
  const whatIfNot = useModel((state) => state.whatIfNot);
  const clear = useModel((state) => state.clear);
  const rate = useModel((state) => state.rate);
  const revision = useModel((state) => state.revision);
  const { limit, hidden } = useListFacts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model behind `whatIfNot` changes with its revision.
  const whatIf = useMemo(
    () => whatIfNot(click, film, limit, hidden),
    [whatIfNot, click, film, limit, hidden, revision],
  );
  if (!whatIf) return null;
  const { list, entering, leaving, moving } = whatIf;
  const titles = (places: readonly Placed[]) =>
    places.slice(0, TOLD).map((place) => catalogue.title[place.item]);
  const more = (places: readonly Placed[]) => Math.max(0, places.length - TOLD);
  const other = answer === 'like' ? 'dislike' : 'like';
  const site = { place: 'why', predictionVisible: list.some(({ item }) => item === click) } as const;
  return (
    <section className={styles.preview} aria-label={WITHOUT[answer](catalogue.title[click])}>
      <Text size="sm">{sentence(placeWords(<strong>{catalogue.title[film]}</strong>, whatIf.film))}</Text>
      <ol className={styles.list} aria-label={words.listBegins}>
        {list.slice(0, TILES).map((place) => (
          <li key={place.item} data-film={place.item === film || undefined}>
            <FilmTile film={filmFacts(catalogue, place.item)} size="strip" decorative />
            <span className="visually-hidden">{titleWithYear(catalogue, place.item)}:</span>
            <Mark place={place} />
          </li>
        ))}
      </ol>
      <ul className={styles.lines}>
        {entering.length > 0 && <li>{words.comeIn(titles(entering), more(entering))}</li>}
        {leaving.length > 0 && <li>{words.leave(titles(leaving), more(leaving))}</li>}
        <li>{moving.length === 0 ? words.noneMoves : words.move(moving.length, limit)}</li>
      </ul>
      <div className={styles.answers}>
        <Button size="compact-md" onClick={() => clear(click, site)}>
          {words.remove}
        </Button>
        <Button size="compact-md" variant="light" color={other} onClick={() => rate(click, other, site)}>
          {other === 'like' ? words.changeToLike : words.changeToDislike}
        </Button>
        {answer !== 'so-so' && (
          <Button size="compact-md" variant="subtle" color="gray" onClick={() => rate(click, 'so-so', site)}>
            {words.changeToSoSo}
          </Button>
        )}
        <Button size="compact-md" variant="subtle" onClick={close}>
          {words.keep}
        </Button>
      </div>
    </section>
  );
}
