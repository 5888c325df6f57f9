import type { FittedRecommender } from '../baselines/recommender';
import { ByteReader, ByteWriter, DamagedBytesError } from '../lib/bytes';
import { seal, unseal } from '../lib/envelope';
import { trainingChecksum } from './checksum';
import { type Clock, type FoldCase, fitModel } from './protocol';
import type { RegisteredModel } from './recommenders/registry';
import { type EvaluationOptions, questionOf, type Unit } from './types';

/**
 * Keeps fitted shared parts between runs. Keys tell models and all that a fit is given apart; what is left to the cache is
 * the code of the recommender's source file and of what that imports.
 */
export interface FitCache {
  read(source: string, key: string): Uint8Array | null;
  write(source: string, key: string, bytes: Uint8Array): void;
}

const CACHE_FORMAT = { magic: 'WLFC', version: 1, what: 'The cached fit' };

/**
 * Fits a system to a unit, or takes the fit that the cache has kept of the same. What was kept reports the time it took
 * when it was made.
 * @returns null where the unit holds nothing for it.
 */
export function fitThroughCache(
  model: RegisteredModel,
  foldCase: FoldCase,
  options: EvaluationOptions,
  unit: Unit,
  { cache, clock }: { cache?: FitCache; clock: Clock },
): { fitted: FittedRecommender; millis: number } | null {
  const recommender = model.create({ protocol: questionOf(options.protocol), fit: options.fit });
  const { pack, unpack } = recommender;
  const together = model.joint ? foldCase.joint.together : [];
  const key =
    cache && pack ? cacheKey(model, options, unit, trainingChecksum(foldCase.training, together)) : '';
  if (cache && unpack && pack) {
    const kept = openEntry(cache.read(model.source, key), (bytes) =>
      unpack.call(recommender, bytes, foldCase.training, together),
    );
    if (kept) return kept;
  }
  const begun = clock();
  const fitted = fitModel(recommender, model.joint, foldCase);
  if (!fitted) return null;
  const millis = clock() - begun;
  if (cache && unpack && pack) {
    const writer = new ByteWriter();
    writer.varint(Math.round(millis * 1000));
    writer.bytes(pack.call(recommender, fitted));
    cache.write(model.source, key, seal(CACHE_FORMAT, writer.finish()));
  }
  return { fitted, millis };
}

/** A kept fit and the time it took when it was made; null where it is absent or damaged: it is then made anew. */
function openEntry(
  sealed: Uint8Array | null,
  unpack: (bytes: Uint8Array) => FittedRecommender,
): { fitted: FittedRecommender; millis: number } | null {
  if (!sealed) return null;
  try {
    const reader = new ByteReader(unseal(CACHE_FORMAT, sealed).payload);
    const millis = reader.varint() / 1000;
    return { fitted: unpack(reader.bytes(reader.remaining)), millis };
  } catch (error) {
    if (error instanceof DamagedBytesError) return null;
    throw error;
  }
}

/**
 * Equal keys mean equal arguments of `create` and `fit`, however the evaluation came by them: protocols with folds share
 * the fits of systems that see no test user. Seed and fold are there for the reader.
 * @param given checksum of what is fitted on.
 */
function cacheKey(
  model: RegisteredModel,
  { protocol, fit }: EvaluationOptions,
  { seed, fold }: Unit,
  given: number,
): string {
  const question = questionOf(protocol);
  const kind = question === 'paper' ? 'paper' : question === 'top-n' ? 'lists' : 'folds';
  return [model.name, kind, fit, `s${seed}`, `f${fold}`, given.toString(16).padStart(8, '0')].join('-');
}
