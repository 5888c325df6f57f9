import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import {
  button,
  films,
  focus,
  focused,
  goTo,
  heading,
  inView,
  link,
  listed,
  press,
  row,
  say,
  see,
  seeNothingOf,
} from './steps';

test('for you: lists what everybody likes and leads to rating when nothing is rated', async () => {
  await openApp({ at: '/for-you' });
  await see(page.getByRole('heading', { level: 1, name: 'Most people’s favourites' }));
  await see(page.getByText(/You have not rated anything yet/));
  await expect.poll(() => listed().length).toBe(50);
  expect(
    films()
      .getByText(/^\d+ % like it$/)
      .elements(),
  ).toHaveLength(50);
  await expect.element(button('Undo')).toBeDisabled();
  await link('Rate a few films').click();
  await see(page.getByText('Do you like it?'));
});

test('for you: shows chances and moves when films are rated, and drops the rated ones', async () => {
  await openApp();
  await say('Like', 'Film 1', 'Film 5');
  await goTo('For you');
  await see(page.getByRole('heading', { level: 1, name: 'For you' }));
  await expect.poll(() => listed().length).toBe(50);
  expect(listed()).not.toContain('Film 1');
  expect(listed()).not.toContain('Film 5');
  expect(
    films()
      .getByText(/^\d+ % match$/)
      .elements(),
  ).toHaveLength(50);
  expect(
    films()
      .getByText(/^(up|down) \d+$/)
      .elements().length,
  ).toBeGreaterThan(0);
});

test('for you: hands the focus to the row that takes its place when a film is judged in its row', async () => {
  await openApp({ at: '/for-you' });
  await expect.poll(() => listed().length).toBe(50);
  const [, second, third] = listed();
  await focus(row(second).getByRole('button', { name: /^Dislike / }));
  await press('{Enter}');
  await see(page.getByText(new RegExp(`^You disliked ${second}\\.`)));
  await expect.poll(listed).not.toContain(second);
  await expect.poll(focused).toMatch(new RegExp(`^Why ${listed()[1]} `));
  expect(listed()).toContain(third);
});

test('for you: takes a film out of the list when it was so-so, by its row or by its reasons', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  const [first, second, third] = before as string[];
  await inView();
  await row(second)
    .getByRole('button', { name: new RegExp(`^${second} .*was so-so$`) })
    .click();
  await expect.poll(listed).not.toContain(second);
  await see(page.getByText(`${second} was so-so.`, { exact: false }));
  expect(listed().slice(0, 2)).toEqual([first, third]);

  await inView();
  await row(third).getByRole('button', { name: /^Why / }).click();
  const answers = page.getByRole('group', { name: /^Your answer to / });
  const unseen = answers.getByRole('button', { name: 'Haven’t seen' });
  await unseen.click();
  await expect.element(unseen).toHaveAttribute('aria-pressed', 'true');
  expect(listed()).toContain(third);
  await inView();
  await answers.getByRole('button', { name: 'So-so' }).click();
  await expect.poll(listed).not.toContain(third);
  await press('u', 'u', 'u');
  await expect.poll(listed).toEqual(before);
});

test('for you: gives back the list of before when the last click is undone by a key', async () => {
  await openApp({ at: '/for-you' });
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  await row(before[0])
    .getByRole('button', { name: /^Like / })
    .click();
  await expect.poll(listed).not.toContain(before[0]);
  await press('u');
  await expect.poll(listed).toEqual(before);
  await see(page.getByText(`Undone: your like of ${before[0]}.`));
});

test('for you: keeps a film out of the list when it is put away, and brings it back when asked', async () => {
  const app = await openApp({ at: '/for-you' });
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  const putAway = async () => {
    await inView();
    await row(before[0])
      .getByRole('button', { name: /^Not in this list again/ })
      .click();
  };
  await putAway();
  await see(page.getByText(`${before[0]} will not be in this list again.`));
  await expect.poll(() => listed()[0]).toBe(before[1]);
  await button('Bring it back').click();
  await expect.poll(listed).toEqual(before);

  await putAway();
  await expect.poll(() => listed()[0]).toBe(before[1]);
  await app.reload();
  await expect.poll(() => listed()[0]).toBe(before[1]);
  await goTo('My ratings');
  await see(heading('Nothing rated yet'));
  await seeNothingOf(link('History'));
});

test('for you: shows one film of a series, unfolds the others to be judged, and lets the next stand for it', async () => {
  await openApp({ at: '/for-you', series: [[1, 2, 3, 30]] });
  await expect.poll(() => listed().length).toBe(50);
  const parts = ['Film 1', 'Film 2', 'Film 3', 'Film 30'];
  const standing = listed().filter((title) => parts.includes(title ?? ''));
  expect(standing).toHaveLength(1);
  const [first = ''] = standing as string[];
  const more = row(first).getByRole('button', { name: 'and 3 more of the series' });
  await more.click();
  await expect.element(more).toHaveAttribute('aria-expanded', 'true');
  const fold = page.getByRole('list', { name: /^More of the series of / });
  const folded = () =>
    fold
      .getByRole('heading', { level: 4 })
      .elements()
      .map(({ textContent }) => textContent ?? '');
  await expect.poll(() => folded().length).toBe(3);
  expect([first, ...folded()].sort()).toEqual([...parts].sort());

  const [second, third] = folded();
  await inView();
  await fold.getByRole('button', { name: new RegExp(`^Like ${third} `) }).click();
  await see(page.getByText(`You liked ${third}.`, { exact: false }));
  await expect.poll(() => folded().length).toBe(2);
  await press('u');
  await expect.poll(() => [first, ...folded()]).toEqual([first, second, third, expect.anything()]);
  await inView();
  await row(first)
    .getByRole('button', { name: new RegExp(`^${first} .*was so-so$`) })
    .click();
  await expect.poll(listed).not.toContain(first);
  await expect.poll(listed).toContain(second);
  expect(listed()).toHaveLength(50);
});
