import { Kbd, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { Place } from '../../storage/rating-event';
import { useLibrary, useModel, useRate } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmFacts, filmLine } from '../common/film-facts';
import { EmptyView } from '../common/StateViews';
import { FilingSelect } from '../moods/LazyMoods';
import { Answers, type Verdict } from './Answers';
import styles from './JudgePanel.module.css';
import { LeavingTile } from './LeavingTile';

const SAID: Record<Verdict, string> = { like: 'like', dislike: 'dislike', unseen: 'not seen' };
/** How long a judged tile is seen leaving. */
const LEAVE_MILLIS = 420;

/** One film, three clear answers. Nothing on it tells what the model expects. */
export function JudgePanel({
  found,
}: {
  /** The film that was put up by searching for it, if any. */ found: number | null;
}) {
  const library = useLibrary();
  const current = useRate((state) => state.current);
  const rate = useModel((state) => state.rate);
  const undo = useModel((state) => state.undo);
  const canUndo = useModel((state) => state.canUndo);
  const skip = useRate((state) => state.skip);
  const said = useModel((state): Verdict | null => {
    if (current === null) return null;
    return state.opinions.get(current) ?? (state.unseen.has(current) ? 'unseen' : null);
  });
  const [leaving, setLeaving] = useState<{ item: number; verdict: Verdict } | null>(null);
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const place: Place = found !== null && found === current ? 'search' : 'rate';
  const judge = (verdict: Verdict) => {
    if (current === null) return;
    window.clearTimeout(timer.current);
    setLeaving({ item: current, verdict });
    timer.current = window.setTimeout(() => setLeaving(null), LEAVE_MILLIS);
    // The same answer again changes nothing; the next film comes all the same.
    if (verdict === said) skip();
    else rate(current, verdict, { place, predictionVisible: false });
  };
  const takeBack = () => undo({ place: 'rate', predictionVisible: false });
  useHotkeys([
    ['l', () => judge('like')],
    ['ArrowRight', () => judge('like')],
    ['d', () => judge('dislike')],
    ['ArrowLeft', () => judge('dislike')],
    ['n', () => judge('unseen')],
    ['ArrowDown', () => judge('unseen')],
    ['u', takeBack],
    ['mod+z', takeBack],
  ]);

  if (current === null) {
    return (
      <EmptyView
        title="You have judged every film"
        message="All of them. Change any answer under My ratings."
        action={{ label: 'My ratings', onClick: () => window.location.assign('#/my-ratings') }}
      />
    );
  }
  const { catalogue } = library;
  return (
    <div className={styles.panel}>
      <div className={styles.tile} data-testid="tile">
        <FilmTile key={current} film={filmFacts(catalogue, current)} size="hero" decorative />
        {leaving && <LeavingTile key={`leaving-${leaving.item}`} {...leaving} />}
      </div>
      <div className={styles.words}>
        <Text className="eyebrow">{said ? `You said: ${SAID[said]}` : 'Do you like it?'}</Text>
        <Title order={2} aria-live="polite">
          {catalogue.title[current]}
        </Title>
        <Text c="dimmed">{filmLine(catalogue, current)}</Text>
      </div>
      <Answers onJudge={judge} canUndo={canUndo} onUndo={takeBack} />
      <FilingSelect className={styles.filing} />
      <Text size="sm" c="dimmed" className={styles.keys}>
        Keys: <Kbd>L</Kbd> like, <Kbd>D</Kbd> dislike, <Kbd>N</Kbd> not seen, <Kbd>U</Kbd> undo, <Kbd>/</Kbd>{' '}
        search
      </Text>
    </div>
  );
}
