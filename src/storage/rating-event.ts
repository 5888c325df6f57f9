import * as v from 'valibot';

/** Screens on which a film can be judged. */
const PLACES = ['rate', 'for-you', 'search', 'my-ratings', 'why', 'my-model'] as const;
/** A screen on which a film can be judged. */
export type Place = (typeof PLACES)[number];

/** What a person said: liked it, did not, has not seen it, or takes back what was said. */
export type RatingKind = 'like' | 'dislike' | 'unseen' | 'clear';

/** An event before the log has given it its place. */
export interface UnsavedEvent {
  /** UUID, unique over all logs: tells apart what was saved once and what was tried twice. */
  id: string;
  profileId: string;
  /** When it was made, in milliseconds since 1970, by the clock of the device. Never used for order. */
  time: number;
  kind: RatingKind;
  /** MovieLens id: stable, whatever the bundled catalogue holds. */
  movieId: number;
  /** Where it was made; places that this version does not know are read as 'elsewhere'. */
  place: Place | 'elsewhere';
  /** Whether a prediction for this film was on screen: such clicks are no fair test of the model. */
  predictionVisible: boolean;
  /** Id of the event that this one undoes; `kind` is then the standing it restores. */
  undoOf?: string;
  /** Id of the undone event that this one repeats. */
  redoOf?: string;
  /** Shared by events made in one step, such as removing all from a day: undo takes them back together. */
  batch?: string;
  /** Id of the mood that this click is filed under; none where left out. Called a mood everywhere but in this field. */
  context?: string;
  /** Id of an earlier event that is from now on filed under `context`; `kind` is then the film's standing, unchanged. */
  refileOf?: string;
}

/**
 * One entry of the rating log. Entries are only ever appended: a change, a removal and an undo are entries too.
 * What a person thinks of a film is what the film's last entry by `seq` says.
 */
export interface RatingEvent extends UnsavedEvent {
  /** Place in the log, from 1, ascending over all profiles of the browser; the order that all tabs agree on. */
  seq: number;
}

const schema = v.object({
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  id: v.pipe(v.string(), v.nonEmpty()),
  profileId: v.string(),
  time: v.pipe(v.number(), v.finite()),
  kind: v.picklist(['like', 'dislike', 'unseen', 'clear']),
  movieId: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  place: v.fallback(v.picklist([...PLACES, 'elsewhere']), 'elsewhere'),
  predictionVisible: v.boolean(),
  undoOf: v.optional(v.string()),
  redoOf: v.optional(v.string()),
  batch: v.optional(v.string()),
  context: v.optional(v.string()),
  refileOf: v.optional(v.string()),
});

/** Reads a row of the log; undefined if it is not an event that this version understands. */
export function readRatingEvent(row: unknown): RatingEvent | undefined {
  const result = v.safeParse(schema, row);
  return result.success ? result.output : undefined;
}
