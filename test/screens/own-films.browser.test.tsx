import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import { button, dialog, filmUp, goTo, loaded, press, region, row, say, see, seeNothingOf } from './steps';

const search = () => page.getByRole('searchbox', { name: 'Find a film by title' });
const field = (name: string) => dialog().getByRole('textbox', { name });

/** Leads from a search in vain to the dialog. */
async function searchInVain(typed: string): Promise<void> {
  await loaded();
  await search().fill(typed);
  await see(page.getByRole('option', { name: 'I can’t find my film' }));
  await page.getByRole('option', { name: 'I can’t find my film' }).click();
  await see(field('Title'));
}

test('add a film: begins with what was searched for, says what is missing, and puts the film up', async () => {
  await openApp();
  await searchInVain('Qqqq Zzzz (2024)');
  await expect.element(field('Title')).toHaveValue('Qqqq Zzzz');
  await expect.element(field('Year')).toHaveValue('2024');
  await field('Title').fill(' ');
  await button('Add it and judge it').click();
  await see(page.getByText('A film needs a title.'));
  await field('Title').fill('Qqqq Zzzz');
  await button('Add it and judge it').click();
  await expect.poll(filmUp).toBe('Qqqq Zzzz');
  await seeNothingOf(dialog());
});

test('add a film: offers the film that is here by that name', async () => {
  await openApp();
  await searchInVain('film 77');
  await see(page.getByText(/^Film 77 is here/));
  await button('Judge that one').click();
  await expect.poll(filmUp).toBe('Film 77');
});

test('add a film: changes nothing when it is left with Escape', async () => {
  await openApp();
  await loaded();
  const title = filmUp();
  await searchInVain('Qqqq');
  await press('{Escape}');
  await seeNothingOf(dialog());
  expect(filmUp()).toBe(title);
});

test('a film added: says in its reasons that nobody else has rated it', async () => {
  // So few films that all of them are listed.
  await openApp({ films: 40 });
  await say('Like', 'Film 4');
  await searchInVain('Qqqq Zzzz 2010');
  await dialog().getByText('Comedy', { exact: true }).click();
  await button('Add it and judge it').click();
  await expect.poll(filmUp).toBe('Qqqq Zzzz');
  await goTo('For you');
  await row('Qqqq Zzzz').getByRole('button', { name: /^Why / }).click();
  await see(
    region(/^Why Qqqq Zzzz/).getByText(/nobody else has rated it, so its genres and years speak for it/),
  );
  await see(region(/^Why Qqqq Zzzz/).getByText(/films like it \d/));
});
