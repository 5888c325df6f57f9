import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  answer,
  click,
  drawn,
  focus,
  hold,
  look,
  openApp,
  pause,
  pressKey,
  said,
  send,
  twice,
} from './press-app';

test.each([
  ['l', 'like'],
  ['d', 'dislike'],
  ['n', 'unseen'],
  ['ArrowRight', 'like'],
  ['ArrowLeft', 'dislike'],
  ['ArrowDown', 'unseen'],
])('Rate: judges one film when %s is held', async (key, kind) => {
  const app = await openApp();
  const { current } = app.rate.getState();
  await hold(key);
  expect(said(app)).toEqual([`${kind} ${current}`]);
  await look();
  send(key, { repeat: true });
  expect(said(app)).toHaveLength(1);
});

test.each(['Like', 'Dislike', 'Haven’t seen'])(
  'Rate: judges one film when Enter is held on %s',
  async (name) => {
    const app = await openApp();
    focus(answer(name).element());
    await hold('Enter');
    expect(said(app)).toHaveLength(1);
    await look();
    expect(send('Enter', { repeat: true }, answer(name).element())).toBe(false);
  },
);

test('Rate: judges one film when L is pressed twice within 20 ms', async () => {
  const app = await openApp();
  await twice((at) => pressKey('l', at), 20);
  expect(said(app)).toHaveLength(1);
});

test('Rate: judges one film when two different keys are pressed at once', async () => {
  const app = await openApp();
  const first = pressKey('l');
  pressKey('d', first + 1);
  await drawn();
  pressKey('n', first + 100);
  expect(said(app)).toHaveLength(1);
});

test.each([0, 20, 120, 250, 400])(
  'Rate: judges one film when Like is pressed twice, %i ms apart',
  async (apart) => {
    const app = await openApp();
    const like = answer('Like').element();
    await twice((at) => click(like, at), apart);
    expect(said(app)).toHaveLength(1);
  },
);

test('Rate: judges one film when the frame between two presses was to begin long before the first', async () => {
  const app = await openApp();
  const frame = window.requestAnimationFrame.bind(window);
  const late = vi
    .spyOn(window, 'requestAnimationFrame')
    .mockImplementation((draw) => frame((time) => draw(time - 100)));
  try {
    const like = answer('Like').element();
    await twice((at) => click(like, at), 400);
    expect(said(app)).toHaveLength(1);
  } finally {
    late.mockRestore();
  }
});

test('Rate: judges one film when Like is double clicked', async () => {
  const app = await openApp();
  await userEvent.dblClick(answer('Like').element());
  expect(said(app)).toHaveLength(1);
});

test('Rate: judges the next film when it has been looked at, by key and by click alike', async () => {
  const app = await openApp();
  const films: (number | null)[] = [];
  for (const press of [() => send('l'), () => click(answer('Like').element()), () => send('d')]) {
    films.push(app.rate.getState().current);
    press();
    await look();
  }
  expect(said(app)).toEqual([`like ${films[0]}`, `like ${films[1]}`, `dislike ${films[2]}`]);
});

test('Rate: takes a press for a film when the press was made while it was in view, however late it is heard', async () => {
  const app = await openApp();
  const { current } = app.rate.getState();
  const like = new KeyboardEvent('keydown', { key: 'l', bubbles: true });
  const again = new KeyboardEvent('keydown', { key: 'l', bubbles: true });
  await pause(50);
  document.body.dispatchEvent(like);
  await look();
  document.body.dispatchEvent(again);
  expect(said(app)).toEqual([`like ${current}`]);
});

test('Rate: takes another answer at once when the last one was taken back', async () => {
  const app = await openApp();
  const { current } = app.rate.getState();
  send('l');
  await drawn();
  send('u');
  await drawn();
  send('d');
  expect(said(app)).toEqual([`like ${current}`, 'undo', `dislike ${current}`]);
});

test('Rate: takes an answer at once when the film was asked for by its title', async () => {
  const app = await openApp();
  await page.getByRole('searchbox').fill('film 33');
  await page.getByRole('option', { name: /^Film 33/ }).findElement();
  await userEvent.keyboard('{Enter}');
  // The list of titles fades while the film is already in view.
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  send('l');
  expect(said(app)).toEqual(['like 33']);
});

test('Undo: takes back one click after the other when U is held', async () => {
  const app = await openApp();
  for (const key of ['l', 'd', 'n']) {
    send(key);
    await look();
  }
  await hold('u');
  expect(said(app).slice(3)).toEqual(['undo', 'undo', 'undo']);
});

