/** A date, whatever the clock says. @param time milliseconds since 1970 */
export function dateOf(time: number): Date {
  return new Date(time >= 0 && time <= 8.64e15 ? time : 0);
}

/** "weightless-backup-ada-2026-01-31.json". @param who a person's name @param time milliseconds since 1970 */
export function fileName(who: string, time: number): string {
  const word = who
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const day = dateOf(time).toISOString().slice(0, 10);
  return `weightless-backup-${word === '' ? '' : `${word}-`}${day}.json`;
}
