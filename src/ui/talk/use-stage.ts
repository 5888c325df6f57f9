import { useMemo, useState } from 'react';
import type { SeenAnswer } from '../../data/opinion';
import { beatAt, sceneAt } from '../../state/talk/talk-store';
import * as words from '../../words/en/talk/stage';
import type { StageKeys } from './talk-keys';
import { useTalk, useTalkStore } from './use-talk';

/** What lies over the stage; null: nothing. */
export type Over = 'search' | 'notes' | 'help' | 'black' | null;

/** What lies over the stage, and the keys that bring it. */
export function useStage() {
  const talk = useTalkStore();
  const [over, setOver] = useState<Over>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const keys = useMemo((): StageKeys => {
    const { actions } = talk.getState();
    const toggle = (what: Over) => () => setOver((now) => (now === what ? null : what));
    const judge = (answer: SeenAnswer) => () => {
      const item = stageFilmOf(talk.getState());
      if (item !== null) actions.judge(item, answer);
    };
    return {
      actions,
      like: judge('like'),
      dislike: judge('dislike'),
      soSo: judge('so-so'),
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
        if (!changing) setProblem(words.noFullScreen);
        else changing.catch(() => setProblem(words.fullScreenRefused));
      },
      escape: () => setOver(null),
    };
  }, [talk]);
  // What a verdict would be about: another film, or the same with another answer, is another thing.
  const judged = useTalk((state) => {
    const item = stageFilmOf(state);
    return item === null ? '' : `${item} ${state.view.answers.get(item)}`;
  });
  return { over, setOver, problem, keys, judged };
}

/** The film that answers are meant for; null where none is on stage. */
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
