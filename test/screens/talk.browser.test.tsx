import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { goToAddress, openApp } from './small-app';
import {
  amountOf,
  button,
  dialog,
  goTo,
  heading,
  inView,
  link,
  press,
  region,
  see,
  seeNothingOf,
} from './steps';

const scene = (title: string) => see(page.getByRole('heading', { level: 1, name: title, exact: true }));
/** Titles of the list on the stage. */
const list = () =>
  region(/^(Everybody’s favourites|The list, now|For you, now)$/)
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => /Film \d+/.exec(textContent)?.[0]);
const clicks = () => page.getByText(/^\d+ of \d+ clicks$/).element().textContent;
const film = () => region('The film on stage');

async function openStage(): Promise<void> {
  await openApp({ at: '/talk' });
  await scene('Somebody new');
}

test('talk: begins with an empty memory and what everybody likes, and holds', async () => {
  await openStage();
  await see(page.getByText('No clicks yet. The list is what everybody likes.'));
  await see(page.getByRole('img', { name: /^The memory: 0 of \d+ cells written$/ }));
  await see(page.getByText('0 clicks'));
  expect(list()).toHaveLength(8);
  await see(button('Play the whole talk'));
});

test('talk: goes from scene to scene with the keys of a clicker, and to any scene by its number', async () => {
  await openStage();
  await press('{PageDown}');
  await scene('Every click moves the list');
  await press('{PageUp}');
  await scene('Somebody new');
  await press(' ');
  await scene('Every click moves the list');
  await press('5');
  await scene('Forgetting, exactly');
  await press('{Home}');
  await scene('Somebody new');
  await button('Scene 3: Why this film?').click();
  await scene('Why this film?');
});

test('talk: moves the list click by click when stepped, and plays the same again from the start', async () => {
  await openStage();
  await press('2', 'p');
  await scene('Every click moves the list');
  await see(page.getByText(/^MovieLens user 138/).first());
  const all = Number(/of (\d+) clicks/.exec(clicks())?.[1]);
  expect(all).toBeGreaterThan(15);
  const favourites = list();
  await press('s', 's', 's');
  await expect.poll(clicks).toBe(`3 of ${all} clicks`);
  await expect.poll(list).not.toEqual(favourites);
  const third = list();
  await press('r', '.');
  await expect.poll(clicks).toBe(`0 of ${all} clicks`);
  await expect.poll(list).toEqual(favourites);
  await press('s', 's', 's');
  await expect.poll(list).toEqual(third);
});

test('talk: adds the parts up to the score, and takes one away and puts it back', async () => {
  await openStage();
  await press('3', 'p');
  await scene('Why this film?');
  const sum = () =>
    page
      .getByRole('list', { name: /^The score of Film \d+ as a sum$/ })
      .getByRole('listitem')
      .elements()
      .map((line) =>
        amountOf(line.querySelector('[data-testid=amount]')?.textContent.replace(/ .*|–/, '') || '0'),
      );
  const addsUp = (parts: number[]) =>
    expect(parts.slice(0, -1).reduce((all, part) => all + part, 0)).toBe(parts.at(-1));
  const place = () =>
    Number(
      /(\d+)$/.exec(
        film()
          .getByText(/^Place/)
          .element().textContent,
      )?.[1],
    );
  const whole = sum();
  const placed = place();
  addsUp(whole);
  await press('s');
  await see(page.getByText('never rated'));
  addsUp(sum());
  expect(place()).toBeGreaterThan(placed);
  expect(sum().at(-1)).toBeLessThan(whole.at(-1) ?? 0);
  await press('s');
  await expect.poll(sum).toEqual(whole);
});

test('talk: shows the fingerprint of before again when a film is forgotten', async () => {
  await openStage();
  await press('5', 'p');
  await scene('Forgetting, exactly');
  /** The fingerprint behind a label, or dots where it has not come yet. */
  const print = (label: string) =>
    page.getByText(label, { exact: true }).element().parentElement?.textContent.slice(label.length);
  const before = print('Before');
  expect(before).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
  expect(print('With it')).toContain('·');
  await press('s');
  await expect.poll(() => print('With it')).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
  expect(print('With it')).not.toBe(before);
  await press('s');
  await see(page.getByText('The same.'));
  expect(print('After forgetting')).toBe(before);
  await press('s', 's');
  await scene('Thank you');
  await see(page.getByText('Questions?'));
  // It is no scene of its own.
  await seeNothingOf(page.getByText('5', { exact: true }));
});

