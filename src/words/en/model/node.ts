/** My model: one node of the network, in the picture and opened up. Loaded with the screen. */
import { counted, number, plural } from '../../format';

export const nodes = 'Memory nodes; the arrow keys lead through them';
/** Spoken for those who cannot see the node light up. */
export const nodeSilent = (node: number, likes: number, dislikes: number) =>
  `Node ${node} recalls nothing: ${likes} likes, ${dislikes} dislikes in its cell`;
export const nodeVotes = (node: number, vote: number, likes: number, dislikes: number) =>
  `Node ${node} votes ${vote.toFixed(3).replace('-', 'minus ')}: ${likes} likes, ${dislikes} dislikes in its cell`;

export const chosenNode = 'The chosen node';
export const name = (node: number) => `Node ${node}`;
/** @param films titles of films of the same group */
export const noFacts = (films: readonly string[]) =>
  `It looks at no facts: it groups films that the same people like${
    films.length > 0 ? `, here ${films.join(', ')} and this film` : ''
  }.`;
export const facts = (count: number) =>
  `It looks at ${counted(count, { one: 'fact', other: 'facts' })}. What this film answers:`;
/** Spoken before a fact. */
export const yes = 'yes:';
export const no = 'no:';

export const noCell =
  'No other film answers like this one, so there is no cell to share, and nothing to recall.';
export const emptyCell = (cell: number, cells: number) =>
  `The answers lead to cell ${cell} of ${number(cells)}. In it: nothing you have clicked.`;
/** @param films titles of some of them @param all whether these are all */
export const cellOf = (
  cell: number,
  cells: number,
  likes: number,
  dislikes: number,
  films: readonly string[],
  all: boolean,
) =>
  `The answers lead to cell ${cell} of ${number(cells)}. In it: ${likes} ${plural(likes, { one: 'like', other: 'likes' })} and ${dislikes} ${plural(dislikes, { one: 'dislike', other: 'dislikes' })} of yours (${films.join(', ')}${all ? '' : ', …'}).`;
/** After `emptyCell` or `cellOf`. */
export const saysNothing = 'So it says nothing of this film yet.';
export const votesFor = (amount: number) => `So it votes for this film: +${amount.toFixed(3)}.`;
export const votesAgainst = (amount: number) => `So it votes against this film: −${amount.toFixed(3)}.`;
