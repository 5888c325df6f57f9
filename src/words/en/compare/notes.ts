/** The notes under the figures of Compare: what must be known to read them. Names of systems stay as they are. */

export const readoutWindow =
  'One window for all: every system that has a mean answers with the value that most probably lies within one star, by its own errors on training users. What differs then is what systems know. constant and user-constant have no mean and stay as they are.';
export const readoutMean =
  'Every system that has a mean answers with it. user-constant alone still answers with what is best within one star.';
export const readoutPublished =
  'Not the same for all: wnn, hybrid and user-constant answer with the window that is best within one star, the others with their mean. Most of the gap is that; “One window for all” gives it to everybody.';
export const clicks =
  'A training part is cut to clicks before any system sees it. wnn and hybrid are then the model that the app builds from the same clicks; systems of likes take the likes, and the others read a click as the stars that such clicks stand for on average. So-so is made of stars that people chose knowing that they were stars.';
export const sharedInSample =
  'What models share (means, biases, strengths, codes) is fitted here, in the worker, on users outside the sample; where fewer than 200 remain, it is cross-fitted in folds over the sample; wnn and hybrid learn their nodes from about a quarter of the training ratings. cf-paper is trained on everybody’s training parts, as published.';
export const sharedInFolds =
  'What models share is fitted here, in the worker, anew for each fold, on the ratings of the other folds’ users: on all of them, but wnn and hybrid, whose learning is “quick”, learn their nodes from about a quarter; “full” takes all. Nothing shipped has seen a test user. cf-paper alone must also train on the test users’ training parts.';
export const leakOfVotes = 'Known leak: TMDB’s votes are younger than the ratings.';
export const leakOfTime =
  'Known leak: the split in time is per user, so other users’ later ratings are seen.';

/** Under tables in which the paper's figures stand beside those measured here. @param withWindow whether the latter are answered with a window */
export const whyPublishedDiffer = (withWindow: boolean) =>
  `The paper’s own figures (arXiv 2511.05499, means of five runs) ${withWindow ? 'were answered without a window, and ' : ''}come from other data: samples out of 270,000 users, with facts joined by the wrong number to most films. wnn-paper is a reconstruction, since its source is not public; the published code of the other two, run unchanged on these data, gives about what weighted-paper and cf-paper do under the published join and “As published”.`;
