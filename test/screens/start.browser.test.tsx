import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import packageInfo from '../../package.json' with { type: 'json' };
import { earlyFilmOf } from '../../src/state/platform/early-film';
import { createStorage } from '../../src/storage/storage';
import { makeDataset } from '../fixtures/small-world';
import { goToAddress, openApp } from './small-app';
import {
  button,
  films,
  filmUp,
  focus,
  focused,
  goTo,
  heading,
  inView,
  judge,
  judging,
  link,
  loaded,
  press,
  say,
  see,
  seeNothingOf,
} from './steps';

const failed = () => page.getByRole('alert').filter({ hasText: 'Weightless cannot start' });

/** Fetches as the browser does, once it is told to. */
function lateFetch() {
  let arrive = () => {};
  const waiting = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const late = async (url: string) => {
    await waiting;
    return fetch(url);
  };
  return { late, arrive: () => arrive() };
}

/** Fetches as the browser does, until told otherwise. */
function faultyFetch() {
  const faults: { next: ((response: Response) => Response | Promise<Response>) | null } = { next: null };
  const fetched = async (url: string) => {
    const response = await fetch(url);
    return faults.next ? faults.next(response) : response;
  };
  return { faults, fetch: fetched };
}

test('start: says what is being loaded until the films are there', async () => {
  const { late, arrive } = lateFetch();
  await openApp({ dependencies: { fetch: late } });
  await see(page.getByRole('status').getByText(/^Loading .* films…$/));
  await seeNothingOf(page.getByRole('button', { name: /^Profile: / }));
  arrive();
  await loaded();
  await see(page.getByRole('button', { name: 'Profile: You' }));
});

test('start: has films judged that are known before all others have come', async () => {
  const { late, arrive } = lateFetch();
  const { catalogue } = makeDataset(1, 120, 60);
  const firstFilms = [5, 9, 14, 30, 41].map((item) => earlyFilmOf(catalogue, item));
  await openApp({ dependencies: { fetch: late, firstFilms } });
  await expect.poll(filmUp).toBe('Film 5');
  await judge('Like');
  expect(performance.getEntriesByName('weightless:first-film').length).toBe(1);
  await inView();
  await press('d');
  await expect.poll(filmUp).toBe('Film 14');
  await focus(button('Dislike'));
  arrive();
  await see(films());
  expect(filmUp()).toBe('Film 14');
  // The button is the same one still.
  expect(focused()).toBe('Dislike');
  await goTo('My ratings');
  await see(heading('My ratings'));
  for (const title of ['Film 5', 'Film 9'])
    await see(page.getByRole('button', { name: new RegExp(`^More about ${title}\\b`) }));
});

test('start: keeps what is written into the search before the films have come', async () => {
  const { late, arrive } = lateFetch();
  await openApp({ dependencies: { fetch: late } });
  await press('/', 'Film 7');
  arrive();
  await see(page.getByRole('option').first());
  expect(page.getByRole('searchbox').element()).toHaveValue('Film 7');
  await press('{Enter}');
  await expect.poll(filmUp).toBe('Film 7');
});

test.each<[what: string, fault: (response: Response) => Response | Promise<Response>, words: RegExp]>([
  [
    'missing',
    () => new Response(null, { status: 404 }),
    /could not be loaded \(the server answered 404\)\.$/,
  ],
  ['cut short', async (all) => new Response((await all.blob()).slice(0, 500)), /incomplete/],
  [
    'out of reach',
    () => Promise.reject(new TypeError('Failed to fetch')),
    /Check the connection, then try again\.$/,
  ],
])(
  'start: says so when the films are %s, and goes on when it is tried again',
  async (_what, fault, words) => {
    const { faults, fetch } = faultyFetch();
    faults.next = fault;
    await openApp({ dependencies: { fetch } });
    await see(failed().getByText(words));
    expect(page.getByRole('heading', { level: 1 }).elements()).toHaveLength(1);
    faults.next = null;
    await button('Try again').click();
    await loaded();
    await seeNothingOf(failed());
  },
);

test('start: says so when the browser lets nothing be stored, and goes on when it does', async () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = () => {
    throw new DOMException('No storage here.', 'InvalidStateError');
  };
  const mend = () => {
    IDBFactory.prototype.open = open;
  };
  onTestFinished(mend);
  await openApp();
  await see(failed());
  mend();
  await button('Try again').click();
  await loaded();
});

