import { Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { filmFacts } from '../../../data/film-facts';
import type { SeenAnswer } from '../../../data/opinion';
import type { Placed } from '../../../state/list/what-if';
import { useLibrary, useModel } from '../../common/app-context';
import { FilmTile } from '../../common/FilmTile';
import { titleWithYear } from '../../common/film-facts';
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
  if (from === to) return <span className={styles.mark}>same</span>;
  if (from === null || to === null) return <span className={styles.mark}>new</span>;
  const up = from > to;
  return (
    <span className={`${styles.mark} tabular`} data-up={up} data-down={!up}>
      <span aria-hidden="true">{up ? '▲' : '▼'}</span>
      <span className="visually-hidden">{up ? 'up' : 'down'}</span> {Math.abs(from - to)}
    </span>
  );
}

/** What would become of the film whose reasons are being looked at. Only another film of its series takes its place away. */
function placeWords(from: number | null, to: number | null): string {
  if (from === to)
    return to === null ? 'would stay behind another film of its series.' : `would stay at ${to}.`;
  if (to === null) return 'would stand behind another film of its series.';
  return from === null ? `would stand at ${to}.` : `would stand at ${to} instead of ${from}.`;
}

/** "Alien, Heat, Fargo and 4 more". */
function useTitles(): (places: readonly Placed[]) => string {
  const { catalogue } = useLibrary();
  return (places) => {
    const told = places.slice(0, TOLD).map(({ item }) => catalogue.title[item]);
    const rest = places.length - told.length;
    if (rest > 0) return `${told.join(', ')} and ${rest} more`;
    return told.length < 2 ? told.join('') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
  };
}

/** The list as it would be without one click. It stays as it is until the click is really taken back. */
export function WhatIfPreview({ click, answer, film, close }: WhatIfPreviewProps) {
  const { catalogue } = useLibrary();
  const whatIfNot = useModel((state) => state.whatIfNot);
  const clear = useModel((state) => state.clear);
  const rate = useModel((state) => state.rate);
  const revision = useModel((state) => state.revision);
  const { limit, hidden } = useListFacts();
  const titles = useTitles();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model behind `whatIfNot` changes with its revision.
  const whatIf = useMemo(
    () => whatIfNot(click, film, limit, hidden),
    [whatIfNot, click, film, limit, hidden, revision],
  );
  if (!whatIf) return null;
  const { list, entering, leaving, moving } = whatIf;
  const { from, to } = whatIf.film;
  const title = catalogue.title[film];
  const other = answer === 'like' ? 'dislike' : 'like';
  const site = { place: 'why', predictionVisible: list.some(({ item }) => item === click) } as const;
  return (
    <section className={styles.preview} aria-label={`Without your ${answer} of ${catalogue.title[click]}`}>
      <Text size="sm">
        Without it, <strong>{title}</strong> {placeWords(from, to)}
      </Text>
      <ol className={styles.list} aria-label="The list would begin">
        {list.slice(0, TILES).map((place) => (
          <li key={place.item} data-film={place.item === film || undefined}>
            <FilmTile film={filmFacts(catalogue, place.item)} size="strip" decorative />
            <span className="visually-hidden">{titleWithYear(catalogue, place.item)}:</span>
            <Mark place={place} />
          </li>
        ))}
      </ol>
      <ul className={styles.lines}>
        {entering.length > 0 && <li>Would come in: {titles(entering)}.</li>}
        {leaving.length > 0 && <li>Would leave: {titles(leaving)}.</li>}
        <li>
          {moving.length === 0
            ? 'No other film would move.'
            : `Would move: ${moving.length} of the first ${limit}.`}
        </li>
      </ul>
      <div className={styles.answers}>
        <Button size="compact-md" onClick={() => clear(click, site)}>
          Remove it
        </Button>
        <Button size="compact-md" variant="light" color={other} onClick={() => rate(click, other, site)}>
          Change to {other}
        </Button>
        {answer !== 'so-so' && (
          <Button size="compact-md" variant="subtle" color="gray" onClick={() => rate(click, 'so-so', site)}>
            Change to so-so
          </Button>
        )}
        <Button size="compact-md" variant="subtle" onClick={close}>
          Keep it
        </Button>
      </div>
    </section>
  );
}
