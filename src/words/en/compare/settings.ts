/**
 * The settings of Compare: what to start from, the protocol, its options and the systems. The protocols and the values of options
 * have the command line's names, which are the same in every language.
 */
import { listed } from '../../format';

export const startFrom = 'Start from';
export const protocol = 'Protocol';
export const options = 'Options';
export const allSettings = 'Protocol, options, systems';

/** What each protocol asks. */
export const paperAsks =
  'A sample of users; each model learns 80 % of a user’s ratings and is asked for the rest: how often is it within one star?';
export const newUserAsks =
  'Five folds of users. Everything shared comes from other people; a held-out user’s ratings are split 80/20.';
export const prequentialAsks =
  'Held-out users, ratings in time order: each rating is predicted, then learned, from the first one on.';
export const topNAsks =
  'The ten best of all films the user has not rated, against what they liked later: is the list any good?';

/** What to start from: a name, and below it a sentence. */
export const oneRow = 'One row of the paper’s table';
export const oneRowSays = '100 users × 50 ratings, all systems, one window for all: about ten seconds.';
export const paperTable = 'The paper’s table';
export const paperTableSays =
  '100 × 50, 100 × all and 200 × all, under the published and the corrected join: six runs.';
export const newcomer = 'A newcomer’s first 100 clicks';
export const newcomerSays =
  'Like, so-so, dislike: how fast does each system learn a person it has never met?';
export const bestList = 'Who makes the best list?';
export const bestListSays = 'Ten suggestions from clicks, against what people liked later.';

/** Options, each with a sentence. */
export const allRows = 'All rows of the paper’s table';
export const allRowsSays = 'The three that 671 users can fill, under both joins.';
export const users = 'Users';
export const usersSays = 'How many are drawn for the sample.';
export const ratings = 'Ratings a user';
export const ratingsSays = 'Drawn at random; 0 takes all.';
export const join = 'Join';
export const joinSays =
  'Which TMDB facts a film gets: the right ones, or those the published code gives it by mistake.';
export const split = 'Split';
export const splitSays = 'How a user’s ratings are divided into learned and asked.';
export const folds = 'Folds';
export const foldsSays = 'Parts that the users are dealt into.';
export const seed = 'Seed';
export const seedSays = 'Decides every draw: the same seed, the same figures.';
export const seeds = 'Seeds';
export const seedsSays = 'Runs in a row; figures are means over them.';
export const learning = 'Learning';
export const learningSays =
  'What the networks of wnn and hybrid are learned from, anew in each fold: about a quarter of the training ratings, in seconds, or all, in minutes.';
export const feedback = 'Feedback';
export const feedbackSays = 'What of a user’s training part systems are taught.';
export const clicks = 'What people click';
export const clicksSay = 'Like (4 stars or more), so-so (2.5 to 3.5) and dislike, as in the app.';
export const stars = 'Stars';
export const starsSay = 'The ratings as they are: more than a click says.';
export const likes = 'Likes';
export const likesSay = 'Like or not; figures in stars are left out.';
export const readout = 'Readout';
export const readoutSays = 'What the share within one star is measured on.';
export const oneWindow = 'One window for all';
export const oneWindowSays = 'Each answers with what is most probably within one star: a fair race.';
export const mean = 'Mean';
export const meanSays = 'Each answers with the stars it expects.';
export const asPublished = 'As published';
export const asPublishedSays = 'wnn, hybrid and user-constant with a window, the others with their mean.';

export const systems = 'Systems';
export const allSystems = 'All';
export const weightlessOnly = 'Weightless only';
/** @param systems their names: one or more */
export const alwaysThere = (systems: readonly string[]) =>
  `${listed(systems)} always ${systems.length === 1 ? 'stands' : 'stand'} beside a result.`;
