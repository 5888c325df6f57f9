/** My model: how sure it is, in words and as a table by genre and decade. Loaded with the screen. */
import { listed, number } from '../../format';

export const title = 'How sure it is';
/** @param strong draws the first number */
export const canTell = <Part>(told: number, films: number, strong: (text: string) => Part) => [
  'It can tell something of its own about ',
  strong(number(told)),
  ` of ${number(films)} films; about the others it mostly goes by what everybody likes.`,
];
export const knows = 'Knows your taste in';
export const names = (genres: readonly string[]) => listed(genres, 'unit');
export const guesses = 'Still guessing about';
/** @param genres null: everything */
export const guessesMore = <Part>(genres: readonly string[] | null, link: (text: string) => Part) => [
  `${genres ? names(genres) : 'everything'}. `,
  link('Rate some'),
];

export const table = 'What it can tell about, by genre and decade';
export const ofHundred = (nodes: number) =>
  `Of a hundred films of each kind, how many it can tell something of its own about: at least ${nodes} % of the nodes find a cell that your clicks have written.`;
export const genre = 'Genre';
export const all = 'all';
export const noFilms = 'no films';
export const toldOf = (told: number, films: number) => `${number(told)} of ${number(films)} films`;
