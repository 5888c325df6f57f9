/** A list of films as text that one can send to somebody. */

/** "1. Alien (1979), 83 % match". @param figure what the percentage is called, as in recommend/share.ts */
export const line = (place: number, film: string, percent: number, figure: string) =>
  `${place}. ${film}, ${percent} % ${figure}`;
