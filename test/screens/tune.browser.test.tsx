import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import {
  button,
  films,
  focus,
  focused,
  goTo,
  heading,
  inView,
  listed,
  press,
  region,
  row,
  say,
  see,
  seeNothingOf,
} from './steps';

const panel = () => region('Tune this list');
const inPanel = (name: string | RegExp) => panel().getByRole('button', { name, exact: true });
const tonight = () => panel().getByRole('region', { name: 'What fits tonight' });
const limit = (name: string) => tonight().getByLabelText(name, { exact: true });

/** Opens the panel beside a list that two likes have made. */
async function openTuning(): Promise<{ before: (string | null)[]; reload(): Promise<void> }> {
  const app = await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  await showPanel();
  return { before, reload: app.reload };
}

async function showPanel(): Promise<void> {
  await page.getByRole('button', { name: /^Tune/ }).click();
  await see(panel().getByRole('heading', { name: 'What fits tonight' }));
}

/** What the rows say of their films: "1979 · Horror, Sci-Fi". */
const lines = () =>
  films()
    .getByText(/^\d{4} · |^\d{4}$/)
    .elements()
    .map(({ textContent }) => textContent);
const years = () => lines().map((line) => Number(line.slice(0, 4)));

/** A genre that some films of the list have, as the panel offers it. */
function someGenre(): string {
  const offered = panel()
    .getByRole('button', { name: /^Less [A-Z][a-z]+$/ })
    .elements();
  const names = offered.map((less) => (less.getAttribute('aria-label') ?? '').slice(5));
  return names.find((name) => lines().some((line) => line.includes(name))) ?? 'none';
}

test('tune: takes a genre out of the list when it is never wanted, until all is reset', async () => {
  const { before, reload } = await openTuning();
  const genre = someGenre();
  expect(lines().some((line) => line.includes(genre))).toBe(true);
  await inPanel(`Less ${genre}`).click();
  await inPanel(`Never ${genre}`).click();
  await see(page.getByText(/^Tuned\. (\d+ films? left the list|The same films).*\.$/));
  await expect.poll(() => lines().filter((line) => line.includes(genre))).toEqual([]);
  await see(button('Tune · 1'));
  const muted = listed();

  await reload();
  await expect.poll(listed).toEqual(muted);
  await showPanel();
  await see(panel().getByText('never', { exact: true }));
  await inPanel('Reset all').click();
  await expect.poll(listed).toEqual(before);
  await see(button('Tune'));
  // What was learned and said is as it was.
  await goTo('My ratings');
  const answers = page.getByRole('radio', { name: 'Like', checked: true });
  await expect.poll(() => answers.elements().length).toBe(2);
});

test('tune: leaves only what fits when tonight has limits', async () => {
  const { before } = await openTuning();
  await limit('From').selectOptions('1980');
  await limit('To').selectOptions('1999');
  await expect.poll(() => years().every((year) => year >= 1980 && year <= 1999)).toBe(true);
  expect(years().length).toBeGreaterThan(0);
  await see(page.getByText(new RegExp(`; ${listed().length} films fit\\.$`)));
  const ofAnyLanguage = listed();
  await limit('In').selectOptions('English');
  await expect.poll(() => listed().length).toBeLessThan(ofAnyLanguage.length);
  expect(ofAnyLanguage).toEqual(expect.arrayContaining(listed()));
  await limit('From').selectOptions('1990');
  await limit('At most').selectOptions('80 minutes');
  await see(heading('No film fits'));
  await tonight().getByRole('button', { name: 'Reset: What fits tonight' }).click();
  await seeNothingOf(heading('No film fits'));
  await expect.poll(listed).toEqual(before);
});

test('tune: names the limit that leaves no film, and lifts that one alone when asked', async () => {
  await openTuning();
  await limit('From').selectOptions('1990');
  await limit('To').selectOptions('1999');
  await expect
    .poll(() => years().length > 0 && years().every((year) => year >= 1990 && year < 2000))
    .toBe(true);
  const recent = listed();
  await limit('At most').selectOptions('80 minutes');
  await see(heading('No film fits'));
  await see(page.getByText(/^No film that you have not judged is .*at most 80 minutes/));
  await page.getByRole('button', { name: /^Lift “at most 80 minutes” \(\d+\)$/ }).click();
  await seeNothingOf(heading('No film fits'));
  await expect.poll(listed).toEqual(recent);
  await expect.element(limit('From')).toHaveValue('1990');
  await expect.element(limit('At most')).toHaveValue('');
});

