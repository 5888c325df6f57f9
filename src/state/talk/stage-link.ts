import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppDependencies } from '../platform/dependencies';
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

export interface NotesState {
  /** What the stage said last, and when; null while none was heard. */
  heard: { report: StageReport; at: number } | null;
  send(command: TalkCommand): void;
}

/** Listens to a stage in another window. */
export function connectNotes({ openChannel, now }: Pick<AppDependencies, 'openChannel' | 'now'>): {
  store: StoreApi<NotesState>;
  stop(): void;
} {
  const channel = openChannel((message) => {
    const { success, output } = v.safeParse(stageSchema, message);
    if (success) store.setState({ heard: { report: output, at: now() } });
  });
  const send = (command: TalkCommand) => channel.post({ about: 'talk-notes', command });
  const store = createStore<NotesState>()(() => ({ heard: null, send }));
  send('hello');
  return { store, stop: () => channel.close() };
}
