import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { events, filmToJudge, goTo, inView, newPerson, opinions, ready, soon, titleShown } from './screens';
import { scene } from './talk-steps';
import { newVisitor, type Visitor } from './visitor';

/** How long a key is held, in milliseconds, and how often the system repeats it. */
const HELD_MS = 1500;
const REPEAT_MS = 33;

/** Holds a key as a keyboard does: all but the first press carry the repeat flag. */
async function hold(page: Page, key: string): Promise<void> {
  for (let held = 0; held < HELD_MS; held += REPEAT_MS) {
    await page.keyboard.down(key);
    await page.waitForTimeout(REPEAT_MS);
  }
  await page.keyboard.up(key);
}

const kinds = async (page: Page) => (await events(page)).map(({ kind }) => kind);
const answer = (page: Page, name: string) => filmToJudge(page).getByRole('button', { name, exact: true });

/** What the page does with a press that came too early: nothing, now and later. */
async function stays(page: Page, expected: string[]): Promise<void> {
  await inView(page);
  expect(await kinds(page)).toEqual(expected);
}

describe.each([['no-preference'], ['reduce']] as const)('with motion: %s', (reducedMotion) => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await newVisitor({ reducedMotion });
    await visitor.open();
    page = visitor.page;
    await ready(page);
  });
  beforeEach(async () => {
    await newPerson(page);
    await inView(page);
  });
  afterAll(() => visitor.leave());

  test.each([
    ['l', 'like'],
    ['d', 'dislike'],
    ['ArrowDown', 'unseen'],
  ])('Rate: judges one film when %s is held for a second and a half', async (key, kind) => {
    await hold(page, key);
    await stays(page, [kind]);
  });

  test('Rate: judges one film when Enter is held on Like', async () => {
    await answer(page, 'Like').focus();
    await hold(page, 'Enter');
    await stays(page, ['like']);
  });

  test('Rate: judges one film when Space is held on Like', async () => {
    await answer(page, 'Like').focus();
    await hold(page, ' ');
    await stays(page, ['like']);
  });

  test('Rate: judges one film when L is pressed twice within 20 ms', async () => {
    await page.keyboard.press('l');
    await page.keyboard.press('l');
    await stays(page, ['like']);
    await page.keyboard.press('l');
    await stays(page, ['like', 'like']);
  });

  test.each([[0], [150]])(
    'Rate: judges one film when Like is double clicked, with %i ms between',
    async (delay) => {
      const box = await answer(page, 'Like').boundingBox();
      if (!box) throw new Error('Like is not on the page.');
      const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
      const again = async () => {
        await page.waitForTimeout(delay);
        await page.mouse.click(...at, { clickCount: 2 });
      };
      await Promise.all([page.mouse.click(...at), again()]);
      await stays(page, ['like']);
    },
  );

  test('Rate: judges one film of the list when Like in its row is double clicked', async () => {
    await page
      .getByRole('button', { name: /^Like ./ })
      .nth(1)
      .dblclick();
    await stays(page, ['like']);
  });

  test('For you: judges one film when Enter is held on Like in its row', async () => {
    await goTo(page, 'For you');
    await page
      .getByRole('button', { name: /^Like ./ })
      .nth(1)
      .focus();
    await hold(page, 'Enter');
    await stays(page, ['like']);
  });

  test('Undo: goes on as long as U is held', async () => {
    for (const key of ['l', 'd', 'n']) {
      await page.keyboard.press(key);
      await inView(page);
    }
    await hold(page, 'u');
    await stays(page, ['like', 'dislike', 'unseen', 'undo', 'undo', 'undo']);
  });
});

