import { expect, test } from 'vitest';
import { openApp } from './small-app';
import { goTo, judge, press, region, say, see, seeNothingOf } from './steps';

const beside = () => region('What it keeps beside its cells');
const part = (name: string) => beside().getByRole('region', { name, exact: true });
const lines = (name: string) =>
  part(name)
    .getByRole('listitem')
    .elements()
    .map(({ textContent }) => textContent);
const places = () => part('Seen of late').element().textContent;

test('beside its cells: says that there is nothing before the first answer, and again when it is undone', async () => {
  await openApp({ at: '/my-model' });
  await see(beside().getByText(/^Nothing yet\./));
  await goTo('Rate');
  await say('Like', 'Film 4');
  await goTo('My model');
  await see(part('Seen of late'));
  await seeNothingOf(beside().getByText(/^Nothing yet\./));
  await press('u');
  await see(beside().getByText(/^Nothing yet\./));
});

test('beside its cells: names what was seen and disliked of late, and the series liked, newest first', async () => {
  await openApp({
    series: [
      [4, 30, 31],
      [9, 40],
    ],
  });
  await say('Like', 'Film 9');
  await say('Dislike', 'Film 1');
  await say('Like', 'Film 2', 'Film 4');
  await say('So-so', 'Film 6');
  await goTo('My model');
  await expect
    .poll(() => lines('Seen of late').map((line) => /^Film \d+/.exec(line)?.[0]))
    .toEqual(['Film 6', 'Film 4', 'Film 2', 'Film 9']);
  expect(places()).toContain('4 of 20 places are taken.');
  expect(lines('Series you like')).toEqual([
    'Series 01 of 3 films liked · your last like, so the rest go up most',
    'Series 11 of 2 films liked',
  ]);
  expect(lines('Disliked of late')).toHaveLength(1);
  expect(lines('Disliked of late')[0]).toMatch(
    /^Film 1 \(\d{4}\)(pushes down Film \d+ \(\d{4}\) most|no film is enough like it), for 2 more answers$/,
  );
  await press('u');
  await press('u');
  await expect.poll(() => lines('Series you like')).toEqual(['Series 11 of 2 films liked']);
  expect(lines('Disliked of late')[0]).toMatch(/for 4 more answers$/);
});

test('beside its cells: says which film leaves when all places are taken, and shows the rest when asked', async () => {
  await openApp();
  const liked: string[] = [];
  while (liked.length < 21) liked.push(await judge('Like'));
  await goTo('My model');
  await expect
    .poll(places)
    .toMatch(
      /All 20 places are taken: when you like one more film, or find it so-so, Film \d+ \(\d{4}\) leaves\./,
    );
  expect(places()).toContain(`${liked[1]} (`);
  expect(lines('Seen of late')).toHaveLength(5);
  await part('Seen of late').getByRole('button', { name: '15 more' }).click();
  await expect.poll(() => lines('Seen of late')).toHaveLength(20);
  expect(lines('Seen of late').join()).not.toContain(`${liked[0]} (`);
});

test('beside its cells: tells its figures to whoever asks', async () => {
  await openApp();
  await say('Like', 'Film 4', 'Film 9');
  await goTo('My model');
  await see(part('Your taste beside most people’s'));
  await see(beside().getByText(/^Nothing sets you apart yet after 2 answers\./));
  const size = Number(/All of this is (\d+) whole numbers/.exec(beside().element().textContent)?.[1]);
  await beside().getByText('What these numbers are').click();
  const table = beside().getByRole('table', { name: /^Directions of taste/ });
  await see(table);
  expect(table.getByRole('rowheader').elements()).toHaveLength(4);
  const told = beside().element().textContent;
  const figures = [/(\d+) are your answers/, /(\d+) are what the tables/, /(\d+) are sums along/].map(
    (figure) => Number(figure.exec(told)?.[1]),
  );
  expect(figures[0]).toBe(2);
  expect(figures.reduce((sum, figure) => sum + figure)).toBe(size);
});
