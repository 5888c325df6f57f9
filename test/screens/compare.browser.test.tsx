import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { goToAddress, openApp } from './small-app';
import { button, heading, link, region, see, seeNothingOf } from './steps';

const SYSTEMS = ['constant', 'user-constant', 'popularity', 'bias', 'user-knn'];
const CARDS = ['Where they stand', 'Accuracy so far', 'Spread over users', 'Time per learned rating'];
/** A run of a moment: 30 people of the small world, 10 ratings each. */
const QUERY = `protocol=paper&users=30&ratings=10&seed=5&models=${SYSTEMS}`;
const compare = (query = QUERY) => openApp({ at: `/compare?${query}` });

const figures = () => page.getByRole('table', { name: /^within 1 star: / });
const systems = () =>
  figures()
    .getByRole('rowheader')
    .elements()
    .map(({ textContent }) => textContent.trim());
const kept = () => region('Kept runs');
const legend = () => page.getByRole('list', { name: 'Systems in the charts' });

/** The systems in the table that says the same as a chart. */
async function namesIn(card: string): Promise<string[]> {
  await region(card).getByRole('button', { name: 'Table' }).click();
  await see(region(card).getByRole('rowheader').first());
  return region(card)
    .getByRole('rowheader')
    .elements()
    .map(({ textContent }) => textContent.trim());
}

/** Runs what is set, to its end. */
async function run(): Promise<void> {
  const done = () =>
    kept()
      .getByText(/^done · /)
      .elements().length;
  const before = done();
  await button('Run').click();
  await expect.poll(done).toBe(before + 1);
  await see(page.getByText(/· took \d/).last());
}

test('compare: says what is measured, and with which caveats, before anything has run', async () => {
  await openApp({ at: '/compare' });
  await see(page.getByRole('heading', { level: 1, name: 'Compare' }));
  await see(page.getByText('MovieLens latest-small (bundled).'));
  await see(page.getByRole('complementary', { name: 'Notes' }).getByText(/^Known leak: TMDB’s votes/));
  await seeNothingOf(figures());
  await seeNothingOf(kept());
});

test('compare: shows every system with its figures, charts and comparisons when a run is done', async () => {
  await compare();
  await run();
  await see(
    page.getByText(/^MovieLens latest-small \(bundled\): 120 films, [\d,]+ ratings by 60 users · data/),
  );
  expect(systems()).toEqual(SYSTEMS);
  for (const row of figures().getByRole('row').elements().slice(1))
    expect(row.textContent).toMatch(/0\.\d{4}/);
  for (const title of CARDS) expect([title, ...(await namesIn(title))]).toEqual([title, ...SYSTEMS]);
});

test('compare: hides a system from the charts when it is chosen in the legend, but never a constant', async () => {
  await compare();
  await run();
  await expect.element(legend().getByRole('button', { name: 'constant', exact: true })).toBeDisabled();
  await legend().getByRole('button', { name: 'popularity' }).click();
  for (const title of CARDS)
    expect([title, ...(await namesIn(title))]).toEqual([
      title,
      ...SYSTEMS.filter((name) => name !== 'popularity'),
    ]);
});

test('compare: gives the same figures again when the same settings are run again', async () => {
  await compare();
  const shown = () =>
    figures()
      .getByRole('cell')
      .filter({ hasText: /^0\.\d{4}$/ })
      .elements()
      .map(({ textContent }) => textContent);
  await run();
  const first = shown();
  expect(first.length).toBeGreaterThan(4);
  await run();
  await expect.poll(shown).toEqual(first);
});

test('compare: keeps runs, to be opened, renamed, compared and deleted, over a reload', async () => {
  const app = await compare();
  await run();
  goToAddress(`/compare?${QUERY.replace('seed=5', 'seed=6')}`);
  await run();
  await expect.poll(() => kept().getByRole('listitem').elements().length).toBe(2);
  await app.reload();
  await see(kept());
  const first = kept().getByRole('listitem').first();
  await see(first.getByText(/^done · 17 Oct 2016/));
  await expect
    .element(first.getByRole('link', { name: 'Settings' }))
    .toHaveAttribute('href', expect.stringContaining('seed=6'));
  await first.getByRole('button', { name: /^Rename / }).click();
  await first.getByRole('textbox', { name: 'Name' }).fill('The sixth');
  await first.getByRole('textbox', { name: 'Name' }).element().blur();
  await see(first.getByText('The sixth', { exact: true }));

  for (const box of kept().getByRole('checkbox').all()) await box.click();
  const pair = kept().getByRole('table', { name: /^A: / });
  await see(pair.getByText('B − A', { exact: true }));
  expect(pair.getByRole('rowheader').elements()).toHaveLength(5);

  await first.getByRole('button', { name: 'Open' }).click();
  await see(kept().getByRole('heading', { level: 2, name: 'The sixth' }));
  await first.getByRole('button', { name: 'Delete The sixth' }).click();
  await expect.poll(() => kept().getByRole('listitem').elements().length).toBe(1);
  await seeNothingOf(kept().getByText('The sixth'));
});

