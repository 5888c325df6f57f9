import { inOrder, pointedAt, type UnsavedEvent } from './rating-event';

/** One profile's log as a device holds it. */
export interface DeviceLog<E extends UnsavedEvent = UnsavedEvent> {
  /** In order (`inOrder`). */
  events: readonly E[];
  /** Ids of events that were erased for good. */
  tombstones: ReadonlySet<string>;
}

/**
 * Puts the logs of two devices together: all events of either, in order, but for those that were erased on one of them and
 * those that point at these. Commutative, associative and idempotent: `merge(a, b)` equals `merge(b, a)`, and merging the
 * same log again changes nothing. Never throws.
 */
export function mergeLogs<E extends UnsavedEvent>(a: DeviceLog<E>, b: DeviceLog<E>): DeviceLog<E> {
  const byId = new Map<string, E>();
  for (const event of [...a.events, ...b.events]) {
    const known = byId.get(event.id);
    // Events never change, so two of one id are equal, unless a file was tampered with: then both devices pick the same.
    if (!known || canonical(event) < canonical(known)) byId.set(event.id, event);
  }
  const tombstones = new Set([...a.tombstones, ...b.tombstones]);
  const events: E[] = [];
  for (const event of [...byId.values()].sort(inOrder)) {
    const target = pointedAt(event);
    // A pointer comes after what it points at, so one pass finds what points at what points at it.
    if (tombstones.has(event.id) || (target !== undefined && tombstones.has(target)))
      tombstones.add(event.id);
    else events.push(event);
  }
  return { events, tombstones };
}

/** Text that is equal for equal events, whatever the order of their fields. Row numbers and owners are a device's own. */
function canonical(event: UnsavedEvent): string {
  const fields = Object.entries(event).filter(([name]) => name !== 'seq' && name !== 'profileId');
  return JSON.stringify(fields.sort(([x], [y]) => (x < y ? -1 : 1)));
}
