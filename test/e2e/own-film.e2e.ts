import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { violationsEverywhere } from './axe';
import { newcomers } from './newcomers';
import { filmToJudge, goTo, inView, ready, settle, shots, soon, titleShown } from './screens';
import { newVisitor } from './visitor';

const newcomer = newcomers(newVisitor);
const dialog = (page: Page) => page.getByRole('dialog');
const order = (page: Page) =>
  page.evaluate(() => window.weightless.model.getState().recommendations.map(({ item }) => item));
const bytes = (page: Page) =>
  page.evaluate(() => [...window.weightless.model.getState().stateBytes()].join(' '));
const yourData = async (page: Page) => {
  await page.evaluate(() => {
    window.location.hash = '#/your-data';
  });
  await page.getByRole('heading', { level: 1, name: 'Your data' }).waitFor();
};

/** Types a title that is not here, and leads on by the keyboard. */
async function searchInVain(page: Page, title: string): Promise<void> {
  const box = page.getByRole('searchbox', { name: 'Find a film by title' });
  await box.fill(title);
  await page.getByRole('option', { name: 'I can’t find my film' }).waitFor();
  await box.press('ArrowUp');
  await box.press('Enter');
  await dialog(page).getByRole('textbox', { name: 'Title' }).waitFor();
}

test('a film that is not here: is added, liked, explained, listed, and there after a reload and in another browser', async () => {
  const visitor = await newcomer();
  const { page } = visitor;
  await searchInVain(page, 'Anora Zhqx 2024');
  await expect
    .poll(() => dialog(page).getByRole('textbox', { name: 'Title' }).inputValue())
    .toBe('Anora Zhqx');
  expect(await dialog(page).getByRole('textbox', { name: 'Year' }).inputValue()).toBe('2024');
  await dialog(page).getByText('Comedy', { exact: true }).click();
  await dialog(page).getByText('Romance', { exact: true }).click();
  await shots(page, 'dialog');
  expect(await violationsEverywhere(page, 'the dialog')).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Add it and judge it' }).click();
  await soon(() => titleShown(page)).toBe('Anora Zhqx');
  await shots(page, 'judge');

  const before = await order(page);
  await inView(page);
  await filmToJudge(page).getByRole('button', { name: 'Like', exact: true }).click();
  await soon(() => titleShown(page)).not.toBe('Anora Zhqx');
  expect(await order(page)).not.toEqual(before);
  await goTo(page, 'For you');
  await page.getByRole('button', { name: /^Why / }).first().click();
  await page.getByText('Anora Zhqx').first().waitFor();
  await shots(page, 'why');
  const amounts = await page.getByRole('region', { name: /^Why / }).getByTestId('amount').allTextContents();
  const [start, ...parts] = amounts.map((text) =>
    text.startsWith('under') ? 0 : Number.parseInt(text.replace('−', '-'), 10),
  );
  const total = parts.pop();
  expect(parts.reduce((sum, part) => sum + part, start)).toBe(total);

  await goTo(page, 'My ratings');
  await page.getByRole('radiogroup', { name: 'Your answer to Anora Zhqx (2024)' }).waitFor();
  await page.getByRole('heading', { name: 'Films you added' }).waitFor();
  await shots(page, 'ratings');
  expect(await violationsEverywhere(page, 'My ratings')).toEqual([]);
  await settle(page);
  const learned = await bytes(page);
  await page.reload();
  await ready(page);
  await page.getByRole('radiogroup', { name: 'Your answer to Anora Zhqx (2024)' }).waitFor();
  expect(await bytes(page)).toBe(learned);

  await yourData(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Save a backup/ }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ version: 2, ownFilms: [{ title: 'Anora Zhqx', year: 2024 }] });

  const table = page.waitForEvent('download');
  await page.getByRole('button', { name: 'For Letterboxd' }).click();
  expect(await readFile(await (await table).path(), 'utf8')).toMatch(/Anora Zhqx,2024/);

  const other = (await newcomer()).page;
  await yourData(other);
  await other
    .getByRole('region', { name: 'A backup file' })
    .locator('input[type=file]')
    .setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await dialog(other)
    .getByRole('button', { name: /^Restore/ })
    .click();
  await soon(() => bytes(other)).toBe(learned);
  await goTo(other, 'My ratings');
  await other.getByRole('radiogroup', { name: 'Your answer to Anora Zhqx (2024)' }).waitFor();
});

test('films added: one that is here is offered instead; one is corrected, judged later and taken away', async () => {
  const { page } = await newcomer();
  await searchInVain(page, 'Alien 1979');
  await dialog(page).getByText('Alien is here: 1979').waitFor();
  await dialog(page).getByRole('button', { name: 'Judge that one' }).click();
  await soon(() => titleShown(page)).toBe('Alien');

  await searchInVain(page, 'Zhqx');
  await dialog(page).getByRole('textbox', { name: 'Year' }).fill('20');
  await dialog(page).getByRole('button', { name: 'Add it and judge it' }).click();
  await dialog(page).getByText('A year from 1874 to 2150, or nothing.').waitFor();
  await dialog(page).getByRole('textbox', { name: 'Year' }).fill('');
  await dialog(page).getByRole('button', { name: 'Add it and judge it' }).click();
  await soon(() => titleShown(page)).toBe('Zhqx');
  const empty = await bytes(page);
  await inView(page);
  await filmToJudge(page).getByRole('button', { name: 'Dislike', exact: true }).click();
  await soon(() => titleShown(page)).not.toBe('Zhqx');

  await goTo(page, 'My ratings');
  await page.getByRole('button', { name: 'Correct Zhqx' }).click();
  await dialog(page).getByRole('textbox', { name: 'Year' }).fill('2025');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await page.getByRole('radiogroup', { name: 'Your answer to Zhqx (2025)' }).waitFor();
  await page.getByRole('button', { name: 'Take Zhqx (2025) away' }).click();
  await dialog(page).getByRole('button', { name: 'Take away' }).click();
  await page.getByRole('heading', { name: 'Nothing rated yet' }).waitFor();
  await soon(() => bytes(page)).toBe(empty);
});

test('a film that an import does not find: is found by it once it was added', async () => {
  const { page } = await newcomer();
  const bring = async () => {
    await page.evaluate(() => {
      window.location.hash = '#/your-data/import';
    });
    const rows = [
      '2024-01-04,Alien,1979,https://boxd.it/2awY,4.5',
      '2024-11-04,Zhqx Rising,2024,https://boxd.it/zhqx,5',
    ];
    const text = ['Date,Name,Year,Letterboxd URI,Rating', ...rows, ''].join('\n');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'ratings.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('heading', { name: 'What was found' }).waitFor();
  };
  await bring();
  await page.getByRole('button', { name: 'Not here: 1 film' }).click();
  await page.getByText(/9,066 films are here, and end in 2016/).waitFor();
  await shots(page, 'import-missing');
  expect(await violationsEverywhere(page, 'films not here')).toEqual([]);
  await page.getByRole('main').getByRole('link', { name: 'Rate', exact: true }).click();
  await searchInVain(page, 'Zhqx Rising 2024');
  await dialog(page).getByText('Comedy', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Add it and judge it' }).click();
  await soon(() => titleShown(page)).toBe('Zhqx Rising');
  await bring();
  await page.getByRole('button', { name: 'Add 2 films' }).click();
  await page.getByRole('heading', { name: 'Added 2 films' }).waitFor();
  await settle(page);
  await goTo(page, 'My ratings');
  await page.getByRole('radiogroup', { name: 'Your answer to Zhqx Rising (2024)' }).waitFor();
});
