/** Name of the mark in the browser's timeline (User Timing) that tells when the first film and its buttons answered. */
const FIRST_FILM = 'weightless:first-film';

let isUp = false;
let tell = () => {};
const up = new Promise<void>((resolve) => {
  tell = resolve;
});

/** The first film is drawn with the next frame; presses from then on are answered. */
export function markOnce(): void {
  if (isUp) return;
  isUp = true;
  requestAnimationFrame(() => {
    performance.mark(FIRST_FILM);
    tell();
  });
}

/** Calls back once the first film is up. */
export function afterFirstFilm(callback: () => void): void {
  void up.then(callback);
}