describe('behind what is open', () => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await newVisitor();
    await visitor.open();
    page = visitor.page;
    await ready(page);
  });
  beforeEach(async () => {
    await newPerson(page);
    await inView(page);
    await page.keyboard.press('l');
    await stays(page, ['like']);
  });
  afterAll(() => visitor.leave());

  const pressAll = async () => {
    for (const key of ['l', 'd', 'n', 'u', 'ArrowRight', 'Control+z', 'Meta+z']) {
      await page.keyboard.press(key);
      await inView(page);
    }
  };
  const person = () => page.getByRole('button', { name: /^Profile: / });

  test('a menu: no key judges or takes back', async () => {
    await person().click();
    await page.getByRole('menu').waitFor();
    await pressAll();
    await stays(page, ['like']);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });

  test('a dialog: no key judges or takes back, and it is judged again when the dialog is closed', async () => {
    await person().click();
    await page.getByRole('menuitem', { name: /^Delete/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await pressAll();
    await stays(page, ['like']);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('d');
    await stays(page, ['like', 'dislike']);
  });

  test('a popover: no key judges or takes back', async () => {
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByText('Your ratings are kept in this browser').waitFor();
    await pressAll();
    await stays(page, ['like']);
    await page.keyboard.press('Escape');
  });

  test('a dialog of My ratings: no key takes back', async () => {
    await goTo(page, 'My ratings');
    await page.getByRole('button', { name: /^More about / }).click();
    await page.getByRole('dialog').waitFor();
    await pressAll();
    await stays(page, ['like']);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('u');
    await stays(page, ['like', 'undo']);
  });

  test('the search: keys are written, Ctrl+Z takes back what was written and nothing else', async () => {
    const box = page.getByRole('searchbox');
    await box.focus();
    // The search takes the place of its field once its code has come; what was written before is kept, and not undone by keys.
    await box.and(page.locator('[aria-haspopup="listbox"]')).waitFor();
    await page.keyboard.type('dull');
    await page.keyboard.press('ArrowLeft');
    expect(await box.inputValue()).toBe('dull');
    await page.keyboard.press('Control+z');
    expect(await box.inputValue()).not.toBe('dull');
    await stays(page, ['like']);
    await page.keyboard.press('Escape');
  });

  test('a choice: its letters choose, and judge nothing', async () => {
    await page.evaluate(() => window.weightless.moods.getState().create('like a holiday'));
    const choice = page.getByRole('combobox', { name: 'File under' });
    await choice.focus();
    await page.keyboard.press('l');
    await soon(() => choice.evaluate((select: HTMLSelectElement) => select.selectedOptions[0].text)).toBe(
      'like a holiday',
    );
    await pressAll();
    await stays(page, ['like']);
  });
});

test('Rate: judges one film when Like is tapped twice, and the next one when it was looked at', async () => {
  const visitor = await newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const { page } = visitor;
  await visitor.open();
  await ready(page);
  await inView(page);
  const like = answer(page, 'Like');
  await like.scrollIntoViewIfNeeded();
  const box = await like.boundingBox();
  if (!box) throw new Error('Like is not on the page.');
  const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await Promise.all([page.touchscreen.tap(...at), page.touchscreen.tap(...at)]);
  await stays(page, ['like']);
  await page.touchscreen.tap(...at);
  await stays(page, ['like', 'like']);
  expect(await opinions(page)).toHaveLength(2);
  await visitor.leave();
});

test('Rate: judges one film when the page was too busy to draw the next one between two presses', async () => {
  const visitor = await newVisitor();
  const { page } = visitor;
  await visitor.open();
  await ready(page);
  await inView(page);
  const first = await titleShown(page);
  // The page stands still from the first press on, and hears of the second only when it is over.
  await page.evaluate(() =>
    document.addEventListener(
      'keydown',
      () => {
        const until = performance.now() + 1200;
        while (performance.now() < until);
      },
      { once: true },
    ),
  );
  await Promise.all([page.keyboard.press('l'), page.keyboard.press('l')]);
  await stays(page, ['like']);
  expect(await opinions(page)).toEqual([`like ${first}`]);
  await visitor.leave();
});

describe('the talk', () => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await newVisitor({ reducedMotion: 'reduce' });
    page = visitor.page;
  });
  beforeEach(async () => {
    await page.goto('about:blank');
    await visitor.open('#/talk');
    await ready(page);
    await scene(page, 'Somebody new');
  });
  afterAll(() => visitor.leave());

  test('moves by one scene when PageDown is held', async () => {
    await hold(page, 'PageDown');
    await scene(page, 'Every click moves the list');
    await page.keyboard.press('PageDown');
    await scene(page, 'Why this film?');
  });

  test('moves by one scene when Enter is held on the control for the next one', async () => {
    await page.getByRole('button', { name: 'Next scene' }).focus();
    await hold(page, 'Enter');
    await scene(page, 'Every click moves the list');
  });

  test('stays where it is when keys are pressed behind the help', async () => {
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keys and clicker' }).waitFor();
    for (const key of ['PageDown', 'l', 'x', '3', ' ']) await page.keyboard.press(key);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Keys and clicker' }).waitFor({ state: 'detached' });
    await scene(page, 'Somebody new');
  });

  test('keeps a verdict when L is pressed twice within 20 ms or the button is double clicked', async () => {
    await page.keyboard.press('3');
    await scene(page, 'Why this film?');
    await page.keyboard.press('p');
    const film = page.getByRole('region', { name: 'The film on stage' });
    const like = film.getByRole('button', { name: /^Like/ });
    const dislike = film.getByRole('button', { name: /^Dislike/ });
    await inView(page);
    const before = await like.getAttribute('aria-pressed');
    await page.keyboard.press('l');
    await page.keyboard.press('l');
    await inView(page);
    await soon(() => like.getAttribute('aria-pressed')).not.toBe(before);
    const liked = await dislike.getAttribute('aria-pressed');
    await dislike.dblclick();
    await inView(page);
    expect(await dislike.getAttribute('aria-pressed')).not.toBe(liked);
  });
});
