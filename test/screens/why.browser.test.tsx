import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import {
  amountOf,
  button,
  focus,
  focused,
  goTo,
  inView,
  listed,
  press,
  region,
  row,
  say,
  see,
  seeNothingOf,
} from './steps';

const panel = () => region(/^Why Film /);
const preview = () => region(/^Without your (like|dislike) of /);

/** Opens the reasons of the film at a place of the list, from 0. */
async function why(place: number): Promise<string> {
  await expect.poll(() => listed().length).toBeGreaterThan(place);
  await inView();
  const title = listed()[place];
  await row(title).getByRole('button', { name: /^Why / }).click();
  await see(panel().getByText('Starting point', { exact: false }));
  return title;
}

/** What is added up, and what it comes to, as it is shown, in points. */
function sum(): { parts: number[]; total: number } {
  const shown = panel()
    .getByTestId('amount')
    .elements()
    .map(({ textContent }) =>
      textContent.startsWith('under') ? 0 : amountOf(textContent.replace(/ .*/, '')) / 100,
    );
  return { parts: shown.slice(0, -1), total: shown.at(-1) ?? Number.NaN };
}

function expectSum(): void {
  const { parts, total } = sum();
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.reduce((all, part) => all + part)).toBe(total);
}

async function openWithClicks(): Promise<void> {
  await openApp();
  await say('Like', 'Film 0', 'Film 3', 'Film 8', 'Film 20', 'Film 14', 'Film 33');
  await say('Dislike', 'Film 2', 'Film 11');
  await goTo('For you');
}

test('why: says that no click touches a film when nothing is rated', async () => {
  await openApp({ at: '/for-you' });
  await expect.poll(() => listed().length).toBe(50);
  const title = await why(0);
  await see(panel().getByText('None of your clicks touches this film yet.'));
  await see(panel().getByText(/^In stars: most people \d\.\d of five$/));
  await row(title).getByRole('button', { name: /^Why / }).click();
  await seeNothingOf(panel());
});

test('why: adds up to the figure of the row, in points, when films are liked, disliked and the list is tuned', async () => {
  await openWithClicks();
  const first = await why(0);
  await see(panel().getByText(/, you \d\.\d/));
  await see(
    panel()
      .getByText(/^you liked Film \d+/)
      .first(),
  );
  expectSum();
  const { total } = sum();
  await see(row(first).getByText(`${total} % match`));
  await expect
    .element(panel().getByRole('img'))
    .toHaveAccessibleName(new RegExp(`^Starts at \\d+ %, .*, ends at ${total} %$`));

  const before = listed();
  await focus(page.getByRole('slider'));
  await press('{ArrowRight}', '{ArrowRight}');
  // The list follows the dial a little later, and each wish: a row that is about to move takes no press.
  await expect.poll(listed).not.toEqual(before);
  const dialled = listed();
  await button('Tune').click();
  await page
    .getByRole('button', { name: /^More / })
    .first()
    .click();
  await expect.poll(listed).not.toEqual(dialled);
  if (panel().elements().length === 0) await why(0);
  await see(panel().getByText('the dial beside your list'));
  expectSum();
  const shares = panel()
    .getByTestId('share')
    .elements()
    .map(({ textContent }) => Number.parseInt(textContent.replace('under 1', '0'), 10));
  expect(shares.reduce((all, share) => all + share)).toBe(100);
});

test('why: names more clicks when there are more than a few and somebody asks', async () => {
  await openWithClicks();
  for (let place = 0; place < 10; place++) {
    const title = await why(place);
    const more = panel().getByRole('button', { name: /^\d+ more for it/ });
    if (more.elements().length > 0) {
      const named = () =>
        panel()
          .getByRole('button', { name: /^What if I had not/ })
          .elements().length;
      const few = named();
      await more.click();
      await seeNothingOf(more);
      expect(named()).toBeGreaterThan(few);
      expectSum();
      return;
    }
    await row(title).getByRole('button', { name: /^Why / }).click();
  }
  throw new Error('No film of the list rests on many clicks: the small world does not fit this test.');
});

test('what if: leaves the list as if a click had never been made when it is removed there', async () => {
  await openApp();
  await say('Like', 'Film 0', 'Film 3');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  await goTo('Rate');
  await say('Like', 'Film 8');
  await goTo('For you');
  await expect.poll(listed).not.toEqual(before);
  const liked = listed();

  await openReasonNaming('Film 8');
  const told = preview().getByRole('list', { name: 'The list would begin' }).getByRole('listitem');
  const begins = told.elements().map(({ textContent }) => /(Film \d+)( \(\d+\))?:/.exec(textContent)?.[1]);
  expect(begins).toEqual(before.slice(0, begins.length));
  // Looking changes nothing.
  expect(listed()).toEqual(liked);
  await preview().getByRole('button', { name: 'Keep it' }).click();
  await seeNothingOf(preview());
  expect(listed()).toEqual(liked);

  await panel()
    .getByRole('button', { name: /^What if I had not liked Film 8 / })
    .click();
  await preview().getByRole('button', { name: 'Remove it' }).click();
  await expect.poll(listed).toEqual(before);
  await button('Undo').click();
  await expect.poll(listed).toEqual(liked);
});

/** Opens the reasons of the first film that a click speaks for or against, and the list without that click. */
async function openReasonNaming(click: string): Promise<void> {
  for (let place = 0; place < 12; place++) {
    const title = await why(place);
    const asking = panel().getByRole('button', {
      name: new RegExp(`^What if I had not (dis)?liked ${click} `),
    });
    if (asking.elements().length > 0) {
      await asking.click();
      await see(preview().getByText(new RegExp(`^Without it, ${title} would st`)));
      return;
    }
    await row(title).getByRole('button', { name: /^Why / }).click();
  }
  throw new Error(`${click} speaks for no film near the top: the small world does not fit this test.`);
}

test('what if: turns a like into a dislike when asked, and the reasons follow', async () => {
  await openApp();
  await say('Like', 'Film 0', 'Film 3');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  await openReasonNaming('Film 3');
  await preview().getByRole('button', { name: 'Change to dislike' }).click();
  await see(page.getByText(/^You disliked Film 3\./));
  await see(panel().getByRole('button', { name: /^What if I had not disliked Film 3 / }));
});

test('what if: keeps the focus in the reasons when a click is removed with the keyboard', async () => {
  await openApp();
  await say('Like', 'Film 0', 'Film 3');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  await openReasonNaming('Film 3');
  await panel()
    .getByRole('button', { name: /^What if I had not liked Film 3 / })
    .click();
  await seeNothingOf(preview());
  await press('{Enter}');
  await see(preview());
  await press('{Tab}');
  expect(focused()).toBe('Remove it');
  const name = panel().element().getAttribute('aria-label') ?? '';
  await press('{Enter}');
  await see(page.getByText(/^You took back your like of Film 3\./));
  await expect.poll(focused).toBe(name);
  const { top, bottom } = panel().element().getBoundingClientRect();
  expect(bottom).toBeGreaterThan(0);
  expect(top).toBeLessThan(window.innerHeight);
});
