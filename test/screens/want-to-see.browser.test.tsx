import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { goToAddress, openApp } from './small-app';
import {
  button,
  focus,
  focused,
  goTo,
  heading,
  inView,
  link,
  listed,
  press,
  region,
  say,
  see,
  seeNothingOf,
} from './steps';

const wantedList = () => page.getByRole('list', { name: 'Films you want to see' });
const wanted = () =>
  wantedList()
    .getByRole('heading', { level: 2 })
    .elements()
    .map(({ textContent }) => textContent);
const shows = () => page.getByRole('combobox', { name: 'In For you, show' });

/** Says on their pages that some films of the list are wanted. @returns the list before, and the films */
async function openWanting(): Promise<{ before: (string | null)[]; films: (string | null)[] }> {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  const films = [before[3], before[8]];
  for (const title of films) {
    goToAddress(`/film/${10 + 3 * Number(title?.slice(5))}`);
    await see(page.getByRole('heading', { level: 1, name: title ?? '', exact: true }));
    await button('Want to see').click();
    await see(page.getByText(`You want to see ${title}.`));
  }
  await goTo('For you');
  await link('Want to see · 2').click();
  await see(page.getByRole('heading', { level: 1, name: 'Want to see' }));
  return { before, films };
}

test('want to see: has its place beside For you, and holds what was marked until it is taken off or judged', async () => {
  const { films } = await openWanting();
  await expect.poll(() => wanted().toSorted()).toEqual(films.toSorted());
  await expect
    .element(page.getByRole('navigation', { name: 'Screens' }).first().getByRole('link', { name: 'For you' }))
    .toHaveAttribute('aria-current', 'page');
  const [first, second] = wanted();
  await inView();
  await page.getByRole('button', { name: new RegExp(`^No longer want to see ${first} `) }).click();
  await expect.poll(wanted).toEqual([second]);
  await press('u');
  await expect.poll(wanted).toEqual([first, second]);
  await inView();
  await page.getByRole('button', { name: new RegExp(`^Like ${second} `) }).click();
  await expect.poll(wanted).toEqual([first]);
});

test('want to see: keeps the focus in the list when a film is taken off by the keyboard', async () => {
  await openWanting();
  const [first, second] = wanted();
  await inView();
  await focus(page.getByRole('button', { name: new RegExp(`^No longer want to see ${first} `) }));
  await press('{Enter}');
  await expect.poll(focused).toMatch(new RegExp(`^No longer want to see ${second} `));
  await inView();
  await press('{Enter}');
  await see(heading('Nothing here yet'));
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Films you want to see');
});

test('want to see: is all of For you, or left out of it, as one chooses there or under Tune', async () => {
  const { before, films } = await openWanting();
  await shows().selectOptions('only films I want to see');
  await link('For you').first().click();
  await expect.poll(listed).toEqual(films);
  await see(button('Tune · 1'));
  await button('Tune · 1').click();
  await shows().selectOptions('all but films I want to see');
  await expect
    .poll(() => listed().slice(0, 10))
    .toEqual(before.filter((title) => !films.includes(title)).slice(0, 10));
  await region('Tune this list').getByRole('button', { name: 'Reset: Want to see' }).click();
  await expect.poll(listed).toEqual(before);
});

test('want to see: says what brings films there when there is none', async () => {
  await openApp({ at: '/want-to-see' });
  await see(heading('Nothing here yet'));
  await seeNothingOf(shows());
  await button('Look at your list').click();
  await see(heading('Most people’s favourites'));
});

test('want to see: is marked in a row of For you, and taken back by pressing it again', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const [, , third] = listed();
  const mark = page.getByRole('button', { name: new RegExp(`^Want to see: ${third} `) });
  await inView();
  await mark.click();
  await see(page.getByText(`You want to see ${third}.`));
  await expect.element(mark).toHaveAttribute('aria-pressed', 'true');
  await see(link('Want to see · 1'));
  await inView();
  await mark.click();
  await expect.element(mark).toHaveAttribute('aria-pressed', 'false');
});
