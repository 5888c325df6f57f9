import { expect, onTestFinished, test } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { openApp } from './small-app';
import { amountOf, focus, goTo, inView, press, region, say, see, seeNothingOf } from './steps';

const network = () => region('The network at work');
const inNetwork = (name: string) => network().getByRole('button', { name, exact: true });
const nodes = () => network().getByRole('radio');
const detail = () => region('The chosen node');
/** What a node is called: what it recalls, and the likes and dislikes in its cell. */
const nodeNames = () =>
  nodes()
    .elements()
    .map((node) => node.getAttribute('aria-label') ?? '');
/** Nodes that recall something. */
const recalling = () => nodeNames().filter((name) => !name.includes('recalls nothing')).length;
const traits = (side: 'You go for' | 'You avoid') =>
  region(side)
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);
/** A figure below "Memory used". */
const figure = (name: string) =>
  page.getByRole('definition').elements()[
    page
      .getByRole('term')
      .elements()
      .findIndex(({ textContent }) => textContent === name)
  ].textContent;

/** By then, what a click has set in motion has begun to move. */
const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Takes a film into the picture by its title. */
async function look(title: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Find a film by title' }).fill(title);
  await page
    .getByRole('option', { name: new RegExp(`^${title}( liked| disliked)? ?\\d{4}`) })
    .first()
    .click();
  await see(network().getByRole('heading', { name: new RegExp(`^${title} \\(`) }));
}

async function judge(answer: 'Like' | 'Dislike', title: string): Promise<void> {
  await look(title);
  await inView();
  await inNetwork(answer).click();
  await expect.element(inNetwork(answer)).toHaveAttribute('aria-pressed', 'true');
}

test('my model: shows an empty memory and a network that recalls nothing when nothing is rated', async () => {
  await openApp({ at: '/my-model' });
  await see(page.getByText(/^Nothing yet: its memory is empty\./));
  await see(
    page.getByText('A small network of memory cells that learns from each click. Yours is still empty.'),
  );
  await expect.poll(() => nodes().elements().length).toBeGreaterThan(5);
  expect(recalling()).toBe(0);
  await see(network().getByText(/^None of the \d+ nodes recalls anything yet/));
  await see(page.getByText('The chart begins with your first click.'));
  await see(page.getByText('Your whole taste is 0 bytes: nothing yet.'));
  expect(figure('cells written')).toMatch(/^0 of \d+$/);
  await see(page.getByText(/^It can tell something of its own about 0 of 120 films/));
  await see(page.getByText(/^everything\./));
});

test('my model: learns at once from a film that is judged in the picture, and forgets it when undone', async () => {
  await openApp({ at: '/my-model' });
  await look('Film 4');
  await inNetwork('Like').click();
  await see(
    page.getByText('What 1 like and 0 dislikes have taught it. All of this is read out of its memory.'),
  );
  await expect.poll(recalling).toBeGreaterThan(0);
  await see(page.getByText('After 1 click'));
  expect(figure('cells written')).not.toMatch(/^0 of/);
  // The same answer again takes it back; so does "Undo".
  await inView();
  await inNetwork('Like').click();
  await see(page.getByText(/^Nothing yet: its memory is empty\./));
  await inNetwork('Undo').click();
  await expect.element(inNetwork('Like')).toHaveAttribute('aria-pressed', 'true');
  await press('u');
  await expect.element(inNetwork('Undo')).toBeDisabled();
  await see(page.getByText('Your whole taste is 0 bytes: nothing yet.'));
  expect(recalling()).toBe(0);
});

test('my model: names what liked and disliked films have in common, and from how many films it knows', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9', 'Film 2', 'Film 12');
  await say('Dislike', 'Film 1', 'Film 3', 'Film 7');
  await goTo('My model');
  await expect.poll(() => traits('You go for').length).toBeGreaterThan(0);
  await expect.poll(() => traits('You avoid').length).toBeGreaterThan(0);
  for (const trait of traits('You go for'))
    expect(trait).toMatch(/from [1-4] films?(, though you disliked \d)?$/);
  for (const trait of traits('You avoid'))
    expect(trait).toMatch(/from [1-3] films?(, though you liked \d)?$/);
  await page.getByText('How this is read out of the memory').click();
  const table = page.getByRole('table', { name: /^Every trait the nodes can tell/ });
  await see(table);
  expect(table.getByRole('rowheader').elements().length).toBeGreaterThan(traits('You go for').length);
});

test('my model: says of which kinds of films it can tell something when films are rated', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9', 'Film 2', 'Film 12');
  await goTo('My model');
  await see(page.getByText(/^It can tell something of its own about [1-9]\d* of 120 films/));
  const map = page.getByRole('table', { name: /^Of a hundred films of each kind/ });
  await see(map);
  expect(map.getByRole('columnheader', { name: 'all' }).elements()).toHaveLength(1);
  expect(map.getByRole('rowheader').elements().length).toBeGreaterThan(5);
});

