import { expect } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';

/** Expects something to be seen before long. */
export const see = (what: Locator) => expect.element(what).toBeVisible();
/** Expects something to be gone, or to go before long. */
export const seeNothingOf = (what: Locator) => expect.element(what).not.toBeInTheDocument();

export const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });
export const region = (name: string | RegExp) => page.getByRole('region', { name, exact: true });
export const heading = (name: string | RegExp) => page.getByRole('heading', { name, exact: true });
export const dialog = () => page.getByRole('dialog');

/** Puts the focus where a person would have led it with the Tab key. */
export async function focus(what: Locator): Promise<void> {
  await see(what);
  (what.element() as HTMLElement).focus();
}

/** Presses keys, one after the other. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await userEvent.keyboard(key);
}

/** Goes to a screen by its link in the navigation. */
export async function goTo(screen: string): Promise<void> {
  await page.getByRole('navigation').first().getByRole('link', { name: screen, exact: true }).click();
}

/** The film that is up to be judged. */
export const judging = () => region('The film to judge');
export const filmUp = () => judging().getByRole('heading', { level: 2 }).query()?.textContent ?? null;

/** Waits until presses are meant for what is on screen: what has only just come up takes none. */
export const inView = () => expect.poll(() => document.querySelector('[data-settling]')).toBeNull();

/** Judges the film that is up, and waits for the next one. @returns the title of the film judged */
export async function judge(answer: 'Like' | 'So-so' | 'Dislike' | 'Haven’t seen'): Promise<string> {
  await loaded();
  await inView();
  const title = filmUp() ?? '';
  await judging().getByRole('button', { name: answer, exact: true }).click();
  await expect.poll(filmUp).not.toBe(title);
  return title;
}

/** Puts a film up by typing its title. */
export async function findFilm(title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill(title);
  await see(page.getByRole('option').first());
  await press('{Enter}');
  await expect.poll(filmUp).toBe(title);
}

/** Judges films of one's choice on the Rate screen. */
export async function say(answer: 'Like' | 'So-so' | 'Dislike', ...titles: string[]): Promise<void> {
  for (const title of titles) {
    await findFilm(title);
    await inView();
    await press(answer[0].toLowerCase());
    await expect.poll(filmUp).not.toBe(title);
  }
}

/** The list of films, best first. */
export const films = () => page.getByRole('list', { name: 'Films for you, best first' });
/** Its titles. */
export const listed = () =>
  films()
    .getByRole('heading', { level: 3 })
    .elements()
    .map(({ textContent }) => textContent);
/** The row of a film of the list. */
export const row = (title: string) =>
  films()
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) });

/** Waits until the film to judge is there. */
export const loaded = () => see(judging().getByRole('heading', { level: 2 }));

/** What has the focus, by its name or its text. */
export const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

/** A figure as it is shown, in hundredths. */
export const amountOf = (shown: string) => Math.round(100 * Number(shown.replace('−', '-')));