test('tune: resets from the empty list when no film fits', async () => {
  const { before } = await openTuning();
  await limit('At most').selectOptions('80 minutes');
  await limit('From').selectOptions('1990');
  await limit('To').selectOptions('1999');
  await see(heading('No film fits'));
  expect(listed()).toEqual([]);
  await button('Reset the tuning').click();
  await expect.poll(listed).toEqual(before);
});

test('tune: is turned, reset and closed with the keyboard, and the focus stays where one is', async () => {
  const { before } = await openTuning();
  const genre = someGenre();
  await focus(inPanel(`Less ${genre}`));
  await press('{Enter}');
  await expect.poll(focused).toBe(`Never ${genre}`);
  await press('{Enter}', '{Enter}');
  expect(focused()).toBe(`Never ${genre}`);
  await focus(inPanel('Reset: Less or more of'));
  await press('{Enter}');
  await expect.poll(focused).toBe('Less or more of');
  await expect.poll(listed).toEqual(before);
  await inPanel(`More ${genre}`).click();
  await focus(inPanel('Close tuning'));
  await press('{Enter}');
  await seeNothingOf(panel());
  expect(focused()).toBe('Tune · 1');
});

test('dial: moves the list by its keys, stays over a reload and is left alone when Tune is reset', async () => {
  const app = await openApp();
  const dial = page.getByRole('slider', { name: 'From well known films to only films like yours' });
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  // Nothing is weighed against fame before the first click.
  await seeNothingOf(dial);
  await goTo('Rate');
  await say('Like', 'Film 4', 'Film 9');
  await goTo('For you');
  await expect.poll(() => listed().length).toBe(50);
  const before = listed();
  await focus(dial);
  await expect.element(dial).toHaveAttribute('aria-valuetext', 'in the middle');
  await press('{ArrowLeft}');
  await expect.element(dial).toHaveAttribute('aria-valuetext', 'better known');
  // The list follows the dial a little later.
  await expect.poll(listed).not.toEqual(before);
  const better = listed();
  await press('{End}');
  await expect.element(dial).toHaveAttribute('aria-valuetext', 'much more like yours');
  await see(page.getByText(/^Tuned\. /));
  await expect.poll(listed).not.toEqual(better);
  const turned = listed();
  expect(turned).not.toEqual(before);
  await app.reload();
  await expect.poll(listed).toEqual(turned);
  await see(button('Tune'));

  await showPanel();
  await seeNothingOf(inPanel('Reset all'));
  await panel()
    .getByRole('button', { name: /^More / })
    .first()
    .click();
  await inPanel('Reset all').click();
  await expect.poll(listed).toEqual(turned);
  await focus(dial);
  await press('{ArrowLeft}', '{ArrowLeft}', '{ArrowLeft}', '{ArrowLeft}');
  await expect.poll(listed).toEqual(before);
});

test('tune: brings a film back when it was put away', async () => {
  const { before } = await openTuning();
  const [first] = before;
  await see(panel().getByText(/^Films you put away .* wait here\.$/));
  await inView();
  await row(first ?? '')
    .getByRole('button', { name: /^Not in this list again/ })
    .click();
  await expect.poll(() => listed()[0]).toBe(before[1]);
  await panel()
    .getByRole('button', { name: new RegExp(`^Bring back ${first} `) })
    .click();
  await expect.poll(listed).toEqual(before);
});

test('tune: belongs to one person when another rates in the same browser', async () => {
  await openTuning();
  await inPanel(`Less ${someGenre()}`).click();
  await see(button('Tune · 1'));
  await button('Profile: You').click();
  await page.getByRole('menuitem', { name: 'Add a person' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await button('Add').click();
  await see(button('Profile: Ada'));
  await see(button('Tune'));
});

test('tune: keeps the best films in view above the panel when the screen is a phone’s', async () => {
  await openApp({ at: '/for-you', size: [390, 844] });
  await showPanel();
  const strip = page.getByRole('list', { name: 'Most people’s favourites' });
  await see(strip);
  expect(strip.getByRole('listitem').elements()).toHaveLength(8);
});
