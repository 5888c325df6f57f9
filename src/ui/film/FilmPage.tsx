import { Text, Title } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { filmFacts } from '../../data/film-facts';
import { wordsOf } from '../../state/list/change';
import { useLibrary, useModel, useRate } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmLine } from '../common/film-facts';
import { useUndoKeys } from '../common/presses';
import { FilmAnswers } from './FilmAnswers';
import { FilmFacts } from './FilmFacts';
import styles from './FilmPage.module.css';
import { ModelView } from './ModelView';

/** What is near the film is worked out from everybody's ratings, after the page is there. */
const MoreLikeThis = lazy(async () => ({ default: (await import('./MoreLikeThis')).MoreLikeThis }));

/** What the last click did, where it was about the film; takes the room of a line either way. */
function LastClick({ item }: { item: number }) {
  const { catalogue } = useLibrary();
  const change = useModel(({ lastChange }) => (lastChange?.item === item ? lastChange : null));
  const words = change && wordsOf(change, catalogue);
  return (
    <Text size="sm" role="status" className={styles.said}>
      {words && (
        <>
          <strong>{words.did}.</strong> {words.effect && `${words.effect}.`}
        </>
      )}
    </Text>
  );
}

/** One film: what it is, what a person says of it, what the model expects and why, and what is like it. */
export function FilmPage({ item }: { item: number }) {
  const { catalogue } = useLibrary();
  // Of a film that is being judged, now or next, nothing is told unasked: the answer would be no answer of one's own.
  const judging = useWasUp(item);
  const [asked, setAsked] = useState(false);
  const shown = !judging || asked;
  const site = { place: 'film', predictionVisible: shown } as const;
  useUndoKeys(site);
  return (
    <div className={styles.page}>
      <div className={styles.tile}>
        <FilmTile film={filmFacts(catalogue, item)} size="hero" decorative />
      </div>
      <div className={styles.head}>
        <Title order={1}>{catalogue.title[item]}</Title>
        <Text c="dimmed">{filmLine(catalogue, item)}</Text>
        <FilmAnswers item={item} site={site} />
        <LastClick item={item} />
      </div>
      <div className={styles.body}>
        <ModelView item={item} shown={shown} show={() => setAsked(true)} />
        <Suspense fallback={null}>
          <MoreLikeThis item={item} />
        </Suspense>
      </div>
      <FilmFacts item={item} />
    </div>
  );
}

/** Films after the one being judged that no click changes any more (RateList). */
const KNOWN_NEXT = 2;

/** Whether the film was up to be judged, or next, when its page was opened. */
function useWasUp(item: number): boolean {
  const up = useRate(({ current, upcoming }) => [current, ...upcoming.slice(0, KNOWN_NEXT)].includes(item));
  const [was] = useState(up);
  return was;
}
