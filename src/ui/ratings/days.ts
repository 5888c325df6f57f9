export { dayAndClock, dayName } from '../../words/en/ratings/days';

/** A stretch of time, in milliseconds since 1970: from `from` up to but not at `to`. */
export interface Span {
  from: number;
  to: number;
}

/** The day of a moment, by the clock on the wall where the browser is. */
export function dayOf(time: number): Span {
  const day = new Date(time);
  const start = (days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
  return { from: start(0), to: start(1) };
}

/** "2026-05-12", as date fields have it. */
export function dayField(time: number): string {
  const day = new Date(time);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Reads a date field; null where it holds no day. */
export function readDayField(value: string): Span | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return null;
  const [year, month, day] = parts.slice(1).map(Number);
  return dayOf(new Date(year, month - 1, day).getTime());
}

/** Things in the order given, in runs of one day each. */
export function byDay<T extends { time: number }>(things: readonly T[]): { day: Span; things: T[] }[] {
  const days: { day: Span; things: T[] }[] = [];
  for (const thing of things) {
    const last = days.at(-1);
    if (last && thing.time >= last.day.from && thing.time < last.day.to) last.things.push(thing);
    else days.push({ day: dayOf(thing.time), things: [thing] });
  }
  return days;
}
