import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PackManifest } from '../../packs/pack-format';
import { catalogueId } from '../../storage/films/catalogues';
import * as words from '../../words/en/catalogues/learning';
import type { Outcome } from '../../worker/contract';
import type { LearnClient } from '../../worker/learn/client';
import type { LearnedPack, LearnProgress } from '../../worker/learn/contract';
import type { PickedFiles } from '../../worker/picked-files';

/** Where the learning of a catalogue stands. */
type LearningStep =
  /** Nothing was chosen yet, or it was called off. */
  | { step: 'choosing' }
  | { step: 'learning'; progress: LearnProgress }
  /** It is learned, and being kept or not yet. */
  | { step: 'learned'; manifest: PackManifest; notices: readonly string[]; kept: KeptPack }
  /** Why nothing came of it: a sentence. */
  | { step: 'failed'; message: string };

/** What became of a learned pack: its bytes live on until it is kept. */
type KeptPack =
  | { state: 'keeping' }
  /** By this id (storage/films/catalogues). */
  | { state: 'kept'; id: string }
  | { state: 'lost'; message: string };

/** The catalogue that is being learned; it goes on while another screen is open. */
export interface LearningState {
  at: LearningStep;
  /** Learns from files and hands what was learned to `keep`; what was being learned before is ended. */
  choose(picked: PickedFiles, keep: Keep): void;
  /** Ends it at once, and forgets what was learned. */
  cancel(): void;
  /** Tries once more to keep what was learned. */
  keepAgain(): void;
}

/** Takes over a finished pack. Resolves to null when it is kept, else to why it is not, in a sentence. */
export type Keep = (bytes: Uint8Array<ArrayBuffer>) => Promise<string | null>;

/** What learning needs from the rest of the app. */
export interface LearningParts {
  client: LearnClient;
  /** Where the bundled films are; an absolute URL. */
  filmsUrl: string;
  /** Decides everything random in a catalogue. */
  seed: number;
  /** Asks before the page is left while something would be lost. @returns how to stop */
  guard(): () => void;
}

const BEGUN: LearnProgress = { doing: words.opening, share: 0, remainingMs: null };

/** What was learned and is not kept yet. */
interface Unkept {
  bytes: Uint8Array<ArrayBuffer>;
  keep: Keep;
}

/** The catalogue that is being learned. What is in use stays in use, whatever happens here. */
export function createLearningStore({
  client,
  filmsUrl,
  seed,
  guard,
}: LearningParts): StoreApi<LearningState> {
  let unkept: Unkept | null = null;
  return createStore<LearningState>()((set, get) => {
    const setKept = (kept: KeptPack) => {
      const { at } = get();
      if (at.step === 'learned') set({ at: { ...at, kept } });
    };
    const keepAgain = async () => {
      const own = unkept;
      if (!own) return;
      setKept({ state: 'keeping' });
      const why = await own.keep(own.bytes).catch((error: unknown) => wordsOf(error));
      if (own !== unkept) return;
      if (why === null) unkept = null;
      setKept(why === null ? { state: 'kept', id: catalogueId(own.bytes) } : { state: 'lost', message: why });
    };
    const forget = () => {
      client.cancel();
      unkept = null;
    };
    return {
      at: { step: 'choosing' },
      async choose({ files, paths }, keep) {
        if (files.length === 0) return;
        forget();
        let shown: LearningStep = { step: 'learning', progress: BEGUN };
        // Whatever was chosen since has put another step there.
        const isShown = () => get().at === shown;
        set({ at: shown });
        const stopGuarding = guard();
        const request = { files, paths, filmsUrl, seed };
        const outcome = await client.learn(request, (progress) => {
          if (!isShown()) return;
          shown = { step: 'learning', progress };
          set({ at: shown });
        });
        if (isShown()) {
          set({ at: stepOf(outcome) });
          if (outcome.kind === 'done') {
            unkept = { bytes: outcome.value.bytes, keep };
            await keepAgain();
          }
        }
        stopGuarding();
      },
      cancel() {
        forget();
        set({ at: { step: 'choosing' } });
      },
      keepAgain,
    };
  });
}

function stepOf(outcome: Outcome<LearnedPack>): LearningStep {
  if (outcome.kind === 'cancelled') return { step: 'choosing' };
  if (outcome.kind !== 'done') return { step: 'failed', message: outcome.message };
  const { manifest, notices } = outcome.value;
  return { step: 'learned', manifest, notices, kept: { state: 'keeping' } };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
