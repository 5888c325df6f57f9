import { Button, Kbd, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { EyeOff, ThumbsDown, ThumbsUp, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Place } from '../../storage/rating-event';
import { useLibrary, useModel, useRate } from '../common/app-context';
import { FilmTile } from '../common/FilmTile';
import { filmFacts, filmLine } from '../common/film-facts';
import { EmptyView } from '../common/StateViews';
import { FilingSelect } from '../moods/LazyMoods';
import answersStyles from './Answers.module.css';
import styles from './JudgePanel.module.css';
import leavingTileStyles from './LeavingTile.module.css';

type Verdict = 'like' | 'dislike' | 'unseen';

const STAMPS: Record<Verdict, string> = { like: 'Liked', dislike: 'Disliked', unseen: 'Not seen' };
const SAID: Record<Verdict, string> = { like: 'like', dislike: 'dislike', unseen: 'not seen' };
/** How long a judged tile is seen leaving. */
const LEAVE_MILLIS = 420;

interface Leaving {
  item: number;
  verdict: Verdict;
}

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
  const [leaving, setLeaving] = useState<Leaving | null>(null);
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
        {leaving && (
          <div
            className={leavingTileStyles.leaving}
            data-verdict={leaving.verdict}
            key={`leaving-${leaving.item}`}
            aria-hidden="true"
          >
            <FilmTile film={filmFacts(catalogue, leaving.item)} size="hero" decorative />
            <span className={leavingTileStyles.stamp}>{STAMPS[leaving.verdict]}</span>
          </div>
        )}
      </div>
      <div className={styles.words}>
        <Text className="eyebrow">{said ? `You said: ${SAID[said]}` : 'Do you like it?'}</Text>
        <Title order={2} aria-live="polite">
          {catalogue.title[current]}
        </Title>
        <Text c="dimmed">{filmLine(catalogue, current)}</Text>
      </div>
      <div className={answersStyles.answers}>
        <Button
          size="lg"
          color="like"
          leftSection={<ThumbsUp size={21} aria-hidden />}
          onClick={() => judge('like')}
        >
          Like
        </Button>
        <Button
          size="lg"
          color="dislike"
          leftSection={<ThumbsDown size={21} aria-hidden />}
          onClick={() => judge('dislike')}
        >
          Dislike
        </Button>
        <Button
          size="lg"
          variant="default"
          leftSection={<EyeOff size={20} aria-hidden />}
          onClick={() => judge('unseen')}
        >
          Haven’t seen
        </Button>
        <Button
          variant="subtle"
          size="lg"
          disabled={!canUndo}
          leftSection={<Undo2 size={20} aria-hidden />}
          onClick={takeBack}
        >
          Undo
        </Button>
      </div>
      <FilingSelect className={styles.filing} />
      <Text size="sm" c="dimmed" className={styles.keys}>
        Keys: <Kbd>L</Kbd> like, <Kbd>D</Kbd> dislike, <Kbd>N</Kbd> not seen, <Kbd>U</Kbd> undo, <Kbd>/</Kbd>{' '}
        search
      </Text>
    </div>
  );
}
