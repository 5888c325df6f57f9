import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import { button, focus, goTo, heading, judge, link, listed, press, region, say, see } from './steps';

const slider = () => page.getByRole('slider', { name: 'Moment' });
/** Titles of the list of a moment; the year and what became of a film are left out. */
const listThen = () =>
  region(/^Your list (now|then)$/)
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => /Film \d+/.exec(textContent)?.[0]);
const saidThen = () =>
  region('What you had said')
    .getByRole('listitem')
    .elements()
    .map(
      (line) =>
        `${line.querySelector('[role=img]')?.getAttribute('aria-label')} ${/Film \d+/.exec(line.textContent)?.[0]}`,
    );

/** The first films of the whole list. */
async function listNow(): Promise<(string | null)[]> {
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  return listed().slice(0, 12);
}

async function openHistory(): Promise<void> {
  await goTo('My ratings');
  await link('History').click();
  await see(page.getByRole('heading', { level: 1, name: 'History' }));
}

test('history: says so when there is no past', async () => {
  await openApp({ at: '/my-ratings/history' });
  await see(heading('No past yet'));
  await button('Rate films').click();
  await see(page.getByText('Do you like it?'));
});

test('history: shows the list and the answers of a moment as they were when one goes back to it', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await say('Dislike', 'Film 9');
  const then = await listNow();
  await goTo('Rate');
  await say('Like', 'Film 2');
  const now = await listNow();
  expect(now).not.toEqual(then);
  await openHistory();
  await see(page.getByText(/^After your 3rd click, 17 October 2016, 12:0\d: liked Film 2\. This is now\.$/));
  expect(listThen()).toEqual(now);
  await button('One back').click();
  await see(page.getByText(/^After your 2nd click, .*: disliked Film 9\.$/));
  expect(listThen()).toEqual(then);
  expect(saidThen()).toEqual(['disliked Film 9', 'liked Film 4']);
  await button('To the present').click();
  await see(page.getByText(/This is now\.$/));
  expect(listThen()).toEqual(now);
});

test('history: makes a past moment the present when asked, and one undo takes that back', async () => {
  await openApp();
  await say('Like', 'Film 4');
  const then = await listNow();
  await goTo('Rate');
  await say('Like', 'Film 9', 'Film 2');
  await say('Dislike', 'Film 4');
  const present = await listNow();
  await openHistory();
  await button('Ten back').click();
  await see(page.getByText('Before your first click.'));
  expect(saidThen()).toEqual([]);
  await button('One forward').click();
  await button('Go back to here').click();
  await see(page.getByText('You went back. Everything since is still in the history.'));
  expect(listThen()).toEqual(then);
  expect(saidThen()).toEqual(['liked Film 4']);
  expect(await listNow()).toEqual(then);

  await openHistory();
  await see(page.getByText(/^After your 5th click, .*: changed 3 films at once\. This is now\.$/));
  await goTo('My ratings');
  await button('Undo').click();
  await see(page.getByText('Undone: the change to 3 films.'));
  expect(await listNow()).toEqual(present);
});

test('history: goes through the past with the keys of a slider and says where it is', async () => {
  await openApp();
  for (let click = 0; click < 12; click++) await judge('Like');
  await openHistory();
  const after = (click: string) =>
    expect
      .element(slider())
      .toHaveAttribute('aria-valuetext', expect.stringContaining(`After your ${click} click`));
  await focus(slider());
  await press('{ArrowLeft}');
  await after('11th');
  await press('{PageDown}');
  await after('1st');
  await press('{Home}');
  await see(page.getByText('Before your first click.'));
  expect(saidThen()).toEqual([]);
  await press('{PageUp}');
  await after('10th');
  await press('{End}');
  await see(page.getByText(/This is now\.$/));
  expect(saidThen()).toHaveLength(12);
});