test('compare: says below Run why a run is refused, and keeps none, when it asks for more people than there are', async () => {
  await compare(QUERY.replace('users=30', 'users=500'));
  await button('Run').click();
  await see(region('Run').getByRole('alert').getByText('This cannot be run'));
  expect(page.getByRole('alert').elements()).toHaveLength(1);
  await seeNothingOf(kept());
  await see(
    page
      .getByRole('alert')
      .getByText(/^500 users with 10 or more ratings were asked for, but only \d+ exist/),
  );
});

test('compare: says so when no worker can be started', async () => {
  const { Worker } = window;
  window.Worker = class {
    constructor() {
      throw new Error('no workers here');
    }
  } as unknown as typeof Worker;
  try {
    await compare();
    await button('Run').click();
    await see(page.getByText(/This browser cannot start a worker/).first());
  } finally {
    window.Worker = Worker;
  }
});

test('settings: put every choice into the address, and offer what the protocol asks', async () => {
  await compare();
  const number = (name: string) => page.getByRole('textbox', { name, exact: true });
  await expect.element(number('Users')).toHaveValue('30');
  await number('Seed').fill('77');
  await expect.poll(() => window.location.hash).toContain('seed=77');
  await seeNothingOf(number('Folds'));
  await page.getByRole('checkbox', { name: /^wnn$/ }).click();
  await expect.poll(() => window.location.hash).toContain('wnn');

  await page.getByRole('radiogroup', { name: 'Protocol' }).getByText('top-n').click();
  await expect.element(number('Folds')).toHaveValue('5');
  await expect.element(number('Seed')).toHaveValue('77');
  await seeNothingOf(number('Users'));
  await expect.element(page.getByRole('checkbox', { name: /^popularity/ })).toBeDisabled();
  await see(page.getByText('popularity always stands beside a result.'));
  await page.getByRole('button', { name: /^One row of the paper’s table/ }).click();
  await expect
    .element(page.getByRole('button', { name: /^One row/ }))
    .toHaveAttribute('aria-pressed', 'true');
  await expect.element(number('Users')).toHaveValue('100');
});

test('settings: propose what people click and one window for all, when nothing was said', async () => {
  await openApp({ at: '/compare' });
  const chosen = (group: string, name: string) =>
    expect.element(page.getByRole('radiogroup', { name: group }).getByRole('radio', { name })).toBeChecked();
  await chosen('Readout', 'One window for all');
  await expect
    .element(page.getByRole('button', { name: /^One row/ }))
    .toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('radiogroup', { name: 'Protocol' }).getByText('new-user').click();
  await chosen('Feedback', 'What people click');
  await expect.poll(() => window.location.hash).toMatch(/feedback=clicks.*readout=window/);
  const feedback = page.getByRole('radiogroup', { name: 'Feedback' });
  await feedback.getByRole('radio', { name: 'Likes' }).click();
  await seeNothingOf(page.getByRole('radiogroup', { name: 'Readout' }));
  await feedback.getByRole('radio', { name: 'Stars' }).click();
  await chosen('Readout', 'One window for all');
});

test('settings: are those of before there was a choice when an old link is opened', async () => {
  await compare('protocol=new-user&folds=3&models=bias');
  await expect
    .element(page.getByRole('radiogroup', { name: 'Feedback' }).getByRole('radio', { name: 'Stars' }))
    .toBeChecked();
  await expect
    .element(page.getByRole('radiogroup', { name: 'Readout' }).getByRole('radio', { name: 'As published' }))
    .toBeChecked();
});

test('figures: of a list say in words what every column is when its run is done', async () => {
  await compare('protocol=top-n&feedback=clicks&folds=2&fit=quick&seed=5&models=popularity,ease-recent');
  await button('Run').click();
  await see(page.getByText(/· took \d/).last());
  const columns = () =>
    page
      .getByRole('table', { name: /^nDCG@10: / })
      .getByRole('columnheader')
      .elements()
      .map(({ textContent }) => textContent);
  await expect.poll(columns).toEqual(expect.arrayContaining(['tailNdcg10', 'fameShare']));
  await page.getByText('What the columns say').click();
  const terms = page.getByRole('term').elements();
  const told = terms.map(({ textContent }) => textContent);
  expect(told).toEqual(columns().filter((name) => !/^(model|95 % of .*|users)$/.test(name ?? '')));
});

test('compare: opens the settings of a link when the address carries them', async () => {
  await compare('protocol=new-user&split=chronological&folds=3&models=bias,wnn');
  const split = page.getByRole('radiogroup', { name: 'Split' });
  await expect.element(split.getByRole('radio', { name: 'chronological' })).toBeChecked();
  await see(page.getByText(/^Known leak: the split in time is per user/));
  await expect.element(page.getByRole('checkbox', { name: /^constant/ })).toBeChecked();
  await see(heading('Compare'));
  await expect.element(link('Compare').first()).toHaveAttribute('aria-current', 'page');
});
