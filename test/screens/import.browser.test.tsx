import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import { button, findFilm, goTo, heading, inView, link, press, see, seeNothingOf } from './steps';

const bring = (size?: [number, number]) => openApp({ at: '/your-data/import', ...(size && { size }) });
const file = (name: string, ...lines: string[]) => new File([lines.join('\n')], name);

/** Picks files as the device's own choice does. */
const pick = (...files: File[]) =>
  page.getByLabelText('Files of an export', { exact: true }).upload(files.length === 1 ? files[0] : files);

/** IMDb's ratings: film, title, rating out of ten, kind. */
function imdb(...rows: [film: number, title: string, rating: number, kind?: string][]): File {
  const lines = rows.map(
    ([film, title, rating, kind = 'Movie']) =>
      `tt000${2000 + film},${rating},2015-01-0${1 + (film % 9)},"${title}",${kind},`,
  );
  return file('imdb.csv', 'Const,Your Rating,Date Rated,Title,Title Type,Year', ...lines);
}
const SIX = imdb(
  [1, 'Film 1', 10],
  [2, 'Film 2', 9],
  [3, 'Film 3', 6],
  [4, 'Film 4', 2],
  [900, 'Far Away', 8],
);

const reviewed = () => see(heading('What was found'));
const section = (name: RegExp) => page.getByRole('button', { name });
const answers = () =>
  page
    .getByRole('region', { name: 'What your stars mean' })
    .getByText(/^\d+ (?:liked|so-so|disliked)$/)
    .elements()
    .map(({ textContent }) => textContent);
const thumb = (name: string) => page.getByRole('slider', { name });

test('import: shows what was found and what the stars become, adds it as one step, and takes it back', async () => {
  await bring();
  await pick(SIX);
  await reviewed();
  await see(page.getByText('5 rows from IMDb: 4 films found, 1 not here.').first());
  expect(answers()).toEqual(['1 disliked', '1 so-so', '2 liked']);
  await button('Add 4 films').click();
  await see(heading('Added 4 films'));
  await expect.element(heading('Added 4 films')).toHaveFocus();
  await see(page.getByText('2 liked, 1 so-so, 1 disliked. Your list has learned from them.'));

  await button('Undo').click();
  await see(page.getByText('What this import said of 4 films is gone again.'));
  await button('Add 4 films again').click();
  await see(heading('Added 4 films'));
  await link('See your list').click();
  await see(page.getByRole('heading', { level: 1, name: /./ }));
  await goTo('My ratings');
  await see(page.getByText(/^Changed 4 films/));
  expect(page.getByRole('heading', { level: 3 }).elements()).toHaveLength(4);
});

test('the same file again: says that all of it stands, and offers nothing to add', async () => {
  await bring();
  await pick(SIX);
  await button('Add 4 films').click();
  await button('Import more').click();
  await pick(SIX);
  await see(page.getByText('Nothing new: all of it stands here already.'));
  await see(page.getByText('4 films stand here already, as the file has them.'));
  await seeNothingOf(button(/^Add /));
});

test('thresholds: are moved by keys, tell their place, and change the counts', async () => {
  await bring([390, 844]);
  await pick(SIX);
  await reviewed();
  (thumb('Like from').element() as HTMLElement).focus();
  await press('{ArrowLeft}', '{ArrowLeft}');
  await expect.element(thumb('Like from')).toHaveAttribute('aria-valuetext', '3 stars');
  await expect.poll(answers).toEqual(['1 disliked', '0 so-so', '3 liked']);
  (thumb('Dislike up to').element() as HTMLElement).focus();
  await press('{ArrowLeft}', '{ArrowLeft}', '{ArrowLeft}');
  await expect.poll(answers).toEqual(['0 disliked', '1 so-so', '3 liked']);
  const stars = page.getByRole('region', { name: 'What your stars mean' });
  await see(stars.getByText(/^Film 3 .*, 3 stars$/));
});

test('doubts: are offered with their candidates, and only what was decided is added', async () => {
  await bring();
  await pick(file('mine.csv', 'Film,Score', 'Film 1,9', 'Film 2,2', 'Fil 3,9'));
  await see(heading('Which column is which?'));
  await expect.element(page.getByLabelText('Title')).toHaveValue('0');
  await expect.element(page.getByLabelText('The best rating is')).toHaveValue('10');
  await button('Read the file').click();
  await reviewed();
  await see(page.getByText('2 films to look at are not decided, and left out.'));
  await page
    .getByRole('radiogroup', { name: /^Film 1/ })
    .getByRole('radio', { name: /^Film 1 / })
    .click();
  await see(button('Add 1 film'));
  await page
    .getByRole('radiogroup', { name: /^Film 2/ })
    .getByRole('radio', { name: 'None of these' })
    .click();
  await see(button('Add 1 film'));
  await section(/^Not here: 1 film/).click();
  await button('Find Fil 3 by hand').click();
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill('Film 33');
  await see(page.getByRole('option').first());
  await press('{Enter}');
  await see(page.getByText(/^Taken as Film 33/));
  await see(button('Add 2 films'));
});

test('what is found: lists films, series and rows that cannot be read, and a film can be left out', async () => {
  await bring();
  await pick(imdb([1, 'Film 1', 10], [2, 'Film 2', 11], [3, 'A Series', 9, 'TV Series'], [4, 'Film 4', 8]));
  await reviewed();
  await section(/^Left out: 1 series/).click();
  await see(page.getByText('A Series'));
  await section(/^Could not be read: 1 row/).click();
  await see(page.getByText('imdb.csv, line 3: Your Rating should be a number up to 10, found "11".'));
  await section(/^Found: 2 films/).click();
  await button('Leave out Film 1').click();
  await see(button('Add 1 film'));
  await button('Take in Film 1').click();
  await see(button('Add 2 films'));
});

