import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DAY, openApp } from './small-app';
import { button, dialog, goTo, heading, link, listed, say, see, seeNothingOf } from './steps';

const answers = (title: string) =>
  page.getByRole('radiogroup', { name: new RegExp(`^Your answer to ${title} `) });
/** Titles of what was rated, the last said first. */
const rated = () =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .getByRole('heading', { level: 3 })
    .elements()
    .map(({ textContent }) => textContent);

test('my ratings: says so and leads to rating when nothing is rated', async () => {
  await openApp({ at: '/my-ratings' });
  await see(heading('Nothing rated yet'));
  await expect.element(button('Undo')).toBeDisabled();
  await expect.element(button('Redo')).toBeDisabled();
  await seeNothingOf(button('Forget…'));
  await button('Rate films').click();
  await see(page.getByText('Do you like it?'));
});

test('my ratings: lists answers by day, the last first, when films were rated on several days', async () => {
  const app = await openApp();
  await say('Like', 'Film 4', 'Film 9');
  app.pass(2 * DAY);
  await say('Dislike', 'Film 2');
  await goTo('My ratings');
  await see(
    page
      .getByText('2 liked, 1 disliked. Change or remove any of them.')
      .or(page.getByText(/^You disliked Film 2\./)),
  );
  expect(rated()).toEqual(['Film 2', 'Film 9', 'Film 4']);
  const days = page.getByRole('region', { name: /^\d+ October 2016$/ });
  expect(days.elements().map((day) => day.getAttribute('aria-label'))).toEqual([
    '19 October 2016',
    '17 October 2016',
  ]);
  await app.reload();
  await see(page.getByText('2 liked, 1 disliked. Change or remove any of them.'));
  expect(rated()).toEqual(['Film 2', 'Film 9', 'Film 4']);
});

test('my ratings: moves the list as if the other answer had been given when an answer is changed', async () => {
  await openApp();
  await say('Dislike', 'Film 4');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const disliked = listed();
  await goTo('Rate');
  await say('Like', 'Film 4');
  await goTo('My ratings');
  await expect.element(answers('Film 4').getByRole('radio', { name: 'Like', exact: true })).toBeChecked();
  await answers('Film 4').getByText('Dislike', { exact: true }).click();
  await expect.element(answers('Film 4').getByRole('radio', { name: 'Dislike' })).toBeChecked();
  await see(page.getByText(/^You disliked Film 4\./));
  await goTo('For you');
  await expect.poll(listed).toEqual(disliked);
});

test('my ratings: gives a film back to the list when its rating is removed, and undoes and redoes that', async () => {
  await openApp({ at: '/for-you' });
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  await page.getByRole('button', { name: new RegExp(`^Like ${before[0]} `) }).click();
  await expect.poll(listed).not.toContain(before[0]);
  await goTo('My ratings');
  await page.getByRole('button', { name: new RegExp(`^Remove ${before[0]} `) }).click();
  await see(heading('Nothing rated yet'));
  await goTo('For you');
  await expect.poll(listed).toEqual(before);

  await goTo('My ratings');
  await button('Undo').click();
  await see(page.getByText(`Undone: taking back ${before[0]}.`));
  expect(rated()).toEqual([before[0]]);
  await button('Redo').click();
  await see(heading('Nothing rated yet'));
  await expect.element(button('Redo')).toBeDisabled();
});

test('my ratings: takes a film out of the model but not out of the list of answers when it is not seen', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await goTo('My ratings');
  await answers('Film 4').getByText('Not seen', { exact: true }).click();
  await see(page.getByText("You haven't seen Film 4."));
  expect(rated()).toEqual(['Film 4']);
  await goTo('For you');
  await see(page.getByText(/You have not rated anything yet/));
});

test('film dialog: tells all that was ever said of a film when it is opened, and removes it when asked', async () => {
  const app = await openApp();
  await say('Like', 'Film 4');
  app.pass(DAY);
  await say('Dislike', 'Film 4');
  await goTo('My ratings');
  await page.getByRole('button', { name: /^More about Film 4 / }).click();
  await see(dialog().getByRole('heading', { name: /^Film 4 \(\d+\)$/ }));
  const past = dialog()
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);
  expect(past).toEqual([
    expect.stringMatching(/^17 October 2016, 12:0\d liked$/),
    expect.stringMatching(/^18 October 2016, 12:0\d disliked$/),
  ]);
  await seeNothingOf(dialog().getByLabelText('Filed under'));
  await dialog().getByRole('button', { name: 'Remove' }).click();
  await seeNothingOf(dialog());
  await see(heading('Nothing rated yet'));
  await button('Undo').click();
  expect(rated()).toEqual(['Film 4']);
  await see(link('History'));
});
