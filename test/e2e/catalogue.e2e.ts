import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { encodePack } from '../../src/packs/pack-format';
import { smallPack } from '../fixtures/small-pack';
import { newcomers } from './newcomers';
import { opinions, ready, settle } from './screens';
import { newReturningVisitor } from './visitor';

const newcomer = newcomers(newReturningVisitor);
const goTo = (page: Page, route: string) =>
  page.evaluate((to) => {
    window.location.hash = `#${to}`;
  }, route);
const yourData = async (page: Page) => {
  await goTo(page, '/your-data');
  await films(page).getByRole('button', { name: 'Choose a catalogue file' }).waitFor();
};
const films = (page: Page) => page.getByRole('region', { name: 'The films' });
const choose = (page: Page, bytes: Uint8Array) =>
  films(page)
    .getByRole('region', { name: 'A catalogue file' })
    .locator('input[type=file]')
    .setInputFiles({ name: 'newer.wlpk', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
const stateBytes = (page: Page) =>
  page.evaluate(() => [...window.weightless.model.getState().stateBytes()].join(' '));
const rateSome = async (page: Page) => {
  await page.evaluate(async () => {
    const { model, settled } = window.weightless;
    const kinds = ['like', 'dislike', 'so-so', 'unseen'] as const;
    const site = { place: 'rate', predictionVisible: false } as const;
    for (let n = 0; n < 20; n++) model.getState().rate(3 * n, kinds[n % 4], site);
    await settled();
  });
};
const pack = smallPack({ manifest: { isPrivate: true, licence: 'For yourself.' } });

test('another catalogue: is added, used, rated, searched, and left again with identical bytes', async () => {
  const visitor = await newcomer();
  const { page } = visitor;
  await rateSome(page);
  const [before, said] = [await stateBytes(page), await opinions(page)];
  await yourData(page);
  await choose(page, encodePack(pack));
  await films(page).getByText('You now use ml-newer.').waitFor();
  expect(await films(page).textContent()).toContain('80 films');
  expect(await films(page).textContent()).toContain('off by 0.87 (RMSE)');
  expect(await page.locator('footer').last().textContent()).toContain('ml-newer');

  await goTo(page, '/rate');
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill('Film 70');
  await page
    .getByRole('option', { name: /Film 70/ })
    .first()
    .click();
  await page.evaluate(() => {
    const { model, rate } = window.weightless;
    const film = rate.getState().current as number;
    model.getState().rate(film, 'like', { place: 'rate', predictionVisible: false });
  });
  await settle(page);
  const rated = await stateBytes(page);

  await visitor.restart();
  await ready(visitor.page);
  expect(await stateBytes(visitor.page)).toBe(rated);
  await visitor.page.evaluate(async () => {
    const { model, settled } = window.weightless;
    model.getState().undo({ place: 'rate', predictionVisible: false });
    await settled();
  });
  await yourData(visitor.page);
  await films(visitor.page).getByRole('button', { name: 'Use MovieLens latest-small (2016)' }).click();
  await films(visitor.page).getByText('You now use the films that come with Weightless.').waitFor();
  expect(await stateBytes(visitor.page)).toBe(before);
  expect(await opinions(visitor.page)).toEqual(said);

  await films(visitor.page).getByRole('button', { name: 'Save ml-newer as a file' }).click();
  const [download] = await Promise.all([
    visitor.page.waitForEvent('download'),
    visitor.page.getByRole('button', { name: 'Save it for myself' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('ml-newer.wlpk');
});

test('another catalogue: is refused with a sentence when it is damaged, newer, foreign, or has no room', async () => {
  const { page } = await newcomer();
  await rateSome(page);
  const before = await stateBytes(page);
  await yourData(page);
  const sound = encodePack(pack);
  const cases: [Uint8Array, RegExp][] = [
    [sound.slice(0, 600), /is incomplete/],
    [sound.with(800, sound[800] ^ 1), /is damaged/],
    [sound.with(4, 7), /another version \(7\)/],
    [new TextEncoder().encode('movieId,title,genres\n'), /is no catalogue of Weightless/],
  ];
  for (const [bytes, says] of cases) {
    await choose(page, bytes);
    await films(page).getByRole('alert').getByText(says).waitFor();
  }
  await page.evaluate(() => {
    const { add } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.add = function refuse(...args) {
      if (this.name === 'catalogues') throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, args);
    };
  });
  await choose(page, sound);
  await films(page)
    .getByRole('alert')
    .getByText(/has no room/)
    .waitFor();
  expect(await films(page).getByRole('list', { name: 'Films to choose from' }).count()).toBe(0);
  expect(await stateBytes(page)).toBe(before);
});
