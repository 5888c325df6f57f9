import type { Page } from 'playwright';
import type { State } from './state';

const AT = { who: 'new', at: 'talk', heading: 'Somebody new' } as const;

/** Presses keys one after the other, and waits for a scene. */
const keys =
  (title: string, ...pressed: string[]) =>
  async (page: Page) => {
    for (const key of pressed) await page.keyboard.press(key);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  };
const next = (page: Page) => page.getByRole('button', { name: /^Next scene/ });
const list = (page: Page) => page.getByTestId('stage-title').first();

const CLICKS = 'Every click moves the list';
const WHY = 'Why this film?';
const RACE = 'The race, live';
const FORGET = 'Forgetting, exactly';

/** The stage, scene by scene, and what can lie over it. */
export const TALK: readonly State[] = [
  { name: 'talk, 1 somebody new', ...AT, main: (page) => [next(page), list(page)] },
  {
    name: 'talk, 2 clicks',
    ...AT,
    act: keys(CLICKS, '2', 'p', 's', 's', 's'),
    main: (page) => [next(page), list(page)],
  },
  { name: 'talk, 3 why', ...AT, act: keys(WHY, '3', 'p', 's'), main: (page) => [next(page)] },
  { name: 'talk, 4 race', ...AT, act: keys(RACE, '4', 'p'), main: (page) => [next(page)] },
  {
    name: 'talk, 5 forget',
    ...AT,
    act: keys(FORGET, '5', 'p', 's', 's'),
    main: (page) => [next(page)],
  },
  { name: 'talk, 6 end', ...AT, act: keys('Thank you', '5', 'p', 's', 's', 's', 's') },
  {
    name: 'talk, notes over it',
    ...AT,
    act: async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('complementary', { name: 'Speaker’s notes' }).waitFor();
    },
  },
  {
    name: 'talk, keys',
    ...AT,
    act: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Keys and clicker' }).waitFor();
    },
  },
  {
    name: 'talk, search',
    ...AT,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('alien');
      await page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'talk, a question',
    ...AT,
    act: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('alien');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('A question from the room').waitFor();
    },
  },
  { name: 'talk, notes page', who: 'new', at: 'talk/notes', heading: 'Speaker’s notes' },
];
