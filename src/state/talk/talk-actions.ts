import { PERSONAS } from '../../data/personas';
import type { TalkPlayer } from './player';
import type { Position, Script } from './script';
import type { TalkActions, TalkState } from './talk-store';

/** What the actions work on. */
export interface TalkActionParts {
  player: TalkPlayer;
  get(): TalkState;
  set(changes: Partial<TalkState>): void;
  /** @param persona index in PERSONAS */
  scriptOf(persona: number): Script;
}

/** Where every talk begins. */
export const START: Position = { scene: 0, beat: 0 };
/** The presenter has the word again: nothing of a question or a take-over is left but the clicks. */
const FREE: Partial<TalkState> = { takenOver: null, question: null };

/** Going about in the script: by scene, by beat, faster or slower. */
type Steering = Omit<TalkActions, 'judge' | 'ask' | 'carryOn'>;

/** What a presenter can do, and what the room can. */
export function createTalkActions(parts: TalkActionParts): TalkActions {
  return { ...steering(parts), ...roomActions(parts) };
}

function steering({ player, get, set, scriptOf }: TalkActionParts): Steering {
  const goTo = (scene: number) => {
    const to = Math.min(get().script.scenes.length - 1, Math.max(0, scene));
    player.enter({ scene: to, beat: 0 }, { ...FREE, playing: true });
  };
  return {
    next() {
      const { position, script, ended } = get();
      const last = script.scenes.length - 1;
      if (ended) return;
      if (position.scene < last) goTo(position.scene + 1);
      else {
        const beat = script.scenes[last].beats.length - 1;
        player.enter({ scene: last, beat }, { ...FREE, playing: true });
      }
    },
    back: () => goTo(get().position.scene - 1),
    goTo,
    replay: () => goTo(get().position.scene),
    playOrPause() {
      const { playing, ended } = get();
      if (playing) {
        player.hold();
        player.race.setPaused(true);
        set({ playing: false, autopilot: false });
        return;
      }
      set({ ...FREE, playing: true, autopilot: true });
      player.race.setPaused(false);
      if (ended) player.enter(START);
      else player.move();
    },
    step() {
      const { position, script, ended } = get();
      if (ended) return;
      const { scene, beat } = position;
      player.race.setPaused(false);
      player.begin();
      const held = { ...FREE, playing: false, autopilot: false };
      if (beat + 1 < script.scenes[scene].beats.length) player.enter({ scene, beat: beat + 1 }, held);
      else if (scene + 1 < script.scenes.length) player.enter({ scene: scene + 1, beat: 0 }, held);
      else {
        player.hold();
        set({ ...held, ended: true });
      }
    },
    faster: () => player.changeSpeed(1),
    slower: () => player.changeSpeed(-1),
    nextPersona() {
      const script = scriptOf((get().script.persona + 1) % PERSONAS.length);
      player.enter({ scene: get().position.scene, beat: 0 }, { ...FREE, script });
    },
    reset() {
      const held = { playing: false, autopilot: false, speed: 1 } as const;
      player.enter(START, { ...FREE, ...held, startedAt: null, audience: [] });
    },
  };
}

/** Somebody in the room has a film judged or asks about one; the script holds until it is carried on. */
function roomActions({ player, get, set }: TalkActionParts): Omit<TalkActions, keyof Steering> {
  const take = () => {
    const { playing, autopilot, takenOver } = get();
    player.hold();
    player.race.setPaused(true);
    return { playing: false, autopilot: false, takenOver: takenOver ?? { playing, autopilot } };
  };
  return {
    judge(item, answer) {
      const { view, audience, position } = get();
      const kind = view.answers.get(item) === answer ? 'clear' : answer;
      const taken = take();
      const others = audience.filter((click) => click.item !== item);
      player.show({ ...taken, audience: [...others, { item, kind, at: position }] });
    },
    ask: (item) => set({ ...take(), question: item }),
    carryOn() {
      const { takenOver, ended } = get();
      if (!takenOver) return;
      player.race.setPaused(false);
      set({ ...FREE, playing: takenOver.playing && !ended, autopilot: takenOver.autopilot });
      player.move();
    },
  };
}
