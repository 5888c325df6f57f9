import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { violationsEverywhere } from './axe';
import { newcomers } from './newcomers';
import { opinions, rawStorage, ready, settle, soon } from './screens';
import { newVisitor } from './visitor';

const SITE = { place: 'rate', predictionVisible: false } as const;
const visit = newcomers(newVisitor);
const newcomer = async () => (await visit()).page;
const yourData = async (page: Page) => {
  await page.evaluate(() => {
    window.location.hash = '#/your-data';
  });
  await page.getByRole('heading', { level: 1, name: 'Your data' }).waitFor();
};
const dialog = (page: Page) => page.getByRole('dialog');

/** Likes, dislikes, an undo, a wish, a mood and a film erased for good. @param from first film, by place in the catalogue */
async function live(page: Page, from: number): Promise<void> {
  await page.evaluate(
    async ([start, site]) => {
      const { model, moods, settled } = window.weightless;
      const kinds = ['like', 'dislike', 'so-so', 'unseen'] as const;
      await moods.getState().create('With the kids');
      for (let n = 0; n < 8; n++) model.getState().rate(start + 9 * n, kinds[n % 4], site);
      moods.getState().fileUnder(null);
      model.getState().rate(start + 100, 'like', site);
      model.getState().undo(site);
      model.getState().rate(start + 101, 'like', site);
      model.getState().want(start + 102, true, site);
      model.getState().rate(start + 103, 'like', site);
      await settled();
      await model.getState().erase({ what: 'films', movieIds: [model.getState().events[0].movieId] });
      await settled();
    },
    [from, SITE] as const,
  );
}
const stateBytes = (page: Page) =>
  page.evaluate(() => [...window.weightless.model.getState().stateBytes()].join(' '));
const snapshot = async (page: Page) => {
  await settle(page);
  const rows = async () => (await rawStorage(page)).snapshots as { bytes: number[] }[];
  await soon(async () => (await rows()).length).toBe(1);
  // What is due is saved when clicks have paused.
  await page.waitForTimeout(1500);
  return (await rows())[0].bytes;
};
async function save(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save a backup/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^weightless-backup-[a-z-]+-\d{4}-\d{2}-\d{2}\.json$/);
  return readFile(await download.path(), 'utf8');
}
const choose = (page: Page, text: string, name = 'backup.json') =>
  page
    .getByRole('region', { name: 'A backup file' })
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

test('backup: brings everything back as it was, byte for byte, after all was erased', async () => {
  const page = await newcomer();
  await live(page, 0);
  const before = {
    state: await stateBytes(page),
    snapshot: await snapshot(page),
    said: await opinions(page),
  };
  const rows = await rawStorage(page);
  await yourData(page);
  await page.getByText('Last backup: never.').waitFor();
  const text = await save(page);
  await page.getByText(/Last backup: today, with \d+ clicks\./).waitFor();

  await page.getByRole('button', { name: 'Erase everything…' }).click();
  await dialog(page).getByText('This cannot be undone').waitFor();
  await dialog(page).getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('heading', { name: 'Rate films' }).waitFor();
  await ready(page);
  expect(await opinions(page)).toEqual([]);
  const empty = await rawStorage(page);
  expect([empty.events, empty.tombstones, empty.snapshots, empty.results]).toEqual([[], [], [], []]);
  expect(empty.profiles).toHaveLength(1);

  await yourData(page);
  await choose(page, text);
  await dialog(page).getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText(/You: \d+ clicks restored\./).waitFor();
  expect(await stateBytes(page)).toBe(before.state);
  expect(await snapshot(page)).toEqual(before.snapshot);
  expect((await opinions(page)).sort()).toEqual(before.said.sort());
  const after = await rawStorage(page);
  expect(after.events).toEqual(rows.events);
  expect(after.tombstones).toEqual(rows.tombstones);
  await page.reload();
  await page.waitForFunction(() => window.weightless?.model.getState().phase === 'ready');
  expect(await stateBytes(page)).toBe(before.state);
});

test('backup: makes two devices the same that exchange files, with nothing back that was erased on one', async () => {
  const [a, b] = [await newcomer(), await newcomer()];
  await live(a, 0);
  await live(b, 45);
  for (const page of [a, b]) await yourData(page);
  const texts = [await save(a), await save(b)];
  for (const [page, text] of [
    [a, texts[1]],
    [b, texts[0]],
  ] as const) {
    await choose(page, text);
    await dialog(page).getByRole('radio', { name: 'Put together with what is here' }).check();
    await dialog(page)
      .getByText(/\d+ clicks come\./)
      .waitFor();
    await dialog(page).getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText(/You: \d+ clicks restored/).waitFor();
  }
  expect(await stateBytes(a)).toBe(await stateBytes(b));
  const logs = await Promise.all(
    [a, b].map(async (page) => {
      const { events, tombstones } = await rawStorage(page);
      const ids = (list: unknown[]) => (list as { id: string }[]).map(({ id }) => id).sort();
      return { events: ids(events), erased: ids(tombstones) };
    }),
  );
  expect(logs[0]).toEqual(logs[1]);
  expect(logs[0].events.filter((id) => logs[0].erased.includes(id))).toEqual([]);
  expect(logs[0].erased.length).toBeGreaterThan(1);

  await choose(a, texts[1]);
  await dialog(a).getByRole('radio', { name: 'Put together with what is here' }).check();
  await dialog(a).getByText('Nothing new.').waitFor();
  await dialog(a).getByRole('button', { name: 'Restore', exact: true }).click();
  await a.getByText('You: nothing new.').waitFor();
  expect(await stateBytes(a)).toBe(await stateBytes(b));
});

test('backup: refuses what it cannot restore in a sentence, asks before it replaces, works by keys, and gives axe nothing to find', async () => {
  const page = await newcomer();
  await live(page, 0);
  await yourData(page);
  const text = await save(page);
  await choose(page, text.replace('"version":2', '"version":3'));
  await page.getByText('was written by a newer Weightless; update this one').waitFor();
  await choose(page, text.replace(/"kind":"like"/, '"kind":"unseen"'));
  await page.getByText('was altered after it was saved').waitFor();
  await choose(page, text.slice(0, text.length / 2));
  await page.getByText('is cut off').waitFor();
  await choose(page, 'Date,Name,Year,Letterboxd URI,Rating\n', 'ratings.csv');
  await page.getByRole('link', { name: 'Import ratings from elsewhere' }).waitFor();
  const found = await violationsEverywhere(page, 'refused');

  await page.evaluate((site) => window.weightless.model.getState().rate(300, 'like', site), SITE);
  await settle(page);
  const said = await opinions(page);
  await choose(page, text);
  const replace = dialog(page).getByRole('radio', { name: 'Replace what is here' });
  await dialog(page).getByRole('radio', { name: 'Put together with what is here' }).focus();
  await page.keyboard.press('ArrowDown');
  expect(await replace.isChecked()).toBe(true);
  await dialog(page).getByText('1 click that only this browser has is lost.').waitFor();
  found.push(...(await violationsEverywhere(page, 'choices')));
  await dialog(page).getByRole('button', { name: 'Restore…' }).focus();
  await page.keyboard.press('Enter');
  await dialog(page).getByText('1 click that is not in the file is lost.').waitFor();
  found.push(...(await violationsEverywhere(page, 'asking')));
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await opinions(page)).toEqual(said);
  expect(found).toEqual([]);
}, 300_000);