test('Redo: says again what was undone when Ctrl+Shift+Z is pressed', async () => {
  const app = await openApp();
  send('l');
  await look();
  send('z', { ctrlKey: true });
  send('Z', { ctrlKey: true, shiftKey: true });
  expect(said(app)).toHaveLength(3);
  expect(app.model.getState().opinions.size).toBe(1);
});

test.each([
  ['Rate', '/rate'],
  ['For you', '/for-you'],
])('%s: judges one film of the list when Like is pressed twice in a row of it', async (_, route) => {
  const app = await openApp(route);
  const likes = () => page.getByRole('button', { name: /^Like Film/ }).elements();
  const { left, top } = likes()[2].getBoundingClientRect();
  const first = click(likes()[2]);
  await drawn();
  // Whatever stands there now.
  const there = document.elementFromPoint(left + 8, top + 8)?.closest('button');
  click(there ?? likes()[2], first + 40);
  click(likes()[3], first + 60);
  expect(said(app)).toHaveLength(1);
  await look();
  click(likes()[3]);
  expect(said(app)).toHaveLength(2);
});

test('For you: judges one film when Enter is held on Like in a row', async () => {
  const app = await openApp('/for-you');
  focus(page.getByRole('button', { name: /^Like Film/ }).elements()[0]);
  await userEvent.keyboard('{Enter>41/}');
  expect(said(app)).toHaveLength(1);
});

test('For you: puts one film away when “Not in this list again” is pressed twice', async () => {
  const app = await openApp('/for-you');
  const away = () => page.getByRole('button', { name: /^Not in this list again/ }).elements()[0];
  await twice((at) => click(away(), at), 20);
  expect(app.tuning.getState().tuning.hidden).toHaveLength(1);
});

test('For you: opens reasons at once, also when the list has only just moved', async () => {
  const app = await openApp('/for-you');
  const [like] = page.getByRole('button', { name: /^Like Film/ }).elements();
  click(like);
  await drawn();
  click(page.getByRole('button', { name: /^Why Film/ }).elements()[4]);
  await expect.element(page.getByRole('button', { name: /^Why Film/, expanded: true })).toBeVisible();
  expect(said(app)).toHaveLength(1);
});

test('My ratings: removes one film when Remove is pressed twice', async () => {
  const app = await openApp('/my-ratings');
  for (const item of [1, 2, 3])
    app.model.getState().rate(item, 'like', { place: 'rate', predictionVisible: false });
  await look();
  const remove = () => page.getByRole('button', { name: /^Remove Film/ }).elements()[0];
  await twice((at) => click(remove(), at), 20);
  expect(app.model.getState().opinions.size).toBe(2);
  await look();
  click(remove());
  expect(app.model.getState().opinions.size).toBe(1);
});

test('My ratings: changes one answer when a row that moves away is pressed twice', async () => {
  const app = await openApp('/my-ratings');
  for (const item of [1, 2, 3])
    app.model.getState().rate(item, 'like', { place: 'rate', predictionVisible: false });
  await look();
  const dislikes = () => page.getByRole('radio', { name: 'Dislike' }).elements();
  await twice((at) => click(dislikes()[1], at), 20);
  expect(app.model.getState().opinions).toEqual(
    new Map([
      [1, 'like'],
      [2, 'dislike'],
      [3, 'like'],
    ]),
  );
});

test('My model: says like once when Like is pressed twice, and takes it back when pressed again later', async () => {
  const app = await openApp('/my-model');
  const like = await page.getByRole('button', { name: 'Like', exact: true }).findElement();
  await look();
  await twice((at) => click(like, at), 20);
  expect(app.model.getState().opinions.size).toBe(1);
  await look();
  click(like);
  expect(app.model.getState().opinions.size).toBe(0);
});

test('Rate: says that all films are judged, and what to do next, when they are', async () => {
  const app = await openApp();
  const { status } = app.session.getState();
  if (status.phase !== 'ready') throw new Error('The films are not there.');
  for (let item = 0; item < status.library.catalogue.count; item++)
    app.model.getState().rate(item, 'like', { place: 'rate', predictionVisible: false });
  await expect.element(page.getByRole('heading', { name: 'You have judged every film' })).toBeVisible();
  await expect.element(page.getByText(/judged all 60 films/).first()).toBeVisible();
  const list = page.getByRole('region', { name: 'For you, now' });
  await expect.element(list.getByText(/Nothing is left to suggest/)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.getByRole('button', { name: 'My ratings' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'My ratings' })).toBeVisible();

  window.location.hash = '#/for-you';
  await expect.element(page.getByText(/Nothing is left to suggest/)).toBeVisible();
  await page.viewport(390, 844);
  window.location.hash = '#/rate';
  const strip = page.getByRole('region', { name: 'For you, now' });
  await expect.element(strip.getByText(/Nothing is left to suggest/)).toBeVisible();
});
