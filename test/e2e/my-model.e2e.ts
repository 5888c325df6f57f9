import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { events, goTo, newPerson, ready, settle, soon, stateHash } from './screens';
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
  await button.click();
  await soon(() => button.getAttribute('aria-pressed')).toBe('true');
}

/** Start and score as the picture shows them, and as the model has them. */
async function sums(title: string) {
  const shown = await network().getByTestId('sum').locator('text').allTextContents();
  const exact = await page.evaluate((wanted) => {
    const { model, session } = window.weightless;
    const { status } = session.getState();
    if (status.phase !== 'ready') throw new Error(`The session is ${status.phase}.`);
    const why = model.getState().explain(status.library.catalogue.title.indexOf(wanted));
    return why && [why.start, why.score].map((value) => (Math.round(100 * value) / 100).toFixed(2));
  }, title);
  return { shown, exact };
}

test('an empty model is shown as such, with a network that lies dark', async () => {
  await page.getByText('Nothing yet: its memory is empty.').waitFor();
  expect(await network().getByRole('radio').count()).toBe(24);
  expect(await litNodes()).toBe(0);
  await network()
    .getByText(/^None of the \d+ nodes recalls anything yet/)
    .waitFor();
  expect(await figure('cells written')).toMatch(/^0 of /);
  await page.getByText('The chart begins with your first click.').waitFor();
});

test('films judged in the picture show as traits at once, and undoing them restores everything', async () => {
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

test('the picture stays under the pointer while the traits above it grow', async () => {
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

test('the picture adds up to the score that orders the list', async () => {
  await say('Like', 'Alien', 1979);
  await say('Dislike', 'Titanic', 1997);
  await look('Aliens', 1986);
  const { shown, exact } = await sums('Aliens');
  expect(exact).not.toBeNull();
  const [start, score] = exact ?? [];
  expect(shown).toContain(`start ${start}`);
  expect(shown).toContain(`score ${score}`);
  const votes = shown.filter((text) => /^[+−]/.test(text)).map((text) => Number(text.replace('−', '-')));
  const sum = votes.reduce((total, vote) => total + vote, Number(start));
  expect(sum.toFixed(2)).toBe(score);

  await network().getByRole('button', { name: 'The same as a table' }).click();
  const rows = network().getByRole('table').locator('tbody tr td:last-child');
  const cells = (await rows.allInnerTexts()).map((text) => Number(text.replace('−', '-')));
  const total = cells.slice(0, -1).reduce((sum, cell) => sum + cell, 0);
  expect(Math.abs(total - cells[cells.length - 1])).toBeLessThan(0.002);
});

test('the nodes are opened with the keyboard and say what they hold', async () => {
  await say('Like', 'Alien', 1979);
  await look('Aliens', 1986);
  await network().locator('[role="radio"][tabindex="0"]').focus();
  const chosen = () => network().locator('[role="radio"][aria-checked="true"]').getAttribute('aria-label');
  const detail = page.getByRole('region', { name: 'The chosen node' });
  const seen = new Set<string | null>();
  for (let press = 0; press < 24; press++) {
    const before = await chosen();
    await page.keyboard.press('ArrowRight');
    await soon(chosen).not.toBe(before);
    const name = await chosen();
    seen.add(name);
    const node = /^Node \d+/.exec(name ?? '')?.[0] ?? '';
    expect(await detail.getByRole('heading').textContent()).toBe(node);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name);
  }
  expect(seen.size).toBe(24);
  await detail.getByText('1 like and 0 dislikes of yours (Alien (1979))').waitFor();
});

test('a click flashes in the cells it writes, but not for those who asked for stillness', async () => {
  const flashing = () =>
    page.evaluate(async () => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === 'Like')?.click();
      // The screen is drawn in microtasks of the click; animations start with the styles that are asked for here.
      await Promise.resolve();
      await Promise.resolve();
      const running = document.getAnimations().filter(({ playState }) => playState === 'running');
      return { drawn: document.querySelectorAll('[data-testid="flash"]').length, running: running.length };
    });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await look('Alien', 1979);
  const moving = await flashing();
  expect(moving.drawn).toBeGreaterThan(10);
  expect(moving.running).toBeGreaterThan(10);

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await ready(page);
  await look('Aliens', 1986);
  expect((await flashing()).running).toBe(0);
});

test('the screen opens by its address, and its name fits the bar of small phones', async () => {
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
