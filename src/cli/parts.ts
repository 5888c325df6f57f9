import { EvaluationError, type EvaluationOptions, type ModelPart, RESULT_VERSION } from '../evaluation/types';
import { crc32 } from '../lib/hash';

/** What a part belongs to: parts are only added up where all of this is equal. */
export interface RunIdentity {
  version: number;
  /** Checksum of the data. */
  data: string;
  /** Version of the code. */
  code: string;
  /** Number of films, for coverage. */
  films: number;
  /** Number of units of the whole run. */
  units: number;
  options: EvaluationOptions;
}

/**
 * A part as one line of NDJSON. Lines stand alone, so that they may be concatenated in any order; `check` tells whether a
 * line is as it was written.
 */
export function partLine(run: RunIdentity, part: ModelPart): string {
  return JSON.stringify({ run, part, check: checkOf(run, part) });
}

/** CRC-32 of a part and what it belongs to, as 8 hexadecimal digits. */
function checkOf(run: unknown, part: unknown): string {
  return crc32(new TextEncoder().encode(JSON.stringify([run, part])))
    .toString(16)
    .padStart(8, '0');
}

/**
 * Reads the lines of all parts of one run.
 * @param files name and text of each.
 * @throws EvaluationError where a line is not a part, parts are of different runs, or one is missing.
 */
export function readParts(files: { name: string; text: string }[]): { run: RunIdentity; parts: ModelPart[] } {
  let run: RunIdentity | null = null;
  const parts = new Map<string, ModelPart>();
  for (const { name, text } of files) {
    text.split('\n').forEach((line, index) => {
      if (line.trim() === '') return;
      const fail = (problem: string) => new EvaluationError(`${name}, line ${index + 1}: ${problem}`);
      const found = parseLine(line);
      if (!found) throw fail('this is not a part of a run (a line that --shard printed)');
      if (found.run.version !== RESULT_VERSION || found.check === undefined) {
        throw fail('this part was written by another version');
      }
      if (found.check !== checkOf(found.run, found.part)) {
        throw fail('this part is not as it was written: it does not match its checksum');
      }
      run ??= found.run;
      if (JSON.stringify(run) !== JSON.stringify(found.run)) {
        throw fail('this part belongs to another run: other options, data or code');
      }
      const { seed, fold, model } = found.part;
      const key = `model ${model}, seed ${seed}, fold ${fold}`;
      const known = parts.get(key);
      // A scheduler may run a shard twice; the same numbers do no harm.
      if (known && JSON.stringify(known.users) !== JSON.stringify(found.part.users)) {
        throw fail(`two different parts are for ${key}`);
      }
      if (!known) parts.set(key, found.part);
    });
  }
  if (!run) throw new EvaluationError('There are no parts to merge.');
  const { units, options }: RunIdentity = run;
  const missing = units * options.models.length - parts.size;
  if (missing > 0) {
    throw new EvaluationError(
      `${missing} of ${units * options.models.length} parts are missing: not all shards are here.`,
    );
  }
  return { run, parts: [...parts.values()] };
}

function parseLine(line: string): { run: RunIdentity; part: ModelPart; check?: string } | null {
  try {
    const value = JSON.parse(line);
    const whole = typeof value?.run?.version === 'number' && Array.isArray(value?.part?.users);
    return whole && Array.isArray(value.run.options?.models) ? value : null;
  } catch {
    return null;
  }
}
