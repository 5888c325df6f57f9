import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import { button, dialog, focus, goTo, inView, listed, loaded, press, say, see, seeNothingOf } from './steps';

const filing = () => page.getByLabelText('File under');
const mood = (name: string) =>
  page.getByRole('group', { name: 'Draw the list from' }).getByRole('button', { name, exact: true });
const inDialog = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true });
const nameOf = (name: string) => dialog().getByLabelText(`Name of the mood ${name}`, { exact: true });

/** Opens the dialog of moods on the screen of the list. */
async function openMoods(): Promise<void> {
  await goTo('For you');
  await page.getByRole('button', { name: /^Add a mood|^Edit moods$/ }).click();
  await see(dialog());
}

async function add(...names: string[]): Promise<void> {
  await openMoods();
  for (const name of names) {
    await dialog().getByLabelText(/mood$/).last().fill(name);
    await inDialog('Add').click();
    await see(nameOf(name));
  }
  await close();
}

async function close(): Promise<void> {
  await press('{Escape}');
  await seeNothingOf(dialog());
}

async function likeUnder(name: string, title: string): Promise<void> {
  await goTo('Rate');
  await loaded();
  await filing().selectOptions(name);
  await say('Like', title);
}

/** The whole list as it is drawn now. */
async function list(): Promise<(string | null)[]> {
  await expect.poll(() => listed().length).toBe(50);
  return listed();
}

test('moods: say that nothing is filed under one yet, and show what most people like as such', async () => {
  await openApp();
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const favourites = listed();
  await goTo('Rate');
  await say('Like', 'Film 4');
  await add('with the kids');
  await goTo('For you');
  await see(page.getByRole('heading', { name: 'For you', level: 1 }));
  await mood('with the kids').click();
  await see(page.getByRole('heading', { name: 'Most people’s favourites', level: 1 }));
  await see(page.getByText(/^Nothing is filed under “with the kids” yet/));
  await expect.poll(listed).not.toContain('Film 4');
  expect(listed().slice(0, 20)).toEqual(favourites.filter((title) => title !== 'Film 4').slice(0, 20));
  expect(page.getByText(/% match$/).elements()).toEqual([]);
  expect(page.getByText(/% like it$/).elements().length).toBeGreaterThan(10);
  await mood('Everything').click();
  await see(page.getByText(/% match$/).first());
});

test('moods: draw the list from one, from both, or from everything, when clicks are filed under them', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await add('with the kids', 'alone');
  await likeUnder('with the kids', 'Film 9');
  await likeUnder('alone', 'Film 2');
  await filing().selectOptions('no mood');
  await goTo('For you');
  const everything = await list();
  await mood('with the kids').click();
  await expect.element(mood('with the kids')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(listed).not.toEqual(everything);
  const kids = await list();
  // Rated in any mood, a film is no news in another.
  for (const title of ['Film 4', 'Film 9', 'Film 2']) expect(kids).not.toContain(title);
  await expect.element(filing()).toHaveDisplayValue('with the kids');
  await mood('alone').click();
  await expect.poll(listed).not.toEqual(kids);
  await mood('Everything').click();
  await expect.poll(listed).toEqual(everything);

  // A click in a mood moves that mood's list; undone, it is as before.
  await mood('with the kids').click();
  await expect.poll(listed).toEqual(kids);
  await inView();
  await page
    .getByRole('button', { name: /^Like / })
    .first()
    .click();
  await expect.poll(listed).not.toEqual(kids);
  await press('u');
  await expect.poll(listed).toEqual(kids);
});

test('moods: are chosen with keys alone', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await add('alone');
  await focus(mood('alone'));
  await press(' ');
  await expect.element(mood('alone')).toHaveAttribute('aria-pressed', 'true');
  await expect.element(mood('Everything')).toHaveAttribute('aria-pressed', 'false');
});

test('moods: file a past click elsewhere when that is chosen in its dialog, and keep it over a reload', async () => {
  const app = await openApp();
  await say('Like', 'Film 9', 'Film 4');
  await add('kids');
  await goTo('My ratings');
  await page.getByRole('button', { name: /^More about Film 4 / }).click();
  await dialog().getByLabelText('Filed under').selectOptions('kids');
  await close();
  await see(page.getByText(/filed under kids$/));
  expect(page.getByText(/filed under/).elements()).toHaveLength(1);
  await app.reload();
  await see(page.getByText(/filed under kids$/));
  await see(page.getByText('2 liked, 0 disliked. Change or remove any of them.'));
});

test('moods: take another name and keep what is filed under them', async () => {
  await openApp();
  await say('Like', 'Film 2');
  await add('kids');
  await likeUnder('kids', 'Film 4');
  await goTo('For you');
  const everything = await list();
  await mood('kids').click();
  await expect.poll(listed).not.toEqual(everything);
  const before = await list();
  await openMoods();
  await nameOf('kids').fill('with the kids');
  await inDialog('Rename').click();
  await see(nameOf('with the kids'));
  await close();
  await expect.poll(listed).toEqual(before);
  await goTo('My ratings');
  await see(page.getByText(/filed under with the kids$/));
});

test('moods: leave their ratings when removed, or take them along for good when asked to', async () => {
  await openApp();
  await say('Like', 'Film 2');
  await add('kids', 'alone');
  await likeUnder('kids', 'Film 4');
  await likeUnder('alone', 'Film 9');
  await openMoods();
  await inDialog('Remove the mood kids').click();
  await see(dialog().getByText(/^1 rating filed under it can stay, without a mood\./));
  await inDialog('Cancel').click();
  await inDialog('Remove the mood kids').click();
  await inDialog('Keep them').click();
  await see(nameOf('alone'));
  await seeNothingOf(nameOf('kids'));
  await inDialog('Remove the mood alone').click();
  await inDialog('Erase 1 rating too').click();
  await see(dialog().getByLabelText('Name of your first mood'));
  await close();
  await seeNothingOf(page.getByRole('group', { name: 'Draw the list from' }));
  await see(button('Add a mood, such as “with the kids”'));
  await goTo('My ratings');
  await see(page.getByRole('radiogroup', { name: /^Your answer to Film 4 / }));
  await seeNothingOf(page.getByRole('radiogroup', { name: /^Your answer to Film 9 / }));
  await seeNothingOf(page.getByText(/filed under/));
});

test('moods: answer in words when a name is taken already', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await add('kids');
  await openMoods();
  await expect.element(inDialog('Add')).toBeDisabled();
  await dialog().getByLabelText('Another mood').fill(' Kids ');
  await inDialog('Add').click();
  await see(dialog().getByText(/already/));
});
