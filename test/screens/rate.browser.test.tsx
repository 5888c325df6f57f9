import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeDataset } from '../fixtures/small-world';
import { openApp } from './small-app';
import {
  button,
  filmUp,
  findFilm,
  goTo,
  heading,
  inView,
  judge,
  judging,
  listed,
  loaded,
  press,
  say,
  see,
  seeNothingOf,
} from './steps';

const search = () => page.getByRole('searchbox', { name: 'Find a film by title' });
/** The answer that is marked beside a film under My ratings. */
const answerTo = (title: string) =>
  page.getByRole('radiogroup', { name: new RegExp(`^Your answer to ${title} `) }).getByRole('radio', {
    checked: true,
  });

test('rate: moves the list beside the film when it is liked, and back when that is undone', async () => {
  await openApp();
  await see(heading('Most people’s favourites'));
  await expect.poll(() => listed().length).toBe(6);
  await expect.element(button('Undo')).toBeDisabled();
  const before = listed();

  const title = await judge('Like');
  await see(heading('For you, now'));
  await see(page.getByText(`You liked ${title}.`));
  await expect.poll(listed).not.toEqual(before);

  await judging().getByRole('button', { name: 'Undo' }).click();
  await see(page.getByText(`Undone: your like of ${title}.`));
  await expect.poll(filmUp).toBe(title);
  await expect.poll(listed).toEqual(before);
  await expect.element(button('Undo')).toBeDisabled();
});

test('rate: tells nothing of the film to judge when films are judged one after the other', async () => {
  await openApp();
  for (let click = 0; click < 5; click++) {
    await judge(click % 2 ? 'Dislike' : 'Like');
    expect(listed()).not.toContain(filmUp());
    await expect.element(judging()).not.toHaveTextContent('%');
  }
});

/** What is said of more answers, below the film. */
const moreFilms = () => page.getByText(/films? judged\. Lists drawn from/);

test('rate: says what more answers bring when few films are judged, and nothing with a click that is read out', async () => {
  await openApp();
  await judge('Haven’t seen');
  await see(heading('Most people’s favourites'));
  await seeNothingOf(moreFilms());
  await judge('Like');
  await expect
    .element(moreFilms())
    .toHaveTextContent(/^1 film judged\. Lists drawn from 5 are about \d+ % better/);
  await judge('So-so');
  await judge('Dislike');
  await expect.element(moreFilms()).toHaveTextContent(/^3 films judged\. Lists drawn from 5 /);
  expect(moreFilms().element().closest('[aria-live], [role="status"], [role="progressbar"]')).toBeNull();
  await press('u', 'u', 'u');
  await seeNothingOf(moreFilms());
});

test('rate: says nothing of more answers, at no moment, to somebody who has judged twenty', async () => {
  const app = await openApp();
  for (let click = 0; click < 19; click++) await judge(click % 2 ? 'Dislike' : 'Like');
  await expect.element(moreFilms()).toHaveTextContent(/^19 films judged\. Lists drawn from 20 /);
  await judge('Like');
  await seeNothingOf(moreFilms());

  let seen = false;
  const watch = new MutationObserver(() => {
    seen ||= moreFilms().query() !== null;
  });
  watch.observe(document.body, { childList: true, subtree: true, characterData: true });
  await app.reload();
  await see(heading('For you, now'));
  watch.disconnect();
  expect(seen).toBe(false);
});

test('rate: takes letters and arrows as answers when no field has the focus, and U takes them back', async () => {
  await openApp();
  await loaded();
  const keys = { l: 'Like', d: 'Dislike', s: 'So-so', n: 'Not seen' };
  const arrows = { '{ArrowRight}': 'Like', '{ArrowLeft}': 'Dislike', '{ArrowDown}': 'Not seen' };
  const judged: [title: string, answer: string][] = [];
  for (const [key, answer] of Object.entries({ ...keys, ...arrows })) {
    await inView();
    const title = filmUp() ?? '';
    await press(key);
    await expect.poll(filmUp).not.toBe(title);
    judged.push([title, answer]);
  }
  await goTo('My ratings');
  for (const [title, answer] of judged) await expect.element(answerTo(title)).toHaveAccessibleName(answer);

  await goTo('Rate');
  await loaded();
  await press('u', 'u', 'u', 'u', 'u', 'u', 'u');
  await expect.poll(filmUp).toBe(judged[0][0]);
  await expect.element(button('Undo')).toBeDisabled();
  // Nothing is left to take back: this adds no click to the past.
  await press('u');
  await goTo('My ratings');
  await see(heading('Nothing rated yet'));
  await page.getByRole('link', { name: 'History' }).click();
  await see(page.getByText(/^After your 14th click, .* This is now\.$/));
});

test('rate: puts up the film that is found when its title is typed', async () => {
  await openApp();
  await loaded();
  await press('/', 'film 77');
  await see(page.getByRole('option').first());
  await press('{Enter}');
  await expect.poll(filmUp).toBe('Film 77');
  await inView();
  await press('l');
  await see(page.getByText(/^You liked Film 77\./));
});

