/** The screen Bring your ratings where it adds: what becomes of the films, what stays as it is, and what was added. */
import { counted, number, plural } from '../../format';

const films = (n: number) => counted(n, { one: 'film', other: 'films' });

/** How many films go to which answer. */
interface Answers {
  likes: number;
  soSo: number;
  dislikes: number;
  /** Films to see. */
  wishes: number;
}

/** "312 liked, 120 so-so, 40 disliked, 25 to see"; only what there is of the last. */
export const answers = ({ likes, soSo, dislikes, wishes }: Answers) =>
  [
    `${number(likes)} liked`,
    `${number(soSo)} so-so`,
    `${number(dislikes)} disliked`,
    ...(wishes > 0 ? [`${number(wishes)} to see`] : []),
  ].join(', ');

export const toAdd = (of: Answers) => `To add: ${answers(of)}.`;
export const nothingNew = 'Nothing new: all of it stands here already.';
export const nothingToAdd = 'Nothing to add.';
export const undecided = (n: number) =>
  `${films(n)} to look at ${plural(n, { one: 'is', other: 'are' })} not decided, and left out.`;
/** What stays as it is, in a sentence each. */
export const known = (n: number) =>
  `${films(n)} ${plural(n, { one: 'stands here already, as the file has it.', other: 'stand here already, as the file has them.' })}`;
export const answeredHere = (n: number) =>
  `${films(n)} ${plural(n, { one: 'was answered here later; that answer stays.', other: 'were answered here later; these answers stay.' })}`;
export const answeredLater = (n: number) =>
  `${films(n)} ${plural(n, { one: 'has a later answer', other: 'have later answers' })} from another import.`;
export const wishesSeen = (n: number) =>
  `${films(n)} of the watchlist ${plural(n, { one: 'was', other: 'were' })} seen already.`;
export const add = (n: number) => `Add ${films(n)}`;
export const addAgain = (n: number) => `Add ${films(n)} again`;
export const chooseOthers = 'Choose other files';
export const oneStep = 'It is one step: one undo takes all of it back.';

export const takenBackBefore = 'Taken back before';
export const takenBack = 'Taken back';
export const takenBackStatus = (n: number) => `Taken back: ${films(n)}`;
export const goneAgain = (n: number) => `What this import said of ${films(n)} is gone again.`;
export const stayOut = (n: number) =>
  `${films(n)} of this file ${plural(n, { one: 'was', other: 'were' })} imported once and taken back, so ${plural(n, { one: 'it stays', other: 'they stay' })} out.`;
export const addTakenBack = 'Add again what was taken back';

export const added = (n: number) => `Added ${films(n)}`;
export const addedStatus = (n: number, of: Answers) => `Added ${films(n)}: ${answers(of)}`;
export const learnedFrom = (of: Answers) => `${answers(of)}. Your list has learned from them.`;
export const seeList = 'See your list';
export const undo = 'Undo';
export const importMore = 'Import more';
