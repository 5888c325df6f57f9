import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { DAY, openApp } from './small-app';
import { button, dialog, goTo, heading, link, listed, press, say, see, seeNothingOf } from './steps';

const inDialog = (name: string | RegExp) => dialog().getByRole('button', { name, exact: true });
const rated = () =>
  page
    .getByRole('radiogroup')
    .elements()
    .map((answers) => /Film \d+/.exec(answers.getAttribute('aria-label') ?? '')?.[0]);
/** What the fingerprints of a check say. */
const prints = () => /([0-9a-f]{64}).*?([0-9a-f]{64})/.exec(dialog().element().textContent)?.slice(1);

/** Says two films three days ago and two today. */
async function openWithTwoDays(): Promise<{ before: (string | null)[] }> {
  const app = await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  app.pass(3 * DAY);
  await goTo('Rate');
  await say('Like', 'Film 2', 'Film 15');
  await goTo('My ratings');
  await expect.poll(() => rated().length).toBe(4);
  return { before };
}

async function expectList(list: (string | null)[]): Promise<void> {
  await goTo('For you');
  await expect.poll(listed).toEqual(list);
}

test('forget: leaves no trace of a film on any screen when it is erased for good', async () => {
  const app = await openApp();
  await say('Like', 'Film 4');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  await goTo('Rate');
  await say('Like', 'Film 9');
  await press('u');
  await say('Like', 'Film 9');
  await goTo('My ratings');
  await page.getByRole('button', { name: /^More about Film 9 / }).click();
  await inDialog('Erase for good…').click();
  await see(dialog().getByText(/^Everything you ever said of it goes: 3 clicks, undone ones included\./));
  await see(dialog().getByText('This cannot be undone.'));
  await inDialog('Erase for good').click();
  await see(dialog().getByText(/^Erased\. Nothing of it is left in this browser/));
  await inDialog(/^Check that nothing else is remembered$/).click();
  await see(dialog().getByText('Identical.'));
  const [mine, fresh] = prints() ?? [];
  expect(mine).toMatch(/^[0-9a-f]{64}$/);
  expect(fresh).toBe(mine);
  await inDialog('Done').click();
  await seeNothingOf(dialog());

  expect(rated()).toEqual(['Film 4']);
  await link('History').click();
  await see(page.getByText(/^After your 1st click, .* liked Film 4\. This is now\.$/));
  await expectList(before);
  await app.reload();
  await expect.poll(listed).toEqual(before);
  // The undo steps know nothing of it either.
  await press('u');
  await see(page.getByText(/You have not rated anything yet/));
  await expect.element(button('Undo')).toBeDisabled();
});

test('forget: is not told as a turn of a control when a film was put away before', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  await page
    .getByRole('button', { name: /^Not in this list again: / })
    .first()
    .click();
  await see(page.getByText(/will not be in this list again/));
  await goTo('My ratings');
  await page.getByRole('button', { name: /^More about Film 9 / }).click();
  await inDialog('Erase for good…').click();
  await inDialog('Erase for good').click();
  await inDialog('Done').click();
  await goTo('For you');
  await see(page.getByText(/^Like or dislike what you have seen/));
  await seeNothingOf(page.getByText(/will not be in this list again|^Tuned/));
});

test('forget: takes back all from a day at once when asked, and one undo brings it back', async () => {
  const { before } = await openWithTwoDays();
  await page.getByRole('button', { name: 'Forget 20 October 2016' }).click();
  await see(dialog().getByText(/^2 ratings from 20 October 2016\./));
  await inDialog('Remove 2 ratings').click();
  await seeNothingOf(dialog());
  await see(page.getByText('Took back 2 films.'));
  expect(rated()).toEqual(['Film 9', 'Film 4']);
  await expectList(before);
  await goTo('My ratings');
  await button('Undo').click();
  await expect.poll(() => rated().sort()).toEqual(['Film 15', 'Film 2', 'Film 4', 'Film 9']);
});

test('forget: erases a day for good only after it has asked once more', async () => {
  const { before } = await openWithTwoDays();
  await button('Forget…').click();
  await expect.element(dialog().getByLabelText('Day', { exact: true })).toHaveValue('2016-10-20');
  await inDialog('Erase for good…').click();
  await see(dialog().getByText(/^2 films and 2 clicks go, undone ones included\./));
  await inDialog('Keep').click();
  await see(dialog().getByText(/^2 ratings from/));
  await inDialog('Erase for good…').click();
  await inDialog('Erase for good').click();
  await inDialog('Done').click();
  await seeNothingOf(dialog());
  expect(rated()).toEqual(['Film 9', 'Film 4']);
  await link('History').click();
  await see(page.getByText(/^After your 2nd click, .* This is now\.$/));
  await expectList(before);
});

test('forget: counts what lies before a day, and says when there is nothing', async () => {
  await openWithTwoDays();
  await button('Forget…').click();
  await dialog().getByRole('radio', { name: 'Everything before a day' }).click();
  await see(dialog().getByText(/^2 ratings before 20 October 2016\./));
  await dialog().getByLabelText('Day', { exact: true }).fill('2016-10-17');
  await see(dialog().getByText('There is nothing to forget there.'));
  await expect.element(inDialog('Erase for good…')).toBeDisabled();
  await expect.element(inDialog('Remove 0 ratings')).toBeDisabled();
});

test('forget: leaves a browser as new when everything is erased', async () => {
  await openApp({ at: '/for-you' });
  await expect.poll(() => listed().length).toBe(50);
  const newcomer = listed();
  await goTo('Rate');
  await say('Like', 'Film 4');
  await say('Dislike', 'Film 9');
  await goTo('My ratings');
  await button('Forget…').click();
  await dialog().getByRole('radio', { name: 'Everything', exact: true }).click();
  await see(dialog().getByText(/^2 ratings\. Removing them can be undone\./));
  await inDialog('Erase for good…').click();
  await see(dialog().getByRole('heading', { name: 'Erase everything for good?' }));
  await inDialog('Erase for good').click();
  await inDialog('Done').click();
  await see(heading('Nothing rated yet'));
  await seeNothingOf(link('History'));
  await expectList(newcomer);
});
