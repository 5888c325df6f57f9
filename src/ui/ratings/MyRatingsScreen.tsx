import { Button, Group, Stack, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Eraser, History, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useModel } from '../common/app-context';
import { ChangeLine } from '../common/ChangeLine';
import { EmptyView } from '../common/StateViews';
import { byDay, dayName } from './days';
import styles from './MyRatingsScreen.module.css';
import { RatingRow } from './RatingRow';
import ratingsToolsStyles from './RatingsTools.module.css';

const CONTEXT = { place: 'my-ratings', predictionVisible: false } as const;
/** Rows drawn at once; more come on request. */
const PAGE = 60;

const FilmDialog = lazy(async () => ({ default: (await import('./FilmDialog')).FilmDialog }));
const ForgetDialog = lazy(async () => ({ default: (await import('./ForgetDialog')).ForgetDialog }));

/** What is being asked: about one film, or what to forget, from the day of some moment on. */
type Asking = { item: number } | { time: number } | null;

/** Everything said so far, latest first; each answer can be changed, removed or erased for good. */
export function MyRatingsScreen() {
  const judgements = useModel((state) => state.judgements);
  const clicks = useModel((state) => state.events.length);
  const latest = useModel((state) => state.events.at(-1)?.time ?? 0);
  const canUndo = useModel((state) => state.canUndo);
  const canRedo = useModel((state) => state.canRedo);
  const undo = useModel((state) => state.undo);
  const redo = useModel((state) => state.redo);
  const [shown, setShown] = useState(PAGE);
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  useHotkeys([
    ['u', () => undo(CONTEXT)],
    ['mod+z', () => undo(CONTEXT)],
    ['mod+shift+z', () => redo(CONTEXT)],
  ]);
  const likes = judgements.filter(({ kind }) => kind === 'like').length;
  const dislikes = judgements.filter(({ kind }) => kind === 'dislike').length;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end" gap="xs">
        <Title order={1}>My ratings</Title>
        <div className={ratingsToolsStyles.tools}>
          <Button
            variant="subtle"
            size="sm"
            disabled={!canUndo}
            leftSection={<Undo2 size={17} aria-hidden />}
            onClick={() => undo(CONTEXT)}
          >
            Undo
          </Button>
          <Button
            variant="subtle"
            size="sm"
            disabled={!canRedo}
            leftSection={<Redo2 size={17} aria-hidden />}
            onClick={() => redo(CONTEXT)}
          >
            Redo
          </Button>
          {clicks > 0 && (
            <>
              <Button
                component={Link}
                href="/my-ratings/history"
                variant="subtle"
                size="sm"
                leftSection={<History size={17} aria-hidden />}
              >
                History
              </Button>
              <Button
                variant="subtle"
                size="sm"
                leftSection={<Eraser size={17} aria-hidden />}
                onClick={() => setAsking({ time: latest })}
              >
                Forget…
              </Button>
            </>
          )}
        </div>
      </Group>
      {judgements.length === 0 ? (
        <EmptyView
          title="Nothing rated yet"
          message="What you like and dislike is listed here, and every answer can be changed or removed."
          action={{ label: 'Rate films', onClick: () => window.location.assign('#/rate') }}
        />
      ) : (
        <>
          <ChangeLine idle={`${likes} liked, ${dislikes} disliked. Change or remove any of them.`} />
          {byDay(judgements.slice(0, shown)).map(({ day, things }) => (
            <section key={`${day.from} ${things[0].item}`} aria-label={dayName(day.from)}>
              <div className={styles.day}>
                <Title order={2} size="h4">
                  {dayName(day.from)}
                </Title>
                <Button
                  variant="subtle"
                  color="gray"
                  c="inherit"
                  size="compact-sm"
                  aria-label={`Forget ${dayName(day.from)}`}
                  onClick={() => setAsking({ time: day.from })}
                >
                  Forget this day…
                </Button>
              </div>
              <ul className={styles.list}>
                {things.map((judgement) => (
                  <RatingRow
                    key={judgement.item}
                    judgement={judgement}
                    onMore={(item) => setAsking({ item })}
                  />
                ))}
              </ul>
            </section>
          ))}
          {judgements.length > shown && (
            <Button variant="default" onClick={() => setShown(shown + PAGE)}>
              Show more ({judgements.length - shown})
            </Button>
          )}
        </>
      )}
      <Suspense>
        {asking && 'item' in asking && <FilmDialog item={asking.item} onClose={close} />}
        {asking && 'time' in asking && <ForgetDialog time={asking.time} onClose={close} />}
      </Suspense>
    </Stack>
  );
}
