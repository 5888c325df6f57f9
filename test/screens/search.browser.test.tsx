import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import { loaded, press, see, seeNothingOf } from './steps';

const field = () => page.getByLabelText('Find a film by title');
const options = () =>
  page
    .getByRole('listbox', { name: 'Films found' })
    .getByRole('option')
    .elements()
    .map(({ textContent }) => textContent);

async function look(query: string): Promise<void> {
  await openApp();
  await loaded();
  await field().click();
  await field().fill(query);
}

test('search: says what can be found, and leads to adding the film, when nothing is called so', async () => {
  await look('zzyzx nolan');
  await see(page.getByText(/^No film called “zzyzx nolan”\. The films here end in \d{4}\. /));
  await see(page.getByText(/Titles, years, genres and decades can be found; people cannot\./));
  expect(options()).toEqual(['I can’t find my film']);
  await page.getByRole('option', { name: 'I can’t find my film' }).click();
  await expect.element(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue('zzyzx nolan');
});

test('search: tells titles that are only spelled nearly so from those that are called so', async () => {
  await look('Filmm 12');
  await see(page.getByText(/These are spelled nearly so; if yours is not among them, add it below:/));
  expect(options().some((text) => text.startsWith('Film 12'))).toBe(true);
  await field().fill('Film 12');
  await seeNothingOf(
    page.getByText(/These are spelled nearly so; if yours is not among them, add it below:/),
  );
  await expect.poll(() => options()[0]).toMatch(/^Film 12/);
});

test('search: leads through genres and decades, and says when no film is all of it', async () => {
  await look('1980s');
  await see(page.getByText('1980s, best known first'));
  await expect.poll(() => options().length).toBeGreaterThan(3);
  for (const text of options().slice(0, -1)) expect(text).toMatch(/198\d/);
  await field().fill('imax 1890s');
  await see(page.getByText('No film is all of this: IMAX, 1890s.'));
  await press('{Escape}');
  await seeNothingOf(page.getByText(/^No film is all/));
});

test('search: keeps the mark of an arrow key when it was pressed before the first film is marked', async () => {
  await look('Film 1');
  await expect.poll(() => options().length).toBeGreaterThan(1);
  const marking: FrameRequestCallback[] = [];
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => marking.push(frame));
  try {
    await field().fill('Film 12');
    await expect.poll(() => options()[0]).toMatch(/^Film 12/);
    expect(marking).not.toEqual([]);
    await press('{ArrowUp}');
    for (const frame of marking) frame(performance.now());
  } finally {
    frames.mockRestore();
  }
  await press('{Enter}');
  await expect.element(page.getByRole('dialog').getByRole('textbox').first()).toHaveValue('Film 12');
});
