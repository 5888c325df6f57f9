import { afterEach, expect, test } from 'vitest';
import { goTo, judge, opinions, ready, settle } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
afterEach(() => visitor.leave());

test('a part that cannot be loaded costs nothing that is not kept, and is loaded when it can be had', async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce', serviceWorkers: 'block' });
  await visitor.context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
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

test('a page whose script never comes says so and what to do', async () => {
  visitor = await newVisitor({ serviceWorkers: 'block' });
  const { page } = visitor;
  let missing = true;
  await page.route('**/assets/index-*.js', (route) =>
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
