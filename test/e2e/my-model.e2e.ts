import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { events, goTo, inView, newPerson, ready, settle, soon, stateHash } from './screens';
import { newVisitor, type Visitor } from './visitor';

let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  visitor = await newVisitor({ reducedMotion: 'reduce' });
  await visitor.open();
  page = visitor.page;
  await ready(page);
});
beforeEach(async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await newPerson(page);
  await goTo(page, 'My model');
});
afterAll(() => visitor.leave());

const network = () => page.getByRole('region', { name: 'The network at work' });
const traits = (side: 'You go for' | 'You avoid') =>
  page.getByRole('region', { name: side }).getByTestId('trait').allInnerTexts();
const strongest = async (side: 'You go for' | 'You avoid') => (await traits(side)).slice(0, 3);
const litNodes = () =>
  network()
    .getByRole('radio', { name: / votes / })
    .count();
const figure = (name: string) =>
  page
    .getByRole('region', { name: 'Memory used' })
    .locator('dl > div', { hasText: name })
    .getByRole('definition')
    .textContent();

/** Takes a film into the picture by its title. */
async function look(title: string, year: number): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill(title);
  // Films judged before say so between title and year.
  const found = page.getByRole('option', { name: new RegExp(`^${title}( liked| disliked)? ${year}`) });
  await found.first().click();
  await network()
    .getByRole('heading', { name: `${title} (${year})` })
    .waitFor();
}

async function say(answer: 'Like' | 'Dislike', title: string, year: number): Promise<void> {
  await look(title, year);
  const button = network().getByRole('button', { name: answer, exact: true });
  await inView(page);
  await button.click();
  await soon(() => button.getAttribute('aria-pressed')).toBe('true');
}

test('my model: shows traits at once when films are judged in the picture, and restores everything when that is undone', async () => {
  await look('Alien', 1979);
  const main = page.locator('main');
  const first = await main.textContent();
  await network().getByRole('button', { name: 'Like', exact: true }).click();
  await soon(() => traits('You go for')).toContain('Horror');
  await soon(litNodes).toBe(24);
  expect((await events(page)).map(({ kind, place }) => `${kind} ${place}`)).toEqual(['like my-model']);

  await say('Like', 'The Shining', 1980);
  await say('Like', 'Halloween', 1978);
  await say('Dislike', 'Titanic', 1997);
  await say('Dislike', 'Notting Hill', 1999);
  await soon(() => strongest('You go for')).toContain('Horror');
  await soon(() => strongest('You avoid')).toContain('Romance');
  expect(await figure('cells written')).not.toMatch(/^0 of /);
  await page.getByText('After 5 clicks').waitFor();

  await page.reload();
  await ready(page);
  await soon(() => strongest('You avoid')).toContain('Romance');

  await look('Alien', 1979);
  const undo = network().getByRole('button', { name: 'Undo' });
  for (let click = 0; click < 5; click++) await undo.click();
  await soon(() => undo.isDisabled()).toBe(true);
  await page.getByText('Nothing yet: its memory is empty.').waitFor();
  const { state, empty } = await stateHash(page);
  expect(state).toBe(empty);
  expect(await litNodes()).toBe(0);
  // Only the log remembers: what is said of the last click, and the chart of how the model came about.
  const untilPicture = (text: string | null) => text?.split('Take a film')[0];
  expect(untilPicture(await main.textContent())).toBe(untilPicture(first));
  await settle(page);
  expect(visitor.errors).toEqual([]);
});

test('my model: keeps the picture under the pointer when the traits above it grow', async () => {
  await page.evaluate(() => window.scrollTo(0, 0));
  const like = network().getByRole('button', { name: 'Like', exact: true });
  const top = async () => Math.round((await like.boundingBox())?.y ?? Number.NaN);
  const before = await top();
  expect(before).toBeLessThan(800);
  await like.click();
  await soon(() => traits('You go for').then(({ length }) => length)).toBeGreaterThan(0);
  await page.getByText('After 1 click').waitFor();
  await soon(top).toBe(before);
});

test('my model: opens by its address, and fits its name into the bar when the phone is small', async () => {
  const phone = await newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  try {
    await phone.open('#/my-model');
    await ready(phone.page);
    await phone.page.getByRole('heading', { name: 'My model', level: 1 }).waitFor();
    for (const width of [390, 320]) {
      await phone.page.setViewportSize({ width, height: 700 });
      const labels = await phone.page
        .getByRole('navigation')
        .getByRole('link')
        .locator('span')
        .evaluateAll((spans) =>
          spans.map((span) => {
            const { left, right, height } = span.getBoundingClientRect();
            const link = span.parentElement?.getBoundingClientRect();
            return {
              text: span.textContent,
              oneLine: height < 24,
              inside: link !== undefined && left >= link.left && right <= link.right,
            };
          }),
        );
      expect(labels.map(({ text }) => text)).toContain('My model');
      for (const label of labels) expect(label).toMatchObject({ oneLine: true, inside: true });
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    expect(phone.errors).toEqual([]);
  } finally {
    await phone.leave();
  }
});
