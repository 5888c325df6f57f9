/** The part of Your data that brings a backup back, and its dialog. */
import { counted, number, plural } from '../../format';

const clicks = (n: number) => counted(n, { one: 'click', other: 'clicks' });
const is = (n: number) => plural(n, { one: 'is', other: 'are' });

export const title = 'Bring a backup back';
export const about =
  'From another device, or from before. You see what is in the file and what it changes before anything is changed.';
export const backupFile = 'A backup file';
export const chooseFile = 'Choose a backup file';
/** After why a file is not taken. */
export const importInstead = 'Import ratings from elsewhere';
export const noStorage =
  'The file could not be read, because the browser could not reach its storage. Try again.';

export const inTheFile = 'What is in the file';
/** @param written date of the backup, where the file says it @param runs kept comparisons in it */
export const aboutFile = (file: string, written: string | null, version: string, runs: number) => {
  const head = `${file}${written === null ? '' : `, written on ${written}`} by Weightless ${version}.`;
  if (runs === 0) return head;
  return `${head} ${plural(runs, { one: 'One kept comparison comes', other: `${number(runs)} kept comparisons come` })} along.`;
};
/** What a person's log in the file holds. @param span dates of its first and last click */
export const clicksOf = (n: number, span: { first: string; last: string } | null) => {
  if (!span) return clicks(n);
  const { first, last } = span;
  return first === last ? `${clicks(n)} of ${first}` : `${clicks(n)} from ${first} to ${last}`;
};

export const merge = 'Put together with what is here';
export const replaceHere = 'Replace what is here';
export const addPerson = 'Add as another person';
export const leaveOut = 'Leave out';
export const restore = 'Restore';
export const restoreAsking = 'Restore…';
export const cancel = 'Cancel';
export const togetherWith = 'Together with';
export const inPlaceOf = 'In place of';
export const clash = 'Two people of the file cannot both replace one here.';

/** What a choice does, counted in clicks. */
interface Outcome {
  added: number;
  /** Already here. */
  known: number;
  removed: number;
  /** In the file, and erased for good here. */
  erasedHere: number;
}

/** What a choice does, in sentences. */
export const outcome = (
  mode: 'merge' | 'replace' | 'add' | 'leave',
  { added, known, removed, erasedHere }: Outcome,
): string => {
  if (mode === 'leave') return 'Nothing of this person is taken.';
  if (mode === 'add') return `${clicks(added)} for somebody new.`;
  if (mode === 'replace') {
    const lost = removed > 0 ? ` ${clicks(removed)} that only this browser has ${is(removed)} lost.` : '';
    const comes = plural(erasedHere, { one: 'comes', other: 'come' });
    const back = erasedHere > 0 ? ` ${clicks(erasedHere)} that you erased for good ${comes} back.` : '';
    return `${clicks(added + known)} from the file.${lost}${back}`;
  }
  const there = known > 0 ? ` ${clicks(known)} ${is(known)} here already.` : '';
  const gone = removed > 0 ? ` ${clicks(removed)} go here, erased on the other device.` : '';
  const away = erasedHere > 0 ? ` ${clicks(erasedHere)} in the file stay away, erased here.` : '';
  return `${added === 0 ? 'Nothing new.' : `${clicks(added)} come.`}${there}${gone}${away}`;
};

/** What was restored, in a sentence a person. */
export const restored = (people: readonly { name: string; added: number; removed: number }[]): string => {
  if (people.length === 0) return 'Nothing was taken from the file.';
  return people
    .map(({ name, added, removed }) => {
      const came = added > 0 ? [`${clicks(added)} restored`] : [];
      const gone = removed > 0 ? [`${clicks(removed)} gone`] : [];
      return `${name}: ${[...came, ...gone].join(', ') || 'nothing new'}.`;
    })
    .join(' ');
};

export const replaceQuestion = 'Replace what is here?';
/** What a person here loses. @param removed clicks that are not in the file */
export const loses = (name: string, removed: number) =>
  removed === 0
    ? `${name}: everything here is in the file too.`
    : `${name}: ${clicks(removed)} that ${is(removed)} not in the file ${is(removed)} lost.`;
export const noUndo = 'This cannot be undone. To be able to come back, save a backup first.';
export const back = 'Back';
export const replace = 'Replace';
