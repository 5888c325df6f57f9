import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SCREEN_NAMES } from '../../src/ui/frame/address/routes';
import { goToAddress, openApp } from './small-app';
import {
  button,
  films,
  filmUp,
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

/** Film n of the small world has the MovieLens id 10 + 3 n. */
const addressOf = (film: number) => `/film/${10 + 3 * film}`;
const answer = (name: string) =>
  page.getByRole('group', { name: /^Your answer to / }).getByRole('button', { name, exact: true });
const isPressed = (name: string, pressed: boolean) =>
  expect.element(answer(name)).toHaveAttribute('aria-pressed', String(pressed));

test('film: has a page of its own behind its title in the list, and going back leads to that title', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const title = listed()[30] ?? '';
  await films().getByRole('link', { name: title, exact: true }).click();
  await see(page.getByRole('heading', { level: 1, name: title, exact: true }));
  await expect.poll(() => window.scrollY).toBe(0);
  await see(page.getByText(/^\d+ %$/));
  await see(heading('More like this'));
  const left = window.scrollY;
  window.history.back();
  await see(heading('For you'));
  await expect.poll(focused).toBe(title);
  expect(window.scrollY).toBeGreaterThan(left);
});

test('film: tells what is known of it and leads to its pages elsewhere, which are not asked for anything', async () => {
  await openApp({ at: addressOf(4) });
  const facts = region('The film');
  await see(facts.getByText('Year'));
  await see(facts.getByText(/^\d+ of \d+ people liked it$/));
  for (const [site, address] of [
    ['IMDb', 'https://www.imdb.com/title/tt0002004/'],
    ['TMDB', 'https://www.themoviedb.org/movie/1004'],
  ]) {
    const away = facts.getByRole('link', { name: `${site} (opens in a new tab)` });
    await expect.element(away).toHaveAttribute('href', address);
    await expect.element(away).toHaveAttribute('rel', 'noopener noreferrer');
    await expect.element(away).toHaveAttribute('target', '_blank');
  }
});

test('film: is answered and wanted on its page, and each is taken back when it is pressed again or undone', async () => {
  await openApp({ at: addressOf(40) });
  await answer('Like').click();
  await isPressed('Like', true);
  await see(page.getByText('You liked Film 40.'));
  await answer('So-so').click();
  await isPressed('So-so', true);
  await isPressed('Like', false);
  await answer('So-so').click();
  await isPressed('So-so', false);
  await press('u');
  await isPressed('So-so', true);
  await press('u', 'u');
  await isPressed('Like', false);
  await button('Want to see').click();
  await see(page.getByText('You want to see Film 40.'));
  await expect.element(button('Want to see')).toHaveAttribute('aria-pressed', 'true');
  await button('Want to see').click();
  await expect.element(button('Want to see')).toHaveAttribute('aria-pressed', 'false');
});

test('film: says why it is expected to be liked when it is asked, also of a film that was answered', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  goToAddress(addressOf(4));
  await see(page.getByText(/chance that you would like it, by all else that you said/));
  await button('Why?').click();
  await see(page.getByText(/^Starting point/));
  const reasons = region(/^Why Film 4 /);
  await see(reasons.getByText(/^you liked/).first());
  await seeNothingOf(reasons.getByRole('link', { name: /^Film 4 / }));
  // What is like it is another film's page, with nothing open from here.
  await region('More like this').getByRole('link').first().click();
  await expect.poll(() => window.location.hash).not.toBe(`#${addressOf(4)}`);
  await seeNothingOf(reasons);
});

test('film: does not tell what is expected of an answer when it is up to be judged, until it is asked', async () => {
  await openApp();
  await inView();
  const title = filmUp() ?? '';
  goToAddress(addressOf(Number(title.slice(5))));
  await see(page.getByText(/What is expected of your answer is not shown/));
  await seeNothingOf(page.getByText(/^\d+ %$/));
  await button('Show it all the same').click();
  await see(page.getByText(/^\d+ %$/));
});

test.each(['/film/999999', '/film/Alien'])(
  'film: says that there is none when the address is %s, and leads on',
  async (at) => {
    await openApp({ at });
    await see(heading('No such film here'));
    await expect.poll(() => document.title).toBe('No such film · Weightless');
    await button('Find a film').click();
    await see(region('The film to judge'));
  },
);

test('addresses: every screen has one, and calls the document after itself', async () => {
  await openApp({ at: '/about' });
  for (const [route, name] of Object.entries(SCREEN_NAMES)) {
    goToAddress(route);
    await expect.poll(() => document.title).toBe(`${name} · Weightless`);
    await see(page.getByRole('heading').first());
    await seeNothingOf(heading('No such page'));
  }
  goToAddress(addressOf(7));
  await expect.poll(() => document.title).toMatch(/^Film 7 \(\d{4}\) · Weightless$/);
  goToAddress('/nowhere');
  await expect.poll(() => document.title).toBe('No such page · Weightless');
  await see(link('About'));
});
