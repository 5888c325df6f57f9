import type { RestoreChoice, RestoreOutcome } from '../../state/backup/preview';
import { dayName, dayOf } from '../ratings/days';

/** "1 click", "1,200 clicks". */
export function clicks(n: number): string {
  return `${n.toLocaleString('en')} ${n === 1 ? 'click' : 'clicks'}`;
}

/** "today", "yesterday", "12 days ago", "on 12 May 2026". @param time of what is past, like `now` in milliseconds since 1970 */
export function agoWords(time: number, now: number): string {
  const days = Math.round((dayOf(now).from - dayOf(time).from) / 86_400_000);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 60 ? `${days} days ago` : `on ${dayName(time)}`;
}

/** "12 May 2026", or "from 12 May 2024 to 3 June 2026". */
export function spanWords({ from, to }: { from: number; to: number }): string {
  const [first, last] = [dayName(from), dayName(to)];
  return first === last ? `of ${first}` : `from ${first} to ${last}`;
}

const is = (n: number) => (n === 1 ? 'is' : 'are');

/** What a choice does, in sentences. @param isAdded for whom nobody is here yet */
export function outcomeWords({ mode }: RestoreChoice, outcome: RestoreOutcome): string {
  const { added, known, removed, erasedHere } = outcome;
  if (mode === 'leave') return 'Nothing of this person is taken.';
  if (mode === 'add') return `${clicks(added)} for somebody new.`;
  if (mode === 'replace') {
    const lost = removed > 0 ? ` ${clicks(removed)} that only this browser has ${is(removed)} lost.` : '';
    const back =
      erasedHere > 0 ? ` ${clicks(erasedHere)} that you erased for good ${comes(erasedHere)} back.` : '';
    return `${clicks(added + known)} from the file.${lost}${back}`;
  }
  const there = known > 0 ? ` ${clicks(known)} ${is(known)} here already.` : '';
  const gone = removed > 0 ? ` ${clicks(removed)} go here, erased on the other device.` : '';
  const away = erasedHere > 0 ? ` ${clicks(erasedHere)} in the file stay away, erased here.` : '';
  return `${added === 0 ? 'Nothing new.' : `${clicks(added)} come.`}${there}${gone}${away}`;
}

const comes = (n: number) => (n === 1 ? 'comes' : 'come');

/** What was restored, in a sentence a person. */
export function restoredWords(people: readonly { name: string; added: number; removed: number }[]): string {
  if (people.length === 0) return 'Nothing was taken from the file.';
  return people
    .map(({ name, added, removed }) => {
      const came = added > 0 ? [`${clicks(added)} restored`] : [];
      const gone = removed > 0 ? [`${clicks(removed)} gone`] : [];
      return `${name}: ${[...came, ...gone].join(', ') || 'nothing new'}.`;
    })
    .join(' ');
}
