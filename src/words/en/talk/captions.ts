/** The talk: the line at the foot of the stage, which says what is seen now. */
import { number } from '../../format';

export const roomHasClicked = 'The room has clicked, and the list has answered.';
export const nothingWritten = 'Nothing is written: no account, no profile, not one byte.';
export const noClicks = 'No clicks yet. The list is what everybody likes.';
export const firstRatings = (clicks: number) =>
  `The first ${number(clicks)} ratings of a real person, in their order.`;
export const soSo = 'So-so is an answer too: watched, neither liked nor disliked.';
export const oneClick = 'One click, one write. The list answers at once.';
/** @param effect what moved in the list */
export const moved = (effect: string) => `${effect}.`;
/** @param shared what the film that was clicked and the one that moved have in common */
export const movedBoth = (effect: string, shared: string) => `${effect}. Both: ${shared}.`;
export const anotherList = (clicks: number) => `${number(clicks)} clicks, and the list is another.`;

/** "3"; in words where it is nothing or all. */
function howMany(count: number, of: number): string {
  if (count === 0) return 'none';
  return count === of && of > 1 ? `all ${number(of)}` : number(count);
}

/** What the person said later of the films that are at the top now. */
export const laterRated = (userId: number, rated: number, films: number, liked: number) =>
  `Later, user ${userId} rated ${number(rated)} of these ${number(films)} films, and liked ${howMany(liked, rated)}.`;
export const parts = 'Every past click has its part. Together they are the score, to the last point.';
export const without = (title: string) => `And if “${title}” had never been rated?`;
export const restored = 'Put back: the same score again.';
export const lineUp = (people: number, ratings: number) =>
  `${number(people)} people, ${number(ratings)} ratings each. Every system learns 40 and is asked for the other 10.`;
export const noRace = 'No race on this machine. Everything else goes on.';
export const running = 'Running now, in this browser. How often is it within one star?';
export const measured = (seconds: number) =>
  `Measured here in ${number(seconds, { maximumFractionDigits: 0, useGrouping: false })} seconds. Same seed, same figures, every time.`;
export const runAgain = 'Run it again under Compare: same seed, same figures.';
export const wholeMemory = 'The whole memory, and its fingerprint.';
export const slip = (title: string, likes: number, ratings: number) =>
  `A slip: “${title}”, which ${number(likes)} of ${number(ratings)} people like.`;
export const forgetIt = 'Forget it. Not deleted from a list: unlearned, cell by cell.';
export const neverHappened =
  'As if it had never happened: a model that never saw the film is the same, byte for byte.';
export const clickedSince = 'The audience has clicked since: the film is still in the memory.';
export const end = 'All of this ran on this machine, without a network.';
