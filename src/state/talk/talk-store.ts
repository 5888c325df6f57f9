import type { StoreApi } from 'zustand/vanilla';
import type { SeenAnswer } from '../../data/opinion';
import type { RaceState } from './race';
import type { AudienceClick, Beat, Position, Scene, Script } from './script';
import type { Fingerprint, TalkModel, TalkView } from './talk-model';

/** How many times as fast as it is spoken the script plays. */
export const SPEEDS = [1, 2, 5, 10, 20] as const;
/** One of `SPEEDS`. */
type Speed = (typeof SPEEDS)[number];

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
  /** Somebody in the room judges a film; the script holds. A second time takes the answer back. */
  judge(item: number, answer: SeenAnswer): void;
  /** A film somebody asks about comes on stage; the script holds. Null ends the question. */
  ask(item: number | null): void;
  /** Goes on where the script was when somebody took over. */
  carryOn(): void;
  /** The first scene, an empty model, single speed: as if there had been no talk. The persona stays. */
  reset(): void;
}

/** A talk in progress. */
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

/** A talk; made by `createTalkStore`. */
export type TalkStore = StoreApi<TalkState>;

/** The scene that the script stands in. */
export const sceneAt = ({ script, position }: Pick<TalkState, 'script' | 'position'>): Scene =>
  script.scenes[position.scene];
/** The beat that the script stands at. */
export const beatAt = (state: Pick<TalkState, 'script' | 'position'>): Beat =>
  sceneAt(state).beats[state.position.beat];
