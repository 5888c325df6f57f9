import { createStore, type StoreApi } from 'zustand/vanilla';
import { PERSONAS } from '../../data/personas';
import type { Opinion } from '../../wnn/personal/personal-model';
import type { AppDependencies } from '../platform/dependencies';
import type { Library } from '../platform/library';
import { createRace, type RaceParts, type RaceState } from './race';
import {
  type AudienceClick,
  type Beat,
  buildScript,
  opinionsAt,
  type Position,
  type Scene,
  type Script,
} from './script';
import { createTalkModel, type Fingerprint, type TalkModel, type TalkView } from './talk-model';

/** How many times as fast as it is spoken the script plays. */
export const SPEEDS = [1, 2, 5, 10, 20] as const;
export type Speed = (typeof SPEEDS)[number];

/** What a presenter can do; each is one key. */
export interface TalkActions {
  /** The next scene, which plays by itself and waits at its end. */
  next(): void;
  /** The scene before, from its beginning. */
  back(): void;
  /** A scene by its number, from 0. */
  goTo(scene: number): void;
  /** The scene from its beginning. */
  replay(): void;
  /** Plays on to the end of the talk; or, while something plays, holds it. */
  playOrPause(): void;
  /** One beat further, and holds there. */
  step(): void;
  faster(): void;
  slower(): void;
  /** Another persona, from the beginning of the scene. */
  nextPersona(): void;
  /** Somebody in the room judges a film; the script holds. A second time takes the verdict back. */
  judge(item: number, opinion: Opinion): void;
  /** A film somebody asks about comes on stage; the script holds. Null ends the question. */
  ask(item: number | null): void;
  /** Goes on where the script was when somebody took over. */
  carryOn(): void;
  /** The first scene, an empty model, single speed: as if there had been no talk. The persona stays. */
  reset(): void;
}

export interface TalkState {
  script: Script;
  position: Position;
  playing: boolean;
  /** Whether scenes follow on each other by themselves. */
  autopilot: boolean;
  /** The last beat of the last scene has been played. */
  ended: boolean;
  speed: Speed;
  /** Somebody took over from the script; holds what goes on afterwards. */
  takenOver: { playing: boolean; autopilot: boolean } | null;
  /** The film that somebody asked about. */
  question: number | null;
  audience: readonly AudienceClick[];
  view: TalkView;
  /** The state of a model that never saw the regretted film. */
  neverSaw: Fingerprint;
  race: RaceState;
  model: Omit<TalkModel, 'view' | 'become'>;
  actions: TalkActions;
  /** When the talk began, by the clock; null before. */
  startedAt: number | null;
  /** Milliseconds since then; 0 before. */
  elapsedMs(): number;
  /** Ends timers and the worker; the store can be used again afterwards. */
  stop(): void;
}

export type TalkStore = StoreApi<TalkState>;

export interface TalkStoreParts extends Pick<AppDependencies, 'now'>, RaceParts {
  library: Library;
}

/** However slow a machine is, the talk does not wait longer than this for the race. */
const LONGEST_WAIT_MS = 90_000;
const START: Position = { scene: 0, beat: 0 };

export const sceneAt = ({ script, position }: Pick<TalkState, 'script' | 'position'>): Scene =>
  script.scenes[position.scene];
export const beatAt = (state: Pick<TalkState, 'script' | 'position'>): Beat =>
  sceneAt(state).beats[state.position.beat];

/**
 * A talk: a script, a place in it, and a model that is always the fold of what was clicked up to there. Nothing of it
 * is stored, and no profile is read or written.
 */
