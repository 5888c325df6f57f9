import type { PublicBytes } from '../../packs/public-data';
import type { SentData } from './sent-data';

/** What became of bytes; `message` is for a person. */
export type Outcome = { kind: 'done'; sent: SentData } | { kind: 'damaged'; message: string };

/** Computes what is public beside the page. */
export interface FilmsService {
  prepare(bytes: PublicBytes): Promise<Outcome>;
  /** Answers as soon as the worker runs. */
  alive(): true;
}
