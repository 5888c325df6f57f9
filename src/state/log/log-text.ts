import type { RatingEvent } from '../../events/rating-event';

/**
 * A log as a saved model is bound to it: equal texts for equal logs, whatever the order of an event's fields.
 * @param events in order
 * @param lastRow only what stands up to that row (`RatingEvent.seq`)
 */
export function logText(events: readonly RatingEvent[], lastRow: number): string {
  const upTo = events.filter(({ seq }) => seq <= lastRow);
  return JSON.stringify(upTo.map((event) => Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1))));
}
