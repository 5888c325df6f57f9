import { createStore } from 'zustand/vanilla';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import { TalkPlayer } from './player';
import type { RaceParts } from './race';
import { buildScript, type Script } from './script';
import { createTalkActions, START } from './talk-actions';
import { createTalkModel } from './talk-model';
import type { TalkState, TalkStore } from './talk-store';

/** What a talk is made from. */
export interface TalkStoreParts extends Pick<AppDependencies, 'now'>, RaceParts {
  library: Library;
}

/**
 * A talk: a script, a place in it, and a model that is always the fold of what was clicked up to there. Nothing of it
 * is stored, and no profile is read or written.
 */
export function createTalkStore(parts: TalkStoreParts): TalkStore {
  const { library, now } = parts;
  const model = createTalkModel(library);
  const scripts = new Map<number, Script>();
  const scriptOf = (persona: number): Script => {
    const script = scripts.get(persona) ?? buildScript(library, persona);
    scripts.set(persona, script);
    return script;
  };
  const get = () => store.getState();
  const set = (changes: Partial<TalkState>) => store.setState(changes);
  const player = new TalkPlayer({ ...parts, model, get, set });
  const script = scriptOf(0);
  const store: TalkStore = createStore<TalkState>()(() => ({
    script,
    position: START,
    ...{ playing: false, autopilot: false, ended: false, speed: 1, takenOver: null, question: null },
    audience: [],
    startedAt: null,
    view: model.view,
    neverSaw: model.neverSaw(script.regretted),
    race: player.race.state,
    model,
    actions: createTalkActions({ player, get, set, scriptOf }),
    elapsedMs() {
      const { startedAt } = get();
      return startedAt === null ? 0 : now() - startedAt;
    },
    stop() {
      player.hold();
      player.race.clear();
      set({ playing: false, autopilot: false });
    },
  }));
  player.rewind();
  return store;
}
