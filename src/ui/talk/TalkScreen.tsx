import { useEffect, useMemo, useState } from 'react';
import { connectStage, reportOf } from '../../state/talk/stage-link';
import { beatAt, sceneAt } from '../../state/talk/talk-store';
import type { Opinion } from '../../wnn/personal/personal-model';
import { useApp, useLibrary } from '../common/app-context';
import { TitleSearch } from '../common/TitleSearch';
import { SceneNotes, Times } from './notes/NotesSheet';
import { QuestionScene, SCENES } from './scenes/scenes';
import { Controls } from './stage/Controls';
import './notes/notes.css';
import './talk.css';
import { type StageKeys, useTalkKeys } from './talk-keys';
import { useTalk, useTalkStore, useTick } from './use-talk';
import { captionOf, KEYS, personaWords, TITLES } from './words';

type Over = 'search' | 'notes' | 'help' | 'black' | null;

/** What lies over the stage, and the keys that bring it. */
function useStage() {
  const talk = useTalkStore();
  const [over, setOver] = useState<Over>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keys = useMemo((): StageKeys => {
    const { actions } = talk.getState();
    const toggle = (what: Over) => () => setOver((now) => (now === what ? null : what));
    const judge = (opinion: Opinion) => () => {
      const item = stageFilmOf(talk.getState());
      if (item !== null) actions.judge(item, opinion);
    };
    return {
      actions,
      like: judge('like'),
      dislike: judge('dislike'),
      search() {
        actions.ask(talk.getState().question);
        setOver('search');
      },
      notes: toggle('notes'),
      help: toggle('help'),
      black: toggle('black'),
      fullScreen() {
        const { fullscreenElement, documentElement } = document;
        const changing = fullscreenElement
          ? document.exitFullscreen()
          : documentElement.requestFullscreen?.();
        if (!changing) setProblem('This browser has no full screen for pages; its own menu may.');
        else
          changing.catch(() => setProblem('The browser refuses full screen here; its own menu may have it.'));
      },
      escape: () => setOver(null),
    };
  }, [talk]);
  return { over, setOver, problem, keys };
}

/** The film that likes and dislikes are meant for; null where none is on stage. */
function stageFilmOf(state: Parameters<typeof beatAt>[0] & { question: number | null }): number | null {
  const { script, position, question } = state;
  if (question !== null) return question;
  const { id } = sceneAt(state);
  if (id === 'why') return script.explained;
  if (id === 'forget') return beatAt(state).step === 'end' ? null : script.regretted;
  if (id === 'clicks' && position.beat > 0) {
    return script.clicks[Math.min(script.clicks.length, position.beat) - 1]?.item ?? null;
  }
  return null;
}

function Way() {
  const script = useTalk((state) => state.script);
  const { scene, beat } = useTalk((state) => state.position);
  const { goTo } = useTalk((state) => state.actions);
  return (
    <nav className="talk-way" aria-label="Scenes">
      {script.scenes.map(({ id, beats }, index) => {
        const share = index < scene ? 1 : index > scene ? 0 : (beat + 1) / beats.length;
        return (
          <button
            type="button"
            key={id}
            aria-label={`Scene ${index + 1}: ${TITLES[id]}`}
            aria-current={index === scene ? 'step' : undefined}
            onClick={(event) => {
              if (event.detail > 0) event.currentTarget.blur();
              goTo(index);
            }}
          >
            <span style={{ inlineSize: `${100 * share}%` }} />
          </button>
        );
      })}
    </nav>
  );
}

function Caption() {
  const library = useLibrary();
  const words = useTalk((state) => captionOf(state, library));
  return (
    <p className="talk-caption" role="status">
      {words}
    </p>
  );
}

function NotesOver() {
  const talk = useTalkStore();
  const script = useTalk((state) => state.script);
  const scene = useTalk(sceneAt);
  useTick(500);
  const report = reportOf(talk);
  return (
    <aside className="talk-over talk-notes-over" aria-label="Speaker’s notes">
      <Times script={script} report={report} elapsedSeconds={report.elapsedMs / 1000} />
      <SceneNotes scene={scene} />
      <p>
        <a href="#/talk/notes" target="_blank" rel="noreferrer">
          Notes in a window of their own
        </a>
      </p>
    </aside>
  );
}

function HelpOver({ close }: { close: () => void }) {
  return (
    <section className="talk-over talk-help" aria-label="Keys">
      <h2>Keys and clicker</h2>
      <dl>
        {KEYS.map(({ keys, says }) => (
          <div key={says}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="talk-button" onClick={close}>
        Close
      </button>
    </section>
  );
}

function TakenOver() {
  const { carryOn } = useTalk((state) => state.actions);
  return (
    <div className="talk-taken">
      <span>The room has taken over.</span>
      <button
        type="button"
        className="talk-button"
        onClick={(event) => {
          if (event.detail > 0) event.currentTarget.blur();
          carryOn();
        }}
      >
        Carry on <kbd>C</kbd>
      </button>
    </div>
  );
}

/** The presenter's screen: one scene at a time, for a wall and a clicker. No profile is touched by it. */
export function TalkScreen() {
  const talk = useTalkStore();
  const { openChannel } = useApp().talk;
  const { over, setOver, problem, keys } = useStage();
  useTalkKeys(keys);
  useEffect(() => {
    const disconnect = connectStage(talk, openChannel);
    return () => {
      disconnect();
      talk.getState().stop();
    };
  }, [talk, openChannel]);
  const position = useTalk((state) => state.position);
  // Whatever moves the script also brings the light back.
  useEffect(() => {
    if (position) setOver((now) => (now === 'black' ? null : now));
  }, [position, setOver]);
  const scene = useTalk(sceneAt);
  const number = useTalk((state) => state.position.scene + 1);
  const question = useTalk((state) => state.question);
  const takenOver = useTalk((state) => state.takenOver !== null);
  const opinions = useTalk((state) => state.view.opinions);
  const persona = useTalk((state) => state.script.persona);
  const ended = useTalk((state) => beatAt(state).step === 'end');
  const Scene = SCENES[scene.id];
  return (
    <div className="talk">
      <Way />
      <header className="talk-head">
        <span className="talk-number tabular" aria-hidden="true">
          {number}
        </span>
        <h1>{ended ? 'Thank you' : TITLES[scene.id]}</h1>
        <span className="talk-brand">
          {scene.id === 'newcomer' || ended ? 'Weightless' : personaWords(persona)}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with keys (WCAG 2.1.1). */}
      <section className="talk-body" data-scene={scene.id} aria-label="The scene" tabIndex={0}>
        {question === null ? <Scene /> : <QuestionScene item={question} />}
      </section>
      <footer className="talk-foot">
        {takenOver ? <TakenOver /> : <Caption />}
        {problem && (
          <p className="talk-problem" role="status">
            {problem}
          </p>
        )}
        <Controls keys={keys} />
      </footer>
      {over === 'search' && (
        <div className="talk-over talk-search">
          <TitleSearch
            opinions={opinions}
            autoFocus
            onEscape={() => setOver(null)}
            onChoose={(item) => {
              keys.actions.ask(item);
              setOver(null);
            }}
          />
        </div>
      )}
      {over === 'notes' && <NotesOver />}
      {over === 'help' && <HelpOver close={() => setOver(null)} />}
      {over === 'black' && (
        <div className="talk-black" role="img" aria-label="Black screen. B brings it back." />
      )}
    </div>
  );
}
