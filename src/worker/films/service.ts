import { DamagedBytesError } from '../../lib/bytes';
import { type PublicBytes, prepareData } from '../../packs/public-data';
import type { Outcome } from './contract';
import { withoutFunctions } from './sent-data';

/** Computes what is public, without what cannot leave the thread. @throws Error other than for damaged bytes */
export function prepare(bytes: PublicBytes): Outcome {
  try {
    return { kind: 'done', sent: withoutFunctions(prepareData(bytes)) };
  } catch (error) {
    if (error instanceof DamagedBytesError) return { kind: 'damaged', message: error.message };
    throw error;
  }
}
