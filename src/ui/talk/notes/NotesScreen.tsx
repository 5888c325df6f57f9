import { Button, Group, Kbd, Text, Title } from '@mantine/core';
import { use, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { buildScript, sceneStarts } from '../../../state/talk/script';
import type { TalkCommand } from '../../../state/talk/stage-link';
import * as words from '../../../words/en/talk/notes';
import { numbered } from '../../../words/en/talk/scenes';
import { LibraryProvider, useApp, useLibrary } from '../../common/app-context';
import { pressKey } from '../talk-keys';
import { useTick } from '../use-talk';
import { useWholePage } from '../use-whole-page';
import { KEYS, TITLES } from '../words';
import styles from './NotesScreen.module.css';
import { clockTime, SceneNotes, Times } from './NotesSheet';

const COMMANDS: Record<string, TalkCommand> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  p: 'playOrPause',
  '.': 'playOrPause',
  s: 'step',
  r: 'replay',
  '+': 'faster',
  '-': 'slower',
  c: 'carryOn',
};

function Follow() {
  const notes = use(useApp().notes());
  const { send, connect, elapsedMs } = notes.getState();
  useEffect(connect, [connect]);
  const report = useStore(notes, (state) => state.heard);
  const library = useLibrary();
  useTick(500);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = COMMANDS[event.key];
      pressKey(event, command && (() => send(command)));
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [send]);
  const persona = report?.persona ?? 0;
  const script = useMemo(() => buildScript(library, persona), [library, persona]);
  const starts = sceneStarts(script);
  return (
    <>
      {report ? (
        <section className={styles.live} aria-label={words.stageNow}>
          <Times script={script} report={report} elapsedSeconds={elapsedMs() / 1000} />
          <Text className={styles.state} role="status">
            {report.takenOver
              ? words.takenOver
              : report.ended
                ? words.over
                : report.playing
                  ? words.playing(report.speed)
                  : words.holding}
          </Text>
          <Group gap="xs">
            <Button size="md" variant="default" onClick={() => send('back')}>
              {words.sceneBefore}
            </Button>
            <Button size="md" variant="default" onClick={() => send('playOrPause')}>
              {report.playing ? words.pause : words.play}
            </Button>
            <Button size="md" onClick={() => send('next')}>
              {words.nextScene}
            </Button>
          </Group>
        </section>
      ) : (
        <Text className={`${styles.live} ${styles.state}`} role="status">
          {words.noStage}
        </Text>
      )}
      <ol className={styles.scenes}>
        {script.scenes.map((scene, index) => (
          <li
            key={scene.id}
            data-current={report?.scene === index || undefined}
            aria-current={report?.scene === index ? 'step' : undefined}
          >
            <div className={styles.sceneHead}>
              <Title order={2} size="h3">
                {numbered(index + 1, TITLES[scene.id])}
              </Title>
              <span className="tabular">
                {words.sceneTimes(clockTime(starts[index]), clockTime(starts[index + 1] - starts[index]))}
              </span>
            </div>
            <SceneNotes scene={scene} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What to say and when, for a second window beside the stage, or for paper: always of the bundled films. */
export function NotesScreen() {
  return (
    <LibraryProvider library={use(useApp().bundledLibrary())}>
      <Notes />
    </LibraryProvider>
  );
}

function Notes() {
  useWholePage('paper');
  const library = useLibrary();
  const total = useMemo(() => sceneStarts(buildScript(library, 0)).at(-1) ?? 0, [library]);
  return (
    <div className={styles.screen}>
      <Group justify="space-between" align="end">
        <div>
          <p className="eyebrow">{words.length(clockTime(total))}</p>
          <Title order={1}>{words.title}</Title>
        </div>
        <Button variant="default" className={styles.print} onClick={() => window.print()}>
          {words.print}
        </Button>
      </Group>
      <Follow />
      <section aria-label={words.keys} className={styles.keys}>
        <Title order={2} size="h3">
          {words.keysOnStage}
        </Title>
        <dl>
          {KEYS.map(({ keys, says }) => (
            <div key={says}>
              <dt>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