export function createTalkStore(parts: TalkStoreParts): TalkStore {
  const { library, now, schedule } = parts;
  const model = createTalkModel(library);
  const scripts = new Map<number, Script>();
  const scriptOf = (persona: number): Script => {
    const script = scripts.get(persona) ?? buildScript(library, persona);
    scripts.set(persona, script);
    return script;
  };

  return createStore<TalkState>()((set, get) => {
    const race = createRace(parts, () => {
      set({ race: race.state });
      if (waiting && race.state.phase !== 'running') advance();
    });
    /** Script time left of the beat, in milliseconds, when it was last set in motion, and when that was. */
    let left = 0;
    let movedAt: number | null = null;
    let waiting = false;
    let callOff: () => void = () => {};

    /** Shows a place of the script. @param audience the clicks of the room, if they have changed */
    const show = (changes: Partial<TalkState>) => {
      const { script, position, audience } = { ...get(), ...changes };
      model.become(opinionsAt(script, position, audience));
      const { view } = model;
      set({ ...changes, view, neverSaw: model.neverSaw(script.regretted) });
    };
    const hold = () => {
      callOff();
      callOff = () => {};
      waiting = false;
      if (movedAt !== null) left = Math.max(0, left - (now() - movedAt) * get().speed);
      movedAt = null;
    };
    const begin = () => {
      if (get().startedAt === null) set({ startedAt: now() });
    };
    const move = () => {
      hold();
      if (!get().playing) return;
      begin();
      movedAt = now();
      callOff = schedule(onTime, left / get().speed);
    };
    const onTime = () => {
      left = 0;
      movedAt = null;
      if (beatAt(get()).waits && get().race.phase === 'running') {
        waiting = true;
        callOff = schedule(advance, LONGEST_WAIT_MS);
      } else advance();
    };
    const enter = (position: Position, changes: Partial<TalkState> = {}) => {
      hold();
      const leaves = position.scene !== get().position.scene || position.beat === 0;
      if (leaves) race.clear();
      show({ ...changes, position, ended: false, race: race.state });
      const beat = beatAt(get());
      left = 1000 * beat.seconds;
      if (beat.starts) race.start();
      move();
    };
    const advance = () => {
      const { script, position, autopilot } = get();
      const { scene, beat } = position;
      if (beat + 1 < script.scenes[scene].beats.length) enter({ scene, beat: beat + 1 });
      else if (scene + 1 === script.scenes.length) {
        hold();
        set({ playing: false, autopilot: false, ended: true });
      } else if (autopilot) enter({ scene: scene + 1, beat: 0 });
      else {
        hold();
        set({ playing: false });
      }
    };
    /** The presenter has the word again: nothing of a question or a take-over is left but the clicks. */
    const FREE: Partial<TalkState> = { takenOver: null, question: null };
    const take = () => {
      const { playing, autopilot, takenOver } = get();
      hold();
      race.setPaused(true);
      return { playing: false, autopilot: false, takenOver: takenOver ?? { playing, autopilot } };
    };
    const changeSpeed = (by: 1 | -1) => {
      hold();
      const at = SPEEDS.indexOf(get().speed) + by;
      set({ speed: SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))] });
      move();
    };

    const actions: TalkActions = {
      next() {
        const { position, script, ended } = get();
        const last = script.scenes.length - 1;
        if (ended) return;
        if (position.scene < last) enter({ scene: position.scene + 1, beat: 0 }, { ...FREE, playing: true });
        else {
          const beat = script.scenes[last].beats.length - 1;
          enter({ scene: last, beat }, { ...FREE, playing: true });
        }
      },
      back: () => actions.goTo(get().position.scene - 1),
      goTo(scene) {
        const to = Math.min(get().script.scenes.length - 1, Math.max(0, scene));
        enter({ scene: to, beat: 0 }, { ...FREE, playing: true });
      },
      replay: () => actions.goTo(get().position.scene),
      playOrPause() {
        const { playing, ended } = get();
        if (playing) {
          hold();
          race.setPaused(true);
          set({ playing: false, autopilot: false });
          return;
        }
        set({ ...FREE, playing: true, autopilot: true });
        race.setPaused(false);
        if (ended) enter(START);
        else move();
      },
      step() {
        const { position, script, ended } = get();
        if (ended) return;
        const { scene, beat } = position;
        const within = beat + 1 < script.scenes[scene].beats.length;
        race.setPaused(false);
        begin();
        const held = { ...FREE, playing: false, autopilot: false };
        if (within) enter({ scene, beat: beat + 1 }, held);
        else if (scene + 1 < script.scenes.length) enter({ scene: scene + 1, beat: 0 }, held);
        else {
          hold();
          set({ ...held, ended: true });
        }
      },
      faster: () => changeSpeed(1),
      slower: () => changeSpeed(-1),
      nextPersona() {
        const script = scriptOf((get().script.persona + 1) % PERSONAS.length);
        enter({ scene: get().position.scene, beat: 0 }, { ...FREE, script });
      },
      judge(item, opinion) {
        const { view, audience, position } = get();
        const kind = view.opinions.get(item) === opinion ? 'clear' : opinion;
        const taken = take();
        const others = audience.filter((click) => click.item !== item);
        show({ ...taken, audience: [...others, { item, kind, at: position }] });
      },
      ask: (item) => set({ ...take(), question: item }),
      carryOn() {
        const { takenOver, ended } = get();
        if (!takenOver) return;
        race.setPaused(false);
        set({ ...FREE, playing: takenOver.playing && !ended, autopilot: takenOver.autopilot });
        move();
      },
      reset() {
        enter(START, { ...FREE, startedAt: null, playing: false, autopilot: false, speed: 1, audience: [] });
      },
    };

    const script = scriptOf(0);
    left = 1000 * script.scenes[0].beats[0].seconds;
    return {
      script,
      position: START,
      ...{ playing: false, autopilot: false, ended: false, speed: 1, takenOver: null, question: null },
      audience: [],
      startedAt: null,
      view: model.view,
      neverSaw: model.neverSaw(script.regretted),
      race: race.state,
      model,
      actions,
      elapsedMs() {
        const { startedAt } = get();
        return startedAt === null ? 0 : now() - startedAt;
      },
      stop() {
        hold();
        race.clear();
        set({ playing: false, autopilot: false });
      },
    };
  });
}