test('rate: judges nothing when the letters are typed into the search', async () => {
  await openApp();
  await loaded();
  const title = filmUp();
  await press('/', 'ldsnu', '/', '{ArrowDown}', '{ArrowLeft}');
  await expect.element(search()).toHaveValue('ldsnu/');
  await see(page.getByText(/^No film called “ldsnu\/”/));
  await press('{Escape}');
  await expect.element(search()).toHaveValue('');
  expect(filmUp()).toBe(title);
  await goTo('My ratings');
  await see(heading('Nothing rated yet'));
  await seeNothingOf(page.getByRole('link', { name: 'History' }));
});

test('rate: shows more of the list when the window grows, and less when it shrinks', async () => {
  await openApp({ size: [1280, 800] });
  await expect.poll(() => listed().length).toBe(6);
  const six = listed();
  await page.viewport(1280, 1100);
  await expect.poll(() => listed().length).toBe(8);
  expect(listed().slice(0, 6)).toEqual(six);
  await page.viewport(1280, 700);
  await expect.poll(listed).toEqual(six.slice(0, 5));
});

test('rate: takes a film out of the list when it was so-so, and gives it back when that is undone', async () => {
  await openApp();
  await say('Like', 'Film 12', 'Film 30');
  await expect.poll(() => listed().length).toBe(6);
  const before = listed();
  const title = before[4] ?? '';
  await findFilm(title);
  await inView();
  await judging().getByRole('button', { name: 'So-so', exact: true }).click();
  await see(page.getByText(`${title} was so-so.`, { exact: false }));
  await expect.poll(listed).not.toContain(title);
  await findFilm(title);
  await see(page.getByText('You said: so-so'));
  await button('Undo').click();
  await see(page.getByText(`Undone: ${title} was so-so.`));
  await goTo('For you');
  await expect.poll(listed).toContain(title);
});

test('rate: makes an old dislike one among three answers when it is given again', async () => {
  const app = await openApp();
  await say('Dislike', 'Film 4', 'Film 9', 'Film 2', 'Film 7', 'Film 12');
  await app.forgetSoSo();
  await say('Dislike', 'Film 9');
  await goTo('My ratings');
  await see(
    page.getByText('0 liked, 5 disliked.', { exact: false }).or(page.getByText(/^You disliked Film 9/)),
  );
  await seeNothingOf(button('Go through them'));
});

test('rate: says what was said and takes another answer when a judged film is found again', async () => {
  await openApp();
  await say('Like', 'Film 12');
  await findFilm('Film 12');
  await see(page.getByText('You said: like'));
  // The same answer again changes nothing, and the next film comes.
  await inView();
  await press('l');
  await expect.poll(filmUp).not.toBe('Film 12');
  await goTo('My ratings');
  await expect.element(answerTo('Film 12')).toHaveAccessibleName('Like');

  await goTo('Rate');
  await say('Dislike', 'Film 12');
  await goTo('My ratings');
  await expect.element(answerTo('Film 12')).toHaveAccessibleName('Dislike');
  expect(page.getByRole('radiogroup').elements()).toHaveLength(1);
});

test('rate: shows the best films above the answers when the screen is a phone’s', async () => {
  await openApp({ size: [390, 844] });
  const strip = page.getByRole('list', { name: 'Most people’s favourites' });
  await see(strip);
  const tiles = (list: typeof strip) =>
    list
      .getByRole('listitem')
      .elements()
      .map((tile) => tile.getAttribute('aria-label'));
  const before = tiles(strip);
  expect(before).toHaveLength(8);
  const title = await judge('Like');
  const now = page.getByRole('list', { name: 'For you, now' });
  await see(now);
  expect(tiles(now)).not.toEqual(before);
  await see(page.getByText(`You liked ${title}.`));
});

test('rate: says that nothing is left when every film is judged', async () => {
  const films = 12;
  await openApp({ films });
  await loaded();
  for (let film = 0; film < films; film++) {
    await inView();
    await press('n');
  }
  await see(heading('You have judged every film'));
  await button('My ratings').click();
  await see(heading('My ratings'));
  expect(page.getByRole('radiogroup').elements()).toHaveLength(films);
});

test('search: tells beside a film found what was said of it', async () => {
  await openApp();
  await say('So-so', 'Film 77');
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill('film 77');
  await expect.element(page.getByRole('option').first()).toHaveTextContent(/^Film 77 so-so/);
});

test('search: tells where the films here end when it finds none', async () => {
  await openApp();
  await loaded();
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill('qqqq zzzz');
  const newest = Math.max(...makeDataset(1, 120).catalogue.year);
  await see(
    page.getByText(
      `No film called “qqqq zzzz”. The films here end in ${newest}. Titles, years, genres and decades can be found; people cannot. Try fewer words, or add yours.`,
    ),
  );
});
