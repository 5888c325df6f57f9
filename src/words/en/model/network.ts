/** My model: one film going through the network, as a picture, a sentence and a table. Loaded with the screen. */
export const title = 'The network at work';
export const about =
  'Take a film: its facts lead every node to one memory cell, and what your clicks left there is the node’s vote. Small tables of who watches and likes what, series and your latest dislikes come beside. Like or dislike it and watch the cells being written.';

export const filmToLookAt = 'Film to look at';
/** Groups of films to choose from. */
export const chosenFilm = 'Chosen';
export const topOfList = 'At the top of your list';
export const ratedLast = 'Rated last';

export const like = 'Like';
export const dislike = 'Dislike';
export const soSo = 'So-so';
export const undo = 'Undo';
export const learnedAtOnce = 'A click is learned at once, and can be taken back exactly.';

export const picture = 'The network at work on this film';
export const facts = 'The film’s facts, as bits';
export const nodes = 'Memory nodes';
export const votes = 'Their votes';
/** Beside lines of the picture; there is little room. */
export const start = (score: number) => `start ${score.toFixed(2)}`;
export const score = (score: number) => `score ${score.toFixed(2)}`;

/** The picture in sentences. */
export const noneRecalls = (count: number) =>
  `None of the ${count} nodes recalls anything yet: the film stands where everybody’s likes put it.`;
export const someRecall = (recalling: number, count: number) =>
  `${recalling} of ${count} nodes recall something you clicked.`;
/** @param strongest whether they are drawn for that @param votes of all others together, with its sign; null: none says anything */
export const drawn = (count: number, strongest: boolean, others: number, votes: string | null) =>
  `${count} are drawn${strongest ? ', the strongest' : ''}; the other ${others} ${
    votes === null ? 'say nothing' : `add ${votes} together`
  }.`;
/** @param amount with its sign */
export const besideNodes = (amount: string) =>
  `What no node holds, the tables, the series and the latest dislikes, adds ${amount}, the pale piece.`;

export const showTable = 'The same as a table';
export const hideTable = 'Hide the table';
export const table = 'Starting point, votes and what is beside them add up to the score';
export const headNode = 'node';
export const headLooksAt = 'looks at';
export const headCell = 'cell';
export const headLikes = 'likes';
export const headDislikes = 'dislikes';
export const headVote = 'vote';
export const rowStart = 'starting point';
export const rowOthers = (others: number) => `${others} others`;
export const rowBeside = 'tables, series, latest dislikes';
export const rowScore = 'score';
/** What a node without facts looks at. */
export const samePeople = 'films liked by the same people';
export const noCell = 'none';