test('watched and watchlist: watched films are left out unless they count as so-so, wishes are marked unless not', async () => {
  await bring();
  const header = 'Date,Name,Year,Letterboxd URI';
  const zip = zipSync({
    'watched.csv': new TextEncoder().encode(`${header}\n2015-01-01,Film 5,,https://boxd.it/5`),
    'watchlist.csv': new TextEncoder().encode(`${header}\n2015-01-01,Film 6,,https://boxd.it/6`),
  });
  await pick(new File([zip as Uint8Array<ArrayBuffer>], 'letterboxd.zip'));
  await reviewed();
  for (const film of ['Film 5', 'Film 6']) {
    await page
      .getByRole('radiogroup', { name: new RegExp(`^${film}`) })
      .getByRole('radio', { name: new RegExp(`^${film} `) })
      .click();
  }
  await see(button('Add 1 film'));
  await page.getByRole('radio', { name: 'Count them as so-so: they are not suggested' }).click();
  await see(button('Add 2 films'));
  await page.getByRole('checkbox', { name: /watchlist/ }).click();
  await see(button('Add 1 film'));
});

test('people of a data set: one of them is chosen', async () => {
  await bring();
  await pick(
    file('ratings.csv', 'userId,movieId,rating,timestamp', '1,10,4,1111111111', '2,13,1,1111111111'),
  );
  await see(heading('Whose ratings?'));
  await page.getByLabelText('Person').selectOptions('User 2: 1 rating');
  await button('Read these ratings').click();
  await reviewed();
  expect(answers()).toEqual(['1 disliked', '0 so-so', '0 liked']);
});

test('refusals: stay on the first step, name file, line, what was found and what was expected', async () => {
  await bring();
  await pick(file('holiday.csv', '<!doctype html><title>Sign in</title>'));
  await see(page.getByText(/^holiday\.csv is a web page called "Sign in", not an export\./));
  await pick(imdb([1, 'Film 1', 99]));
  await see(page.getByText('imdb.csv, line 2: Your Rating should be a number up to 10, found "99".'));
  await pick(SIX);
  await reviewed();
});

test('titles: are text, whatever stands in them', async () => {
  await bring();
  const names = ['<img src=x onerror=document.title=1>', '__proto__', 'constructor', '\u202Eevil\u0007'];
  await pick(imdb(...names.map((name, n): [number, string, number] => [900 + n, name, 8]), [1, 'Film 1', 8]));
  await reviewed();
  await section(/^Not here: 4 films/).click();
  for (const name of [
    '<img src=x onerror=document.title=1>',
    '__proto__',
    'constructor',
    '\\u{202e}evil\\u{7}',
  ])
    await see(page.getByText(name, { exact: true }).first());
  expect(document.querySelector('main img')).toBeNull();
  await button('Add 1 film').click();
  await see(heading('Added 1 film'));
});

test('somebody else: is told that the import was begun for another, and gets nothing of it', async () => {
  await bring();
  await pick(SIX);
  await reviewed();
  await page.getByRole('button', { name: 'You' }).click();
  await page.getByRole('menuitem', { name: /New person|Add/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('Ben');
  await press('{Enter}');
  await see(page.getByText(/^This import was begun for “You”, so nothing of it is added now/));
  await seeNothingOf(button(/^Add \d/));
  await button('Start again').click();
  await see(button('Choose files'));
  await goTo('My ratings');
  await see(heading('Nothing rated yet'));
});

test('a click on another screen: is taken into account when one comes back to the review', async () => {
  await bring();
  await pick(SIX);
  await see(button('Add 4 films'));
  await goTo('Rate');
  await findFilm('Film 1');
  await inView();
  await press('d');
  await goTo('For you');
  window.location.hash = '#/your-data/import';
  await see(page.getByText('1 film was answered here later; that answer stays.'));
  await see(button('Add 3 films'));
});

/** Drops a file, which takes no time of its own. */
async function drop(file: File): Promise<void> {
  const zone = page.getByRole('region', { name: 'Your files' });
  await see(zone);
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  zone.element().dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}

test('a drop: is read as files that were picked', async () => {
  await bring();
  await drop(SIX);
  await reviewed();
  await see(button('Add 4 films'));
});

test('a long history: shows how far reading has come, leaves the page its turn, and is ended by Cancel', async () => {
  await bring();
  const header = 'Const,Your Rating,Date Rated,Title,Title Type,Year';
  const words = 'and a long name '.repeat(12);
  const rows = Array.from({ length: 100_000 }, (_, n) => `tt${30_000 + n},8,2015-01-01,${n} ${words},Movie,`);
  const long = new File([header, '\n', rows.join('\n')], 'imdb.csv');
  let [longest, last] = [0, performance.now()];
  let watches = true;
  const watch = (now: number) => {
    longest = Math.max(longest, now - last);
    last = now;
    if (watches) requestAnimationFrame(watch);
  };
  await drop(long);
  const bar = page.getByRole('progressbar', { name: 'Reading your files' });
  await see(bar);
  last = performance.now();
  requestAnimationFrame(watch);
  await see(page.getByText(/^Looked up [\d,]+ of 100,000 rows$/));
  await button('Cancel').click();
  watches = false;
  await see(button('Choose files'));
  expect(longest).toBeLessThan(500);
  await pick(SIX);
  await see(button('Add 4 films'));
});
