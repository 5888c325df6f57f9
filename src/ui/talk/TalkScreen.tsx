import { useEffect } from 'react';
import { beatAt, sceneAt } from '../../state/talk/talk-store';
import * as words from '../../words/en/talk/stage';
import { LibraryProvider, useLibrary } from '../common/app-context';
import { useInView } from '../common/presses';
import { SCENES } from './scenes/scenes';
import { QuestionScene } from './scenes/WhyScene';
import { Caption, TakenOver } from './stage/Caption';
import { Controls } from './stage/Controls';
import { HelpOver, NotesOver, SearchOver } from './stage/Overlays';
import { Problem } from './stage/Problem';
import { Way } from './stage/Way';
import styles from './TalkScreen.module.css';
import { type StageView, useTalkKeys } from './talk-keys';
import { type Over, useStage } from './use-stage';
import { useTalk, useTalkStage } from './use-talk';
import { useWholePage } from './use-whole-page';
import { personaWords, TITLES } from './words';

/** What lies over the stage, and what of it that hides from the keys. */
const COVERED: Record<NonNullable<Over>, StageView['covered']> = {
  search: 'all',
  help: 'all',
  black: 'film',
  notes: null,
};

/** The presenter's screen: one scene at a time, for a wall and a clicker. No profile is touched by it. */
export function TalkScreen() {
  const { source } = useLibrary();
  return (
    <LibraryProvider library={useTalkStage().library}>
      <Stage brand={source.kind === 'pack' ? words.brandBundled : words.brand} />
    </LibraryProvider>
  );
}

/** @param brand what stands beside the title while no person does */
function Stage({ brand }: { brand: string }) {
  const { store: talk, connect } = useTalkStage();
  const { over, setOver, problem, keys, judged } = useStage();
  // Pressed twice at once, a verdict would be taken back.
  const { takes, ref: body } = useInView(judged);
  useTalkKeys(keys, { covered: COVERED[over ?? 'notes'], takes });
  useEffect(() => {
    const disconnect = connect();
    return () => {
      disconnect();
      talk.getState().stop();
    };
  }, [talk, connect]);
  const position = useTalk((state) => state.position);
  // Whatever moves the script also brings the light back.
  useEffect(() => {
    if (position) setOver((now) => (now === 'black' ? null : now));
  }, [position, setOver]);
  const scene = useTalk(sceneAt);
  const number = useTalk((state) => state.position.scene + 1);
  const question = useTalk((state) => state.question);
  const takenOver = useTalk((state) => state.takenOver !== null);
  const persona = useTalk((state) => state.script.persona);
  const ended = useTalk((state) => beatAt(state).step === 'end');
  const Scene = SCENES[scene.id];
  useWholePage('stage');
  return (
    <div className={styles.stage} data-stage>
      <Way />
      <header className={styles.head}>
        {!ended && (
          <span className={`${styles.number} tabular`} aria-hidden="true">
            {number}
          </span>
        )}
        <h1>{ended ? words.thankYou : TITLES[scene.id]}</h1>
        <span className={styles.brand}>
          {scene.id === 'newcomer' || ended ? brand : personaWords(persona)}
        </span>
      </header>
      <section
        className={styles.body}
        ref={body}
        data-scene={scene.id}
        aria-label={words.theScene}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys (WCAG 2.1.1).
        tabIndex={0}
      >
        {question === null ? <Scene /> : <QuestionScene item={question} />}
      </section>
      <footer className={styles.foot}>
        {takenOver ? <TakenOver /> : <Caption />}
        {problem && <Problem>{problem}</Problem>}
        <Controls keys={keys} />
      </footer>
      {over === 'search' && (
        <SearchOver
          close={() => setOver(null)}
          choose={(item) => {
            keys.actions.ask(item);
            setOver(null);
          }}
        />
      )}
      {over === 'notes' && <NotesOver />}
      {over === 'help' && <HelpOver close={() => setOver(null)} />}
      {over === 'black' && <div className={styles.black} role="img" aria-label={words.blackScreen} />}
    </div>
  );
}
