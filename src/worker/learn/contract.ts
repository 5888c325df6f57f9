import type { Accuracy, MeasureRequest } from '../../packs/measure-pack';
import type { PackManifest } from '../../packs/pack-format';
import type { Outcome } from '../contract';
import type { PickedFiles } from '../picked-files';

/*
 * What the page and the two workers that learn a catalogue say to each other; everything survives structured cloning.
 */

/** What is to be learned. */
export interface LearnRequest extends PickedFiles {
  /** Where the bundled films are, whose facts films get that are among them too; an absolute URL. */
  filmsUrl: string;
  /** Decides everything random: the same files and seed give the same bytes. */
  seed: number;
}

/** How far learning has come. Reading comes first; then learning and measuring go on side by side, each in its own worker. */
export interface LearnProgress {
  /** For a person. */
  doing: string;
  /** Share of the work that is done, 0..1. */
  share: number;
  /** Expected milliseconds to the end; null until there is something to judge by. */
  remainingMs: number | null;
}

/** A catalogue as it was learned. */
export interface LearnedPack {
  /** As `encodePack` writes it. */
  bytes: Uint8Array<ArrayBuffer>;
  manifest: PackManifest;
  /** What was left out or read otherwise than it stands, in sentences. */
  notices: string[];
}

/** What the worker does that reads and learns. It keeps nothing: it is ended by ending the worker. */
export interface LearnService {
  /** Reads a MovieLens folder or zip file, and makes a pack of it. */
  learn(request: LearnRequest, onProgress: (progress: LearnProgress) => void): Promise<Outcome<LearnedPack>>;
}

/** What the other worker does meanwhile. Rejects where it breaks down. */
export type Measure = (request: MeasureRequest) => Promise<Accuracy>;

/** A worker of either kind: both run the same code. */
export interface LivingLearnService {
  /** As `LearnService.learn`. @param measurer leads to the other worker, which `measureFor` was called on. */
  learn(
    request: LearnRequest,
    measurer: MessagePort,
    onProgress: (progress: LearnProgress) => void,
  ): Promise<Outcome<LearnedPack>>;
  /** Answers what comes through the port: this is the worker that measures. */
  measureFor(port: MessagePort): void;
  /** As `LivingService.alive`. */
  alive(): Promise<boolean>;
}
