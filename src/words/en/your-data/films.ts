/** The part of Your data about the films: which are in use, which are kept here, and others in their place. */
import { counted, fixed, number } from '../../format';

const films = (n: number) => counted(n, { one: 'film', other: 'films' });
const ratings = (n: number) => counted(n, { one: 'rating', other: 'ratings' });
const people = (n: number) => counted(n, { one: 'person', other: 'people' });

export const title = 'The films';
export const notLoaded =
  'Other films cannot be chosen now: a part of Weightless could not be loaded. Check the connection and open this page again.';
/** What the bundled films are called. */
export const bundled = 'MovieLens latest-small (2016)';
/** @param years of the oldest and the newest film; null where none is known */
export const inUse = <Part>(name: Part, count: number, years: { first: number; last: number } | null) => [
  'In use: ',
  name,
  years ? `, ${films(count)} from ${years.first} to ${years.last}.` : `, ${films(count)}.`,
];
/** @param of how many there were, where those counted were drawn from more */
export const learnedFrom = (n: { ratings: number; people: number }, of: number | null) =>
  `Learned from ${ratings(n.ratings)} by ${people(n.people)}${of === null ? '' : `, drawn from ${number(of)}`}.`;

/** What films may come without. */
export const runningTimes = 'running times';
export const languages = 'languages';
export const subjects = 'subjects';
export const votes = 'votes';
export const ratingsOfPeople = 'ratings of people';
/** @param things at least one */
export const lacking = (things: readonly string[]) => {
  const last = things[things.length - 1];
  return things.length === 1
    ? `They came without ${last}.`
    : `They came without ${things.slice(0, -1).join(', ')} and ${last}.`;
};

export const terms = 'Terms of these data';
export const notToPassOn = 'They are for yourself: the terms do not allow to pass them on.';
export const stay = 'Stay with these films';
export const another =
  'Use another catalogue: newer films, or more of them. What you said stays as it is; of films that a catalogue lacks, it waits.';
export const catalogueFile = 'A catalogue file';
export const chooseFile = 'Choose a catalogue file';
export const orLearn = <Part>(link: (text: string) => Part) => [
  'Or let one be learned here, from any edition of MovieLens. Its makers offer them at ',
  link('grouplens.org'),
  ': ratings of many people, some of them with last year’s films.',
];
export const isKept = 'It is kept in this browser.';
export const useIt = 'Use it';

/** The films that can be used here. */
export const choices = 'Films to choose from';
export const comeAlong = 'come with Weightless';
export const facts = (n: number, bytes: number, isPrivate: boolean) =>
  `${films(n)}, ${size(bytes)}${isPrivate ? ', for yourself' : ''}`;
export const factsInUse = (facts: string) => `${facts} · in use`;
function size(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.max(1, Math.round(bytes / 1000)), { useGrouping: false })}\u00a0kB`;
  return `${fixed(bytes / 1e6, 1)}\u00a0MB`;
}
export const use = 'Use';
export const takeNamed = (name: string) => `Use ${name}`;
export const saveFile = 'Save as file';
export const saveNamed = (name: string) => `Save ${name} as a file`;
export const remove = 'Remove';
export const removeNamed = (name: string) => `Remove ${name}`;

export const noSaving = 'The page that shows Weightless does not let it save files.';
export const forYourself = 'For yourself only';
export const termsOf = (name: string) =>
  `The terms of “${name}” do not allow to pass them on. Save the file for your own use, and give it to nobody.`;
export const doNotSave = 'Do not save';
export const saveForMyself = 'Save it for myself';
export const removeQuestion = (name: string) => `Remove ${name}?`;
export const whatGoes =
  'The catalogue goes: its films, and what was learned about them. What you said of films stays, and waits where no other catalogue has the film.';
/** After `whatGoes`. */
export const thenBundled = 'From then on you use the films that come with Weightless.';
export const keep = 'Keep';
