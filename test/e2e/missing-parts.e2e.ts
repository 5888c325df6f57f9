import { afterEach, expect, test } from 'vitest';
import { goTo, judge, opinions, ready, settle, soon } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

/** Where nothing is kept, the page is not loaded anew for a part that is missing. */
const keepNothing = () =>
  visitor.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });

test('a part that cannot be loaded costs nothing that is not kept, and is loaded when it can be had', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await keepNothing();
  const { page } = visitor;
  let missing = true;
  await page.route('**/assets/MyModelScreen-*.js', (route) =>
    missing ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await visitor.open();
  await ready(page);
  await judge(page, 'Like');
  await settle(page);
  await page.getByRole('navigation').getByRole('link', { name: 'My model', exact: true }).click();
  const alert = page.getByRole('alert');
  await alert.getByText('This screen does not open').waitFor();
  await alert.getByText('is not kept and would be lost').waitFor();
  await goTo(page, 'Rate');
  expect(await opinions(page)).toHaveLength(1);
  missing = false;
  await goTo(page, 'My model');
  await page.getByRole('heading', { level: 1, name: 'My model' }).waitFor();
  expect(await opinions(page)).toHaveLength(1);
});

test('the menu of people that cannot be loaded says so, and opens by the keyboard when it can be had', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await keepNothing();
  const { page } = visitor;
  let missing = true;
  await page.route('**/assets/PeopleMenu-*.js', (route) =>
    missing ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await visitor.open();
  await ready(page);
  await judge(page, 'Like');
  const menu = page.getByRole('button', { name: 'Profile: You' });
  await menu.click();
  await page.getByRole('alert').getByText('The menu could not be loaded').waitFor();
  missing = false;
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Add a person' }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await soon(focused).toBe('You');
  await page.keyboard.press('ArrowDown');
  await soon(focused).toBe('Add a person');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await soon(() => menu.evaluate((button) => button === document.activeElement)).toBe(true);
});

test('a page whose script never comes says so and what to do', async () => {
  visitor = await newVisitor();
  const { page } = visitor;
  let missing = true;
  await page.route('**/assets/first-*.js', (route) =>
    missing ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await visitor.open();
  const words = page.getByText('Weightless has not started');
  expect(await words.isVisible()).toBe(false);
  await words.waitFor({ timeout: 20_000 });
  missing = false;
  await page.getByRole('link', { name: 'Load the page again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Rate films' }).waitFor();
  expect(await words.count()).toBe(0);
});
