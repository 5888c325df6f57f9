import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { goToAddress, openApp } from './small-app';
import {
  button,
  dialog,
  focus,
  heading,
  inView,
  judge,
  judging,
  loaded,
  press,
  see,
  seeNothingOf,
} from './steps';

const field = () => page.getByRole('combobox', { name: 'Film, screen or action' });
const marked = () => page.getByRole('option', { selected: true });
const found = () =>
  page
    .getByRole('option')
    .elements()
    .map(({ textContent }) => textContent);

async function openPalette(): Promise<void> {
  await press('{Control>}k{/Control}');
  await see(field());
  await expect.element(field()).toHaveFocus();
}

test('palette: goes to a screen by the keyboard, with the focus on its content', async () => {
  await openApp();
  await loaded();
  await openPalette();
  await field().fill('about');
  await expect.element(marked()).toHaveTextContent('About');
  await expect.element(field()).toHaveAttribute('aria-activedescendant', marked().element().id);
  await press('{Enter}');
  await see(heading('About Weightless'));
  await seeNothingOf(dialog());
  await expect.poll(() => document.activeElement?.tagName).toBe('MAIN');
});

test('palette: goes to a film by its title', async () => {
  await openApp({ at: '/my-ratings' });
  await see(heading('My ratings'));
  await openPalette();
  await field().fill('film 77');
  await see(page.getByRole('group', { name: 'Films' }).getByRole('option').first());
  await press('{Enter}');
  await see(page.getByRole('heading', { level: 1, name: 'Film 77' }));
});

test('palette: marks the next and the one before, around the ends, and runs what is pressed with the mouse', async () => {
  await openApp({ at: '/about' });
  await see(heading('About Weightless'));
  await openPalette();
  const all = found();
  await press('{ArrowUp}');
  await expect.element(marked()).toHaveTextContent(all.at(-1) ?? '');
  await press('{ArrowDown}', '{ArrowDown}');
  await expect.element(marked()).toHaveTextContent(all[1] ?? '');
  await field().fill('no such thing at all');
  await see(page.getByText('Nothing of that name.'));
  await press('{Enter}');
  await see(field());
  await field().fill('dark');
  await page.getByRole('option', { name: 'Dark-room colours' }).click();
  await expect.poll(() => document.documentElement.dataset.mantineColorScheme).toBe('dark');
});

test('palette: takes the last click back, and the focus is where it was', async () => {
  await openApp();
  const title = await judge('Like');
  await inView();
  await focus(judging().getByRole('button', { name: 'Dislike', exact: true }));
  await openPalette();
  await field().fill('undo');
  await press('{Enter}');
  await see(judging().getByRole('heading', { name: title }));
  await seeNothingOf(dialog());
  await expect.element(judging().getByRole('button', { name: 'Dislike', exact: true })).toHaveFocus();
});

test('palette: leaves the focus where it was when it is closed, and what is written in it judges no film', async () => {
  await openApp();
  await loaded();
  await focus(judging().getByRole('button', { name: 'Like', exact: true }));
  const up = judging().getByRole('heading', { level: 2 }).element().textContent;
  await openPalette();
  await press('l', 'd', 's', 'n', 'u');
  await expect.element(field()).toHaveValue('ldsnu');
  await press('{Escape}');
  await seeNothingOf(dialog());
  await expect.element(judging().getByRole('button', { name: 'Like', exact: true })).toHaveFocus();
  expect(judging().getByRole('heading', { level: 2 }).element().textContent).toBe(up);
  await openPalette();
  await press('{Control>}k{/Control}');
  await seeNothingOf(dialog());
});

test('palette: opens from the menu of people, and adds a person', async () => {
  await openApp();
  await loaded();
  await button('Profile: You').click();
  await page.getByRole('menuitem', { name: /^Find anything/ }).click();
  await expect.element(field()).toHaveFocus();
  await press('{Escape}');
  await seeNothingOf(dialog());
  await expect.element(button('Profile: You')).toHaveFocus();
  await openPalette();
  await field().fill('add a');
  await press('{Enter}');
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await press('{Enter}');
  await see(button('Profile: Ada'));
  await seeNothingOf(dialog());
});

test('palette: does not open over a dialog or while a text is written', async () => {
  await openApp();
  await loaded();
  await button('Profile: You').click();
  await page.getByRole('menuitem', { name: 'Say your name' }).click();
  await see(dialog());
  await press('{Control>}k{/Control}');
  await see(page.getByRole('textbox', { name: 'Name' }));
  await seeNothingOf(field());
});

test('palette: leaves a talk alone, but leads away from it', async () => {
  await openApp({ at: '/talk' });
  await see(page.getByRole('heading').first());
  await openPalette();
  expect(found().some((name) => name?.startsWith('Add a person'))).toBe(false);
  await press('p');
  await expect.element(field()).toHaveValue('p');
  await field().fill('want');
  await press('{Enter}');
  await see(heading('Nothing here yet'));
  goToAddress('/rate');
  await loaded();
});
