/** What the app needs from the server and did not get, in place of a screen. Loaded at the start. */

const parts = { films: 'The film data', ratings: 'The rating data', network: 'The network' };
/** What is loaded. */
export type Part = keyof typeof parts;

export const notLoaded = (part: Part) =>
  `${parts[part]} could not be loaded. Check the connection, then try again.`;
/** @param status the number that the server answered */
export const refused = (part: Part, status: number) =>
  `${parts[part]} could not be loaded (the server answered ${status}).`;
export const cutShort = 'Loading was cut short. Check the connection, then try again.';
export const codeNotLoaded =
  'A part of Weightless could not be loaded. Check the connection, then try again.';
