import * as v from 'valibot';

/** Checks an `ErasureScope` that came from another tab. */
export const erasureScopeSchema = v.variant('what', [
  v.object({ what: v.literal('films'), movieIds: v.array(v.number()) }),
  v.object({ what: v.literal('time'), from: v.number(), to: v.number() }),
  v.object({ what: v.literal('mood'), mood: v.string() }),
  v.object({ what: v.literal('everything') }),
]);

/**
 * What to erase for good: films by MovieLens id; clicks made from `from` up to but not at `to`, in milliseconds since
 * 1970; clicks filed under a mood, by its id; everything.
 */
export type ErasureScope = v.InferOutput<typeof erasureScopeSchema>;