test('network: adds up to the score, figure by figure, when it is shown as a table', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await say('Dislike', 'Film 1');
  const title = 'Film 9';
  await goTo('My model');
  await look(title);
  // The picture says the same: votes for it, votes against it, where it starts and what it comes to.
  const picture = /((?:[+−]\d+\.\d\d)*)start (−?\d+\.\d\d)score (−?\d+\.\d\d)/;
  const [, drawn, start, end] = picture.exec(network().element().textContent) ?? [];
  const sides = drawn.match(/[+−]\d+\.\d\d/g)?.map(amountOf) ?? [];
  expect(sides.length).toBeGreaterThan(0);
  expect(sides.reduce((sum, side) => sum + side, amountOf(start))).toBe(amountOf(end));
  await inNetwork('The same as a table').click();
  const table = page.getByRole('table', {
    name: 'Starting point, votes and what is beside them add up to the score',
  });
  await see(table.getByRole('rowheader', { name: 'starting point' }));
  await see(table.getByRole('rowheader', { name: 'tables, series, latest dislikes' }));
  const lines = table.getByRole('row').elements().slice(1);
  const votes = lines.map((line) => [...line.querySelectorAll('td')].at(-1)?.textContent ?? '');
  const amounts = votes.map((vote) => Number(vote.replace('−', '-')));
  const total = amounts.pop() ?? Number.NaN;
  expect(Math.abs(amounts.reduce((sum, vote) => sum + vote) - total)).toBeLessThan(0.002);
  expect(total.toFixed(2).replace('-', '−')).toBe(end);
  await inNetwork('Hide the table').click();
  await seeNothingOf(table);
});

test('network: opens its nodes with the arrow keys, and each says what it holds', async () => {
  await openApp({ at: '/my-model' });
  await judge('Like', 'Film 4');
  const count = nodes().elements().length;
  await focus(network().getByRole('radio', { checked: true }));
  const seen = new Set<string | null | undefined>();
  for (let step = 0; step < count; step++) {
    await press('{ArrowRight}');
    const name = document.activeElement?.getAttribute('aria-label') ?? '';
    seen.add(name);
    await expect.element(network().getByRole('radio', { checked: true })).toHaveAccessibleName(name);
    const node = /^Node \d+/.exec(name)?.[0] ?? '';
    await see(detail().getByRole('heading', { name: node, exact: true }));
    if (name.includes(': 1 likes, 0'))
      await see(detail().getByText(/1 like and 0 dislikes of yours \(Film 4 \(/));
  }
  expect(seen.size).toBe(count);
});

test('network: flashes in the cells that a click writes, but not for those who asked for stillness', async () => {
  await openApp({ at: '/my-model' });
  await look('Film 4');
  // The field that was typed into still changes its colours.
  await expect.poll(() => document.getAnimations().length).toBe(0);
  let flashes = 0;
  const count = () => {
    flashes++;
  };
  for (const beginning of ['animationstart', 'transitionrun']) {
    document.addEventListener(beginning, count);
    onTestFinished(() => document.removeEventListener(beginning, count));
  }
  await inNetwork('Like').click();
  await expect.element(inNetwork('Like')).toHaveAttribute('aria-pressed', 'true');
  await twoFrames();
  expect(flashes).toBe(0);
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'no-preference' }],
  });
  await twoFrames();
  flashes = 0;
  await inView();
  await inNetwork('Dislike').click();
  await expect.poll(recalling).toBeGreaterThan(2);
  await expect.poll(() => flashes).toBeGreaterThanOrEqual(recalling());
});

test('growth: is told as a chart and as the same table, click by click', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await press('u');
  await goTo('My model');
  const growth = region('How it grew');
  await see(
    growth.getByRole('img', { name: /^Memory cells written, growing from 0 to \d+ over 3 clicks\.$/ }),
  );
  await see(growth.getByText('After 1 click'));
  await growth.getByRole('button', { name: 'Table' }).click();
  const table = growth.getByRole('table', { name: 'The model along the log' });
  await see(table.getByRole('rowheader', { name: '3 clicks' }));
  const rated = table
    .getByRole('row')
    .elements()
    .map(({ textContent }) => textContent);
  expect(rated[1]).toMatch(/^0 clicks00$/);
  expect(rated.at(-1)).toMatch(/^3 clicks1\d+$/);
  await growth.getByRole('button', { name: 'Chart' }).click();
  await seeNothingOf(table);
});

test('my model: offers the films of the list and those rated last to look at, and which network is in use', async () => {
  await openApp();
  await say('Like', 'Film 4');
  await goTo('My model');
  const rated = page.getByRole('option', { name: /^Film 4 \(/ });
  await expect.element(rated).toBeInTheDocument();
  await page.getByLabelText('Film to look at').selectOptions(rated.element().textContent);
  await see(network().getByRole('heading', { name: /^Film 4 \(/ }));
  await expect.element(inNetwork('Like')).toHaveAttribute('aria-pressed', 'true');
  const known = page.getByRole('radiogroup', { name: 'What the network may know of films' });
  await expect.element(known.getByRole('radio', { name: 'Facts, and what others like' })).toBeChecked();
});
