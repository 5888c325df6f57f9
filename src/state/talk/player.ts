import type { AppDependencies } from '../platform/dependencies';
import { createRace, type Race, type RaceParts } from './race';
import { answersAt, type Position } from './script';
import type { TalkModel } from './talk-model';
import { beatAt, SPEEDS, type TalkState } from './talk-store';

/** What a player needs from outside. */
export interface PlayerParts extends Pick<AppDependencies, 'now'>, RaceParts {
  model: TalkModel;
  get(): TalkState;
  set(changes: Partial<TalkState>): void;
}

/** However slow a machine is, the talk does not wait longer than this for the race. */
const LONGEST_WAIT_MS = 90_000;

/** Moves a talk along its script: by the clock while it plays, or where it is told to. */
export class TalkPlayer {
  readonly race: Race;
  private readonly parts: PlayerParts;
  /** Script time left of the beat, in milliseconds, when it was last set in motion, and when that was. */
  private left = 0;
  private movedAt: number | null = null;
  /** Whether the beat is over but for the race. */
  private waiting = false;
  private callOff: () => void = () => {};

  constructor(parts: PlayerParts) {
    this.parts = parts;
    this.race = createRace(parts, () => {
      parts.set({ race: this.race.state });
      if (this.waiting && this.race.state.phase !== 'running') this.advance();
    });
  }

  /** Shows a place of the script. @param changes of the state; clicks of the room, if they have changed, among them */
  show(changes: Partial<TalkState>): void {
    const { model, get, set } = this.parts;
    const { script, position, audience } = { ...get(), ...changes };
    model.become(answersAt(script, position, audience));
    set({ ...changes, view: model.view, neverSaw: model.neverSaw(script.regretted) });
  }

  /** Stops the clock of the script where it is. */
  hold(): void {
    this.callOff();
    this.callOff = () => {};
    this.waiting = false;
    if (this.movedAt !== null) {
      this.left = Math.max(0, this.left - (this.parts.now() - this.movedAt) * this.parts.get().speed);
    }
    this.movedAt = null;
  }

  /** Lets the clock of the script go on, if the talk plays. */
  move(): void {
    this.hold();
    const { get, now, schedule } = this.parts;
    if (!get().playing) return;
    this.begin();
    this.movedAt = now();
    this.callOff = schedule(() => this.onTime(), this.left / get().speed);
  }

  /** Sets the time of the talk going, if it has not begun. */
  begin(): void {
    const { get, set, now } = this.parts;
    if (get().startedAt === null) set({ startedAt: now() });
  }

  /** Goes to the beginning of a beat. */
  enter(position: Position, changes: Partial<TalkState> = {}): void {
    this.hold();
    const { get } = this.parts;
    const leaves = position.scene !== get().position.scene || position.beat === 0;
    if (leaves) this.race.clear();
    this.show({ ...changes, position, ended: false, race: this.race.state });
    this.rewind();
    if (beatAt(get()).starts) this.race.start();
    this.move();
  }

  /** All of the present beat is still to come. */
  rewind(): void {
    this.left = 1000 * beatAt(this.parts.get()).seconds;
  }

  /** @param by one step up or down of `SPEEDS` */
  changeSpeed(by: 1 | -1): void {
    this.hold();
    const { get, set } = this.parts;
    const at = SPEEDS.indexOf(get().speed) + by;
    set({ speed: SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, at))] });
    this.move();
  }

  private onTime(): void {
    const { get, schedule } = this.parts;
    this.left = 0;
    this.movedAt = null;
    if (beatAt(get()).waits && get().race.phase === 'running') {
      this.waiting = true;
      this.callOff = schedule(() => this.advance(), LONGEST_WAIT_MS);
    } else this.advance();
  }

  /** The beat is over: the next one, or the end of the scene or of the talk. */
  private advance(): void {
    const { get, set } = this.parts;
    const { script, position, autopilot } = get();
    const { scene, beat } = position;
    if (beat + 1 < script.scenes[scene].beats.length) this.enter({ scene, beat: beat + 1 });
    else if (scene + 1 === script.scenes.length) {
      this.hold();
      set({ playing: false, autopilot: false, ended: true });
    } else if (autopilot) this.enter({ scene: scene + 1, beat: 0 });
    else {
      this.hold();
      set({ playing: false });
    }
  }
}
