/** The second tab of Compare: every system against the person's own clicks. */
import { listed } from '../../format';

export const yourOwnDuel = 'Your own duel';
/** @param fittedOn one of the three below */
export const whatItIs = (fittedOn: string) =>
  `Your answers in the order you gave them. Before each, every system says “like” or not; then it learns your click, so-so as a so-so. Whoever expected no like of a so-so film was right. What systems share is fitted here, in a worker, on ${fittedOn}; collaborative systems fold you in. Nothing leaves this device.`;
export const bundledUsers = 'all users of the bundled data';
export const usersOfFilms = (name: string) => `all users whose ratings came with “${name}”, the films in use`;
export const bundledForWantOfRatings =
  'all users of the bundled data, because the films in use came without ratings';

export const endedEarly = 'The duel ended early';
export const tryAgain = 'Try again';
export const startAgain = 'Start it again';
export const nothingJudged = <Part>(link: (text: string) => Part) => [
  'You have not judged a film yet. ',
  link('Rate a few'),
  ', here or in another tab: the chart grows as you do.',
];
/** @param seen how many were made with a prediction in view @param counted whether these count too */
export const clicks = (clicks: number, seen: number, counted: boolean) =>
  `${clicks} clicks, ${seen} of them made with a prediction in view${counted ? '' : ' and left out'}.`;
export const fitting = (system: string) => `Fitting ${system} …`;
export const playing = (system: string) => `Playing ${system} …`;
export const countSeen = 'Count clicks made with a prediction in view';
export const countSeenSays = 'Such clicks are no fair test: what is shown sways what is clicked.';

/** The chart. */
export const foreseenSoFar = 'Foreseen so far';
export const foreseenSays =
  'Share of your clicks that each system foresaw, with Wilson’s 95 % interval for those in focus.';
export const foreseenMost = (system: string, share: string) => `${system} has foreseen most: ${share}.`;
/** Along the axes, and at the place that is pointed at. */
export const xClicks = 'clicks';
export const yForeseen = 'foreseen';
export const afterClicks = (clicks: number) => `after ${clicks} clicks`;

/** The table, and below it which systems are special in it. */
export const standings = 'Standings';
export const madeForLists =
  'ease-recent is made for lists: here its scores are read as the chance of a like.';
export const late = (systems: readonly string[]) => `${listed(systems, 'unit')}, slow to fit, comes last.`;
export const absent = (systems: readonly string[]) =>
  `Absent: ${listed(systems, 'unit')}, which must be trained anew on everybody for each click.`;
export const model = 'model';
export const foreseen = 'foreseen';
export const share = 'share';
export const ninetyFive = '95 %';
export const fit = 'fit';
export const rightOf = (right: number, clicks: number) => `${right} of ${clicks}`;
export const fromTo = (low: string, high: string) => `${low} to ${high}`;
