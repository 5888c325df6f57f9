import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createStorage } from '../../src/storage/storage';
import { StorageError } from '../../src/storage/storage-error';
import { openApp } from './small-app';
import { dialog, goTo, heading, judge, listed, loaded, press, say, see, seeNothingOf } from './steps';

const menu = (name: string) => page.getByRole('button', { name: `Profile: ${name}`, exact: true });
const entry = (name: string) => page.getByRole('menuitem', { name, exact: true });
const inDialog = (name: string) => dialog().getByRole('button', { name, exact: true });

async function choose(active: string, name: string): Promise<void> {
  await seeNothingOf(dialog());
  await seeNothingOf(page.getByRole('menu'));
  await menu(active).click();
  await entry(name).click();
}

async function name(name: string, action: 'Add' | 'Save the name'): Promise<void> {
  await dialog().getByRole('textbox', { name: 'Name' }).fill(name);
  await inDialog(action).click();
}

async function addAda(): Promise<void> {
  await choose('You', 'Add a person');
  await name('Ada', 'Add');
  await see(menu('Ada'));
  await loaded();
}

test('profiles: keep ratings and lists apart when two people share a browser', async () => {
  const app = await openApp();
  await loaded();
  const nobodys = listed();
  await say('Like', 'Film 4', 'Film 9');
  const yours = listed();
  await addAda();
  await see(heading('Most people’s favourites'));
  await expect.poll(() => listed().length).toBe(6);
  await say('Dislike', 'Film 4');
  const adas = listed();
  expect(new Set([nobodys, yours, adas].map(String)).size).toBe(3);

  await choose('Ada', 'You');
  await see(menu('You'));
  await goTo('My ratings');
  await see(page.getByText('2 liked, 0 disliked. Change or remove any of them.'));
  await choose('You', 'Ada');
  await see(page.getByText('0 liked, 1 disliked. Change or remove any of them.'));
  await app.reload();
  await see(menu('Ada'));
  await see(page.getByText('0 liked, 1 disliked. Change or remove any of them.'));
});

test('profiles: answer in words when a name cannot be taken', async () => {
  await openApp();
  await choose('You', 'Add a person');
  const answers = {
    '   ': 'Please type a name.',
    ' you ': 'There is already someone called You.',
  };
  for (const [tried, words] of Object.entries(answers)) {
    await name(tried, 'Add');
    await see(dialog().getByText(words));
  }
  const field = dialog().getByRole('textbox', { name: 'Name' });
  await field.fill(`A${'b'.repeat(45)}`);
  await expect.element(field).toHaveValue(`A${'b'.repeat(39)}`);
  await see(dialog().getByText('40 of 40 characters'));
  await field.fill('Ada');
  await seeNothingOf(dialog().getByText(/of 40 characters/));
  await inDialog('Cancel').click();
  await seeNothingOf(dialog());
  await see(menu('You'));
});

test('profiles: keep what was rated when a person is renamed', async () => {
  const app = await openApp();
  const liked = await judge('Like');
  await choose('You', 'Say your name');
  await name('Ada Lovelace', 'Save the name');
  await see(menu('Ada Lovelace'));
  await app.reload();
  await see(menu('Ada Lovelace'));
  await goTo('My ratings');
  await see(heading(liked));
});

test('profiles: ask before one is deleted, take only that one, and leave a new one when none is left', async () => {
  await openApp();
  await judge('Like');
  await addAda();
  await choose('Ada', 'You');
  await see(menu('You'));
  await choose('You', 'Delete all that is yours');
  await see(dialog().getByText('1 rating goes for good. This cannot be undone.'));
  await inDialog('Keep everything').click();
  await seeNothingOf(dialog());
  await choose('You', 'Delete all that is yours');
  await see(dialog().getByText('1 rating goes for good. This cannot be undone.'));
  await inDialog('Delete for good').click();
  await see(menu('Ada'));
  await seeNothingOf(dialog());
  await menu('Ada').click();
  await see(entry('Ada'));
  await seeNothingOf(entry('You'));
  await press('{Escape}');

  await choose('Ada', 'Delete Ada');
  await see(dialog().getByText('Nothing is rated yet. This cannot be undone.'));
  await inDialog('Delete for good').click();
  await see(menu('You'));
  await loaded();
  await goTo('My ratings');
  await see(heading('Nothing rated yet'));
});

test('profiles: says why when another person cannot be chosen', async () => {
  let refuses = false;
  const databaseName = `profiles-refused-${Math.floor(performance.timeOrigin)}`;
  let ids = 0;
  const sources = { now: () => 1_000_000 + ids++, uuid: () => `person-${ids++}` };
  await openApp({
    dependencies: {
      createStorage(callbacks) {
        const storage = createStorage(sources, callbacks, databaseName);
        const { look } = storage.rescue;
        storage.rescue.look = () => (refuses ? Promise.reject(new StorageError('unknown')) : look());
        return storage;
      },
    },
  });
  await loaded();
  await addAda();
  refuses = true;
  await choose('Ada', 'You');
  await see(dialog().getByRole('heading', { name: 'Still Ada' }));
  await see(dialog().getByText(/could not reach its storage/));
  await inDialog('Go on').click();
  await seeNothingOf(dialog());
  await see(menu('Ada'));
  refuses = false;
  await choose('Ada', 'You');
  await see(menu('You'));
  indexedDB.deleteDatabase(databaseName);
});
