import { Button, Group, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { SlidersHorizontal, Undo2 } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { tuningsMade } from '../../state/list/tuning';
import * as words from '../../words/en/recommend/for-you';
import { useApp, useModel, useTuning } from '../common/app-context';
import { ChangeLine } from '../common/ChangeLine';
import links from '../common/links.module.css';
import { useUndoKeys } from '../common/presses';
import { sentence } from '../common/sentence';
import { MoodBar } from '../moods/LazyMoods';
import { useWholePage } from '../talk/use-whole-page';
import { FameDial } from './FameDial';
import { FilmList } from './FilmList';
import { FilmStrip } from './FilmStrip';
import styles from './ForYouScreen.module.css';
import printed from './share/printed.module.css';
import { ListTabs } from './wanted/ListTabs';

const SHOWN = 50;
const SITE = { place: 'for-you', predictionVisible: true } as const;
const NONE: readonly number[] = [];

/** Loaded when somebody wants to tune. */
const TunePanel = lazy(async () => ({ default: (await import('./tune/TunePanel')).TunePanel }));

/** So is the way to pass it on. */
const ShareMenu = lazy(async () => ({ default: (await import('./share/ShareMenu')).ShareMenu }));

function Share() {
  const films = useModel((state) => state.recommendations);
  const rated = useModel((state) => state.drawnFrom > 0);
  return <ShareMenu name={rated ? words.title : words.favourites} films={films.slice(0, SHOWN)} />;
}

/** “with the kids” or “with friends”; empty where the list is drawn from everything. */
function useDrawnMoods(): string {
  return useStore(useApp().moods, ({ list, drawn }) =>
    words.anyOf(list.flatMap(({ id, name }) => (drawn.includes(id) ? [name] : []))),
  );
}

/** What the list is made of, in a sentence, and the moods it is drawn from. */
function Intro() {
  const rated = useModel((state) => state.opinions.size);
  const drawnFrom = useModel((state) => state.drawnFrom);
  const moods = useStore(useApp().moods, ({ list }) => list.length);
  const drawn = useDrawnMoods();
  return (
    <>
      {rated === 0 && (
        <Text>
          {sentence(
            words.notRated((text) => (
              <Link href="/rate" className={links.quiet}>
                {text}
              </Link>
            )),
          )}
        </Text>
      )}
      {(rated > 0 || moods > 0) && <MoodBar />}
      {rated > 0 && drawnFrom === 0 && drawn !== '' && <Text>{words.nothingFiled(drawn)}</Text>}
      {drawnFrom > 0 && (
        <Text c="dimmed" className={styles.order}>
          {words.order}
        </Text>
      )}
    </>
  );
}

/** What stands between the words and the list: the dial, and what the last click or turn did. */
function Above({ strip }: { /** Whether the panel of Tune hides the list. */ strip: boolean }) {
  const rated = useModel((state) => state.drawnFrom > 0);
  const saved = useTuning((state) => state.saved);
  const dialled = useTuning((state) => state.tuning.adventure !== 0);
  return (
    <>
      {!saved && (
        <Text role="alert" size="sm" c="dislike">
          {words.notSaved}
        </Text>
      )}
      <div className={styles.above} data-screen-only>
        {/* Before the first click there is nothing to weigh fame against. */}
        {(rated || dialled) && <FameDial />}
        {strip ? (
          <FilmStrip hidden={NONE} linked={false}>
            <ChangeLine idle={words.idle} />
          </FilmStrip>
        ) : (
          <div className={styles.line}>
            <ChangeLine idle={words.idle} />
          </div>
        )}
      </div>
    </>
  );
}

/** The best films first, with reasons; every answer given here moves the list at once. */
export function ForYouScreen() {
  const drawnFrom = useModel((state) => state.drawnFrom);
  const canUndo = useModel((state) => state.canUndo);
  const undo = useModel((state) => state.undo);
  const profileId = useModel((state) => state.profileId);
  const made = useTuning((state) => tuningsMade(state.tuning));
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [tuning, { toggle, close }] = useDisclosure(false);
  const tuneButton = useRef<HTMLButtonElement>(null);
  const closeTuning = () => {
    close();
    tuneButton.current?.focus();
  };
  const takeBack = () => undo(SITE);
  useUndoKeys(SITE);
  useWholePage('paper');
  return (
    <Stack gap="xs" className={`${styles.screen} ${printed.list}`} data-tuning={tuning || undefined}>
      <ListTabs>
        <Suspense>
          <Share />
        </Suspense>
      </ListTabs>
      <Group justify="space-between" align="end" gap="xs">
        <Title order={1}>{drawnFrom === 0 ? words.favourites : words.title}</Title>
        <Group gap={4} wrap="nowrap">
          <Button
            ref={tuneButton}
            variant={made > 0 ? 'light' : 'subtle'}
            size="sm"
            px="xs"
            leftSection={<SlidersHorizontal size={17} aria-hidden />}
            aria-expanded={tuning}
            aria-controls={tuning ? 'tune' : undefined}
            onClick={toggle}
          >
            {made > 0 ? words.tuneMade(made) : words.tune}
          </Button>
          <Button
            variant="subtle"
            size="sm"
            px="xs"
            disabled={!canUndo}
            leftSection={<Undo2 size={17} aria-hidden />}
            onClick={takeBack}
          >
            {words.undo}
          </Button>
        </Group>
      </Group>
      <div className={styles.intro} data-screen-only>
        <Intro />
      </div>
      <Above strip={tuning && !wide} />
      <div className={styles.body}>
        {tuning && (
          <div className={styles.tune} data-screen-only>
            <Suspense fallback={null}>
              <TunePanel key={profileId} close={closeTuning} />
            </Suspense>
          </div>
        )}
        <div>
          <VisuallyHidden>
            <Title order={2}>{words.filmsBestFirst}</Title>
          </VisuallyHidden>
          <FilmList place="for-you" limit={SHOWN} />
        </div>
      </div>
    </Stack>
  );
}
