import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DAY, goToAddress, openApp } from './small-app';
import { button, dialog, goTo, heading, inView, link, listed, press, say, see, seeNothingOf } from './steps';

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

test('my ratings: counts so-so as an answer of its own, shows it alone when asked, and changes it', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await say('So-so', 'Film 2');
  await say('Dislike', 'Film 7');
  await goTo('My ratings');
  const shown = page.getByRole('group', { name: 'Answers shown' });
  const only = (name: string | RegExp) => shown.getByRole('button', { name });
  await expect.element(only(/^All/)).toHaveTextContent(/4$/);
  await only(/^So-so/).click();
  expect(rated()).toEqual(['Film 2']);
  await inView();
  await answers('Film 2').getByText('Like', { exact: true }).click();
  // With its last film the answer is no choice any more.
  await expect.poll(rated).toHaveLength(4);
  await seeNothingOf(only(/^So-so/));
  await expect.element(only(/^All/)).toHaveAttribute('aria-pressed', 'true');
  await only(/^Liked/).click();
  await expect.poll(rated).toEqual(['Film 2', 'Film 9', 'Film 4']);
  // The list has an address of its own.
  expect(window.location.hash).toBe('#/my-ratings?only=like');
  goToAddress('/my-ratings?only=dislike');
  await expect.poll(rated).toEqual(['Film 7']);
  await only(/^Liked/).click();
  await button('Undo').click();
  await see(page.getByText('Undone: your like of Film 2.'));
  await expect.poll(rated).toEqual(['Film 9', 'Film 4']);
});

const FIVE = ['Film 4', 'Film 9', 'Film 2', 'Film 7', 'Film 12'];
const offer = (count: number) => page.getByText(`${count} dislikes were given without So-so to choose from.`);

test('old dislikes: are offered to be gone through when five stand, and each is answered anew or kept', async () => {
  const app = await openApp();
  await say('Dislike', ...FIVE.slice(1));
  await say('Like', 'Film 20');
  await app.forgetSoSo();
  await goTo('My ratings');
  await see(heading('Film 20'));
  await seeNothingOf(button('Go through them'));
  await goTo('Rate');
  // Given among three answers, it is none of them.
  await say('Dislike', 'Film 30');
  await goTo('My ratings');
  await see(heading('Film 30'));
  await seeNothingOf(button('Go through them'));
  await button('Undo').click();
  await goTo('Rate');
  await say('Dislike', FIVE[0]);
  await app.forgetSoSo();
  await goTo('My ratings');
  await see(offer(5));
  await button('Go through them').click();
  await see(heading('Disliked, or only so-so?'));
  await inView();
  expect(rated().sort()).toEqual([...FIVE].sort());

  await page.getByRole('button', { name: /^Film 9 \(\d+\) was so-so$/ }).click();
  await see(page.getByText(/^Film 9 was so-so\./));
  await expect.poll(rated).toHaveLength(4);
  await inView();
  await page.getByRole('button', { name: /^Keep Film 2 / }).click();
  await expect.poll(rated).toHaveLength(3);
  await press('u');
  await expect.poll(rated).toHaveLength(4);
  await button('Back to all ratings').click();
  await expect.poll(rated).toHaveLength(6);
  await seeNothingOf(button('Go through them'));
  await expect.element(answers('Film 9').getByRole('radio', { name: 'So-so' })).toBeChecked();
  await expect.element(answers('Film 2').getByRole('radio', { name: 'Dislike' })).toBeChecked();
});

test('old dislikes: lead back to all ratings when the last of them was answered', async () => {
  const app = await openApp();
  await say('Dislike', ...FIVE);
  await app.forgetSoSo();
  await goTo('My ratings');
  await button('Go through them').click();
  for (let left = FIVE.length; left > 0; left--) {
    await inView();
    await expect.poll(rated).toHaveLength(left);
    await page
      .getByRole('button', { name: / was so-so$/ })
      .first()
      .click();
    if (left > 1) await expect.poll(rated).toHaveLength(left - 1);
  }
  await seeNothingOf(heading('Disliked, or only so-so?'));
  expect(rated().sort()).toEqual([...FIVE].sort());
  await see(answers('Film 4'));
});

test('old dislikes: are not offered again when that was declined, after a reload neither', async () => {
  const app = await openApp();
  await say('Dislike', ...FIVE);
  await app.forgetSoSo();
  await goTo('My ratings');
  await see(offer(5));
  await button('Don’t offer this again').click();
  await seeNothingOf(offer(5));
  await app.reload();
  await see(page.getByText('0 liked, 5 disliked. Change or remove any of them.'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await seeNothingOf(offer(5));
});

test('my ratings: tells nothing of a tuning, which does not change what was rated', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await page
    .getByRole('button', { name: /^Not in this list again: / })
    .first()
    .click();
  const tuned = page.getByText(/will not be in this list again/);
  await see(tuned);
  await goTo('My ratings');
  await see(page.getByText('2 liked, 0 disliked. Change or remove any of them.'));
  await seeNothingOf(tuned);
});
