/** The talk: the scene of the race, and what the systems in it are called in a room. */
import { fixed, number } from '../../format';

export const rule = 'One rule for all: the answer most likely within one star.';
export const publishedRule = 'Dotted: what the paper reports, from other data.';

/** Each system's name, and what it is. */
export const constant = 'Always four stars';
export const constantSays = 'learns nothing';
export const userConstant = 'One answer per person';
export const userConstantSays = 'their best constant';
export const wnn = 'Weightless';
export const wnnSays = 'this app’s, on facts alone';
export const wnnPaper = 'Neural state machine';
export const wnnPaperSays = 'the paper’s, reconstructed';
export const weightedPaper = 'Weighted network';
export const weightedPaperSays = 'the paper’s, per person';
export const cfPaper = 'Neural collaborative';
export const cfPaperSays = 'the paper’s, all people at once';
export const ridge = 'Ridge regression';
export const ridgeSays = 'the same facts, by weights';
export const itemKnn = 'Similar films';
export const itemKnnSays = 'a classic: item-kNN';

/** In place of what the system is, while it learns. */
export const learning = 'learning …';
export const share = (of1: number) => `${fixed(100 * of1, 1)} %`;

/** The chart. */
export const chart = 'Chart';
export const chartTitle = 'Answers within one star, so far';
export const peopleAsked = 'people asked';
export const withinOneStar = 'within one star';
export const afterPeople = (people: number) => `after ${number(people)} people`;
/** Beside a dotted line: the figure that the paper gives. */
export const paper = (value: number) => `paper ${fixed(value, 3)}`;

/** How far the race has come. */
export const reading = 'Reading the ratings …';
export const asking = (system: string, done: number, of: number) => `Asking ${system}: ${done} of ${of} done`;
export const teaching = (system: string, done: number, of: number) =>
  `Teaching ${system}: ${done} of ${of} done`;

/** The standings. */
export const standings = 'Standings';
export const finish = 'The finish';
export const whereTheyStand = 'Where they stand';
export const lineUp = 'The line-up';
/** After the reason why there is no race. */
export const goesOn = 'The talk goes on without it.';