test('talk: hands over to the room for a film of its own, carries on, and one key clears it all', async () => {
  await openStage();
  await press('2', 'p', 's', 's');
  await press('/');
  await press('film 77');
  await see(page.getByRole('option').first());
  await press('{Enter}');
  await see(page.getByText('A question from the room'));
  await see(film().getByText(/^Place/));
  await inView();
  await press('l');
  await expect
    .element(film().getByRole('button', { name: 'Like Film 77', exact: true }))
    .toHaveAttribute('aria-pressed', 'true');
  await see(page.getByText('Rated: no longer in the list'));
  await see(page.getByText('The room has taken over.'));
  await press('c');
  await seeNothingOf(page.getByText('The room has taken over.'));
  await expect.poll(clicks).toMatch(/^2 of /);
  await inView();
  await film().getByRole('button', { name: /^Like/ }).click();
  await see(film().getByText('Liked', { exact: true }));
  await page.getByRole('button', { name: /^Carry on/ }).click();
  await press('{Backspace}');
  await scene('Somebody new');
  await see(page.getByText('0 clicks'));
  await see(page.getByRole('img', { name: /^The memory: 0 of/ }));
});

test('talk: leaves the ratings of the presenter alone', async () => {
  await openStage();
  await press('2', 'p', 's', 's', 'l');
  await link('Leave the stage').click();
  await see(page.getByText('Do you like it?'));
  await goTo('My ratings');
  await see(heading('Nothing rated yet'));
});

test('talk: shows keys, notes and a black screen over the stage when asked', async () => {
  await openStage();
  await press('?');
  await see(heading('Keys and clicker'));
  await press('{Escape}');
  await seeNothingOf(heading('Keys and clicker'));
  await press('n');
  const notes = page.getByRole('complementary', { name: 'Speaker’s notes' });
  await see(notes.getByText('2. Every click moves the list'));
  await press('n');
  await seeNothingOf(notes);
  await press('b');
  const black = page.getByRole('img', { name: /^Black screen/ });
  await see(black);
  await press('{ArrowRight}');
  await seeNothingOf(black);
  await seeNothingOf(dialog());
  await press('+', '+');
  await see(page.getByText('5×'));
});

test('talk: tells the room the one rule of the race, and lets the strongest rivals take part', async () => {
  await openStage();
  await press('4', 'p');
  await scene('The race, live');
  await see(page.getByText('One rule for all: the answer most likely within one star.'));
  await see(region('Standings').getByText('Ridge regression'));
});

test('talk: says so and goes on when no worker can be started for the race', async () => {
  const { Worker } = window;
  window.Worker = class {
    constructor() {
      throw new Error('no workers here');
    }
  } as unknown as typeof Worker;
  onTestFinished(() => {
    window.Worker = Worker;
  });
  await openStage();
  await press('4', 'p', 's');
  await see(page.getByText(/This browser cannot start a worker/));
  await see(page.getByText('No race on this machine. Everything else goes on.'));
  await press('s', 's');
  await scene('Forgetting, exactly');
});

test('notes: tell what to say in every scene, and that no stage is open', async () => {
  await openApp({ at: '/talk/notes' });
  await scene('Speaker’s notes');
  await see(page.getByText(/^No stage is open in another window of this browser\./));
  for (const title of [
    '1. Somebody new',
    '2. Every click moves the list',
    '3. Why this film?',
    '4. The race, live',
  ])
    await see(heading(title));
  await see(heading('Keys on the stage'));
  goToAddress('/talk');
  await scene('Somebody new');
});

test('talk: takes a so-so of the room by its key and its button, and takes it back', async () => {
  await openStage();
  await press('3', 'p');
  await scene('Why this film?');
  await inView();
  const soSo = film().getByRole('button', { name: /was so-so$/ });
  await press('o');
  await expect.element(soSo).toHaveAttribute('aria-pressed', 'true');
  await see(film().getByText('So-so', { exact: true }));
  await see(page.getByText('The room has taken over.'));
  await inView();
  await soSo.click();
  await expect.element(soSo).toHaveAttribute('aria-pressed', 'false');
});
