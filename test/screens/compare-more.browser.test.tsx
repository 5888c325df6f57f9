import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApp } from './small-app';
import { button, goTo, link, region, row, say, see, seeNothingOf } from './steps';

/** Goes on for longer than any test looks at it. */
const LONG = 'protocol=paper&users=50&ratings=10&seeds=20';
const figures = () => page.getByRole('table', { name: /^(within 1 star|RMSE): / });
const kept = () => region('Kept runs');

/** Waits until something of the run has been measured. */
const measured = () =>
  see(
    figures()
      .getByRole('cell')
      .filter({ hasText: /^0\.\d{4}$/ })
      .first(),
  );

test('compare: shows how far a run has come, holds it when paused, and ends it at once when cancelled', async () => {
  await openApp({ at: `/compare?${LONG}` });
  await button('Run').click();
  await see(page.getByRole('progressbar', { name: 'Progress of the run' }));
  await measured();
  await expect.element(page.getByRole('textbox', { name: 'Seed', exact: true })).toBeDisabled();
  await button('Pause').click();
  await see(page.getByText(/^Paused at /));
  await button('Go on').click();
  await see(page.getByText(/^(Measuring|Fitting) /));
  const legend = page.getByRole('list', { name: 'Systems in the charts' });
  expect(figures().getByRole('rowheader').elements()).toHaveLength(
    legend.getByRole('listitem').elements().length,
  );
  await button('Cancel').click();
  await see(page.getByText('Cancelled: what had been measured until then.'));
  await see(button('Run'));
  await see(kept().getByText(/^cancelled · /));
  await expect.element(page.getByRole('textbox', { name: 'Seed', exact: true })).toBeEnabled();
});

/** A MovieLens zip of 40 films and 750 ratings by 30 people. @param more lines of ratings */
function smallZip(genre = 'Drama', more: string[] = []): File {
  const movies = Array.from({ length: 40 }, (_, m) => `${m + 1},Film ${m} (1999),${genre}`);
  const ratings = Array.from({ length: 30 * 25 }, (_, n) => {
    const [user, film] = [1 + Math.floor(n / 25), n % 25];
    return `${user},${film + 1},${1 + ((user * (film + 1)) % 5)},${user * 100 + film}`;
  });
  const bytes = zipSync({
    'ml/movies.csv': strToU8(`${['movieId,title,genres', ...movies].join('\n')}\n`),
    'ml/ratings.csv': strToU8(`${['userId,movieId,rating,timestamp', ...ratings, ...more].join('\n')}\n`),
  });
  return new File([new Uint8Array(bytes)], 'mine.zip', { type: 'application/zip' });
}

test('own data: are refused with a reason when they cannot be read, and run when they can', async () => {
  await openApp({ at: '/compare?protocol=new-user&folds=2&models=bias' });
  const zip = page.getByLabelText('MovieLens zip file');
  await expect.element(zip).toBeInTheDocument();
  await zip.upload(new File(['not a zip'], 'holiday.zip', { type: 'application/zip' }));
  await see(page.getByRole('alert').getByText(/holiday\.zip cannot be unpacked/));
  await zip.upload(smallZip());
  await see(page.getByText('mine.zip: 40 films, 750 ratings by 30 users.'));
  await seeNothingOf(page.getByRole('alert'));
  await button('Run').click();
  await see(page.getByText(/^mine\.zip: .* · took \d/));
  expect(figures().getByRole('rowheader').elements()).toHaveLength(3);
  await button('Bundled data').click();
  await see(page.getByText('MovieLens latest-small (bundled): 120 films', { exact: false }));
});

test('own data: are refused in the words of the screen, and taken with a notice of what was left out', async () => {
  await openApp({ at: '/compare?protocol=new-user&folds=2&models=bias' });
  const zip = page.getByLabelText('MovieLens zip file');
  await expect.element(zip).toBeInTheDocument();
  await zip.upload(smallZip('Drama|Soap', ['99,1,4,5']));
  await see(
    page
      .getByRole('alert')
      .getByText(/only rating of user 99; .*tick "Leave out users with a single rating"/),
  );
  await page.getByLabelText('Leave out users with a single rating').click();
  await zip.upload(smallZip('Drama|Soap', ['99,1,4,5']));
  await see(page.getByText('mine.zip: 40 films, 750 ratings by 30 users.'));
  await see(page.getByText(/genres that MovieLens does not have were left out: "Soap" of 40 films/));
});

test('own data: lead to the import when they are an export of somebody’s own ratings', async () => {
  await openApp({ at: '/compare' });
  const bytes = zipSync({
    'ratings.csv': strToU8(
      'Date,Name,Year,Letterboxd URI,Rating\n2020-01-01,Heat,1995,https://boxd.it/1,4\n',
    ),
  });
  const zip = page.getByLabelText('MovieLens zip file');
  await expect.element(zip).toBeInTheDocument();
  await zip.upload(new File([new Uint8Array(bytes)], 'letterboxd.zip', { type: 'application/zip' }));
  await see(page.getByRole('alert').getByText(/Letterboxd/));
  await expect.element(link('Bring in your own ratings')).toHaveAttribute('href', '#/your-data/import');
});

test('duel: leads to rating when nothing is liked or disliked', async () => {
  await openApp({ at: '/compare' });
  await page.getByRole('tab', { name: 'Your own duel' }).click();
  await see(page.getByText(/^You have not judged a film yet\./));
  await link('Rate a few').click();
  await see(page.getByText('Do you like it?'));
});

test('duel: tells how many clicks each system foresaw, and leaves out those made with a prediction in view', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await say('Dislike', 'Film 2');
  await goTo('For you');
  await row('Film 0')
    .getByRole('button', { name: /^Like / })
    .click();
  await goTo('Compare');
  await page.getByRole('tab', { name: 'Your own duel' }).click();
  await see(page.getByText(/^4 clicks, 1 of them made with a prediction in view and left out\. $/));
  const standing = (model: string) =>
    page.getByRole('row', { name: new RegExp(`^${model} \\d+ of \\d+ `) }).first();
  await expect.element(standing('constant')).toHaveTextContent('2 of 3');
  for (const model of ['wnn', 'ftrl', 'ease-recent', 'ridge-prior']) {
    await expect.element(standing(model)).toHaveTextContent(/\d of 3/);
  }
  await page.getByRole('checkbox', { name: 'Count clicks made with a prediction in view' }).click();
  await expect.element(standing('constant')).toHaveTextContent('3 of 4');
});
