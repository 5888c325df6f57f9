import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppDependencies, Channel } from '../platform/dependencies';
import type { TalkStore } from './talk-store';

/** Keys of the notes window that the stage obeys. */
const COMMANDS = [
  'hello',
  'next',
  'back',
  'replay',
  'playOrPause',
  'step',
  'faster',
  'slower',
  'carryOn',
  'reset',
] as const;
/** A key of the notes window that the stage obeys. */
export type TalkCommand = (typeof COMMANDS)[number];

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const stageSchema = v.object({
  about: v.literal('talk-stage'),
  scene: whole,
  beat: whole,
  persona: whole,
  playing: v.boolean(),
  ended: v.boolean(),
  takenOver: v.boolean(),
  speed: v.number(),
  started: v.boolean(),
  /** Milliseconds since the talk began, when this was said; 0 before. */
  elapsedMs: v.number(),
});
const commandSchema = v.object({ about: v.literal('talk-notes'), command: v.picklist(COMMANDS) });

/** How far the stage has come, as the notes window hears it. */
export type StageReport = v.InferOutput<typeof stageSchema>;

/** What the stage says of itself now. */
export function reportOf(talk: TalkStore): StageReport {
  const { position, script, playing, ended, takenOver, speed, startedAt, elapsedMs } = talk.getState();
  return {
    about: 'talk-stage',
    ...position,
    ...{ persona: script.persona, started: startedAt !== null },
    ...{ playing, ended, speed, takenOver: takenOver !== null, elapsedMs: elapsedMs() },
  };
}

/** Tells the notes windows of this browser where the stage is, and obeys their keys. @returns how to stop */
export function connectStage(talk: TalkStore, openChannel: AppDependencies['openChannel']): () => void {
  let told = '';
  const tell = (always: boolean) => {
    const report = reportOf(talk);
    // Time goes on by itself; what else has changed is worth saying.
    const words = JSON.stringify({ ...report, elapsedMs: 0 });
    if (!always && words === told) return;
    told = words;
    channel.post(report);
  };
  const channel = openChannel((message) => {
    const { success, output } = v.safeParse(commandSchema, message);
    if (!success) return;
    if (output.command === 'hello') tell(true);
    else talk.getState().actions[output.command]();
  });
  const unsubscribe = talk.subscribe(() => tell(false));
  tell(true);
  return () => {
    unsubscribe();
    channel.close();
  };
}

/** The window of the speaker's notes. */
export interface NotesState {
  /** What the stage said last; null while none was heard since `connect`. */
  heard: StageReport | null;
  /** Milliseconds since the talk on the stage began; 0 before, and while none was heard. */
  elapsedMs(): number;
  /** Presses a key of the stage; nothing happens while not connected. */
  send(command: TalkCommand): void;
  /** Listens to a stage in another window of this browser. @returns how to stop */
  connect(): () => void;
}

/** A window of notes that hears no stage yet. */
export function createNotesStore({
  openChannel,
  now,
}: Pick<AppDependencies, 'openChannel' | 'now'>): StoreApi<NotesState> {
  let channel: Channel | null = null;
  let heardAt = 0;
  return createStore<NotesState>()((set, get) => ({
    heard: null,
    elapsedMs() {
      const { heard } = get();
      return heard?.started ? heard.elapsedMs + now() - heardAt : 0;
    },
    send: (command) => channel?.post({ about: 'talk-notes', command }),
    connect() {
      const opened = openChannel((message) => {
        const { success, output } = v.safeParse(stageSchema, message);
        if (!success) return;
        heardAt = now();
        set({ heard: output });
      });
      channel = opened;
      set({ heard: null });
      get().send('hello');
      return () => {
        opened.close();
        if (channel === opened) channel = null;
      };
    },
  }));
}