test('start: says that a screen does not open when it breaks, and the others work', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  await openApp();
  await loaded();
  const { prototype } = Intl.NumberFormat;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format') as PropertyDescriptor;
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get() {
      throw new Error('no figures today');
    },
  });
  const mend = () => Object.defineProperty(prototype, 'format', format);
  onTestFinished(() => void mend());
  await link('About').click();
  await see(page.getByRole('alert').getByText('This screen does not open'));
  await see(button('Reload the page'));
  await button('Technical details').click();
  await see(page.getByText('Error: no figures today'));
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  onTestFinished(() => copied.mockRestore());
  await button('Copy details').click();
  await see(page.getByText('Copied.'));
  const [details] = copied.mock.calls[0];
  for (const part of ['This screen does not open', 'Error: no figures today', packageInfo.version])
    expect(details).toContain(part);
  await goTo('Rate');
  await loaded();
  mend();
  await link('About').click();
  await see(heading('About Weightless'));
});

test('start: says why when details cannot be copied', async () => {
  const { faults, fetch } = faultyFetch();
  faults.next = () => new Response(null, { status: 404 });
  await openApp({ dependencies: { fetch } });
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed here.'));
  onTestFinished(() => copied.mockRestore());
  await button('Copy details').click();
  await see(page.getByText('That was not possible: Not allowed here.'));
});

test('frame: leads to every screen by its link, and marks the one that is open', async () => {
  await openApp();
  const titles = {
    'For you': 'Most people’s favourites',
    'My ratings': 'My ratings',
    'My model': 'My model',
    Compare: 'Compare',
    Rate: 'Rate films',
  };
  for (const [name, title] of Object.entries(titles)) {
    await goTo(name);
    await expect
      .element(page.getByRole('heading', { level: 1, name: title, exact: true }))
      .toBeInTheDocument();
    await expect
      .element(page.getByRole('navigation').first().getByRole('link', { name }))
      .toHaveAttribute('aria-current', 'page');
  }
  await goTo('Talk');
  await see(page.getByRole('heading', { level: 1, name: 'Somebody new' }));
});

test('frame: takes the address alone to rating, and says when an address leads nowhere', async () => {
  await openApp({ at: '/' });
  await loaded();
  goToAddress('/no-such-page');
  await see(heading('No such page'));
  await button('Rate films').click();
  await see(judging());
});

test('frame: changes from the device’s colours to daylight and the dark when asked', async () => {
  await openApp();
  const says = (words: string) => page.getByRole('button', { name: new RegExp(`^${words}\\.`) });
  await says('Colours follow the device').click();
  await says('Daylight colours').click();
  await see(says('Dark-room colours'));
  const { backgroundColor } = getComputedStyle(document.body);
  const [red, green, blue] = backgroundColor.match(/\d+/g)?.map(Number) ?? [];
  expect(Math.max(red, green, blue)).toBeLessThan(64);
});

test('frame: leads past the navigation when the skip link is followed', async () => {
  await openApp();
  await loaded();
  await press('{Tab}');
  await expect.element(link('Skip to content')).toHaveFocus();
  await press('{Enter}');
  await expect.element(page.getByRole('main')).toHaveFocus();
});

test('about: says whose data it stands on, and which version it is', async () => {
  await openApp({ at: '/about' });
  await see(heading('About Weightless'));
  await see(page.getByText(/^120 films and [\d,]+ ratings by 60 people come from MovieLens/));
  await see(page.getByText(/This product uses the TMDB API but is not endorsed or certified by TMDB\./));
  await expect
    .element(link('doi.org/10.1145/2827872'))
    .toHaveAttribute('href', 'https://doi.org/10.1145/2827872');
  await see(page.getByText(`Version ${packageInfo.version}`, { exact: true }));
});

test('start: says that the model was learned anew when the one saved is of an earlier form, until that was read', async () => {
  let older = false;
  const databaseName = `start-older-${Math.floor(performance.timeOrigin)}`;
  let ids = 0;
  const sources = { now: () => 1_000_000 + ids++, uuid: () => `person-${ids++}` };
  const app = await openApp({
    dependencies: {
      createStorage(callbacks) {
        const storage = createStorage(sources, callbacks, databaseName);
        const { load } = storage.snapshots;
        storage.snapshots.load = async (profileId) => {
          const bytes = (await load(profileId))?.slice();
          if (bytes && older) new DataView(bytes.buffer).setUint32(4, 2, true);
          return bytes;
        };
        return storage;
      },
    },
  });
  await say('Like', 'Film 4', 'Film 9');
  // The model is saved when clicks have paused for a second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const told = page.getByText(
    'Your model was learned anew from your 2 clicks, for this version of Weightless.',
  );
  await app.reload();
  await loaded();
  await seeNothingOf(told);
  older = true;
  await app.reload();
  await see(told);
  await button('Good').click();
  await seeNothingOf(told);
  indexedDB.deleteDatabase(databaseName);
});
