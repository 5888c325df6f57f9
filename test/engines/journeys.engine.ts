import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Engine } from './engine';
import { engines } from './engines';
import { type Screen, screenOf, until } from './screen';

const LIKE = { role: 'button', name: 'Like' } as const;

/** What the page holds, read through the app's own state, which is there a task after the page is loaded. */
const held = (screen: Screen) =>
  until('the app', () =>
    screen.evaluate(() => {
      if (!window.weightless) return null;
      const { model, rate, saving } = window.weightless;
      const { opinions, phase, recommendations } = model.getState();
      return {
        phase,
        said: [...opinions],
        current: rate.getState().current,
        list: recommendations.slice(0, 12).map(({ item }) => item),
        unsaved: saving.getState().unsaved,
        state: phase === 'ready' ? model.getState().debugStateHash().state : '',
      };
    }),
  );

/** Waits until so many films are judged, and all of it is saved. */
const judged = (screen: Screen, count: number) =>
  until(`${count} judged films`, async () => {
    const now = await held(screen);
    return now.phase === 'ready' && now.said.length === count && now.unsaved === 0 && now;
  });

/** Likes the film that is up. */
async function like(screen: Screen): Promise<void> {
  const before = (await held(screen)).said.length;
  await screen.click(LIKE);
  await judged(screen, before + 1);
}

/** Waits until the list has been the same for a while: it is drawn once more when the ratings have come. */
async function listStands(screen: Screen): Promise<void> {
  let [before, times] = ['', 0];
  await until('the list to stand', async () => {
    const now = (await held(screen)).list.join();
    times = now === before ? times + 1 : 0;
    before = now;
    return times >= 15;
  });
}

describe.for(engines())('$name', ({ start }) => {
  describe.skipIf(start === null)('journeys', () => {
    let engine: Engine;
    let screen: Screen;

    beforeAll(async () => {
      if (start) engine = await start();
    });
    afterAll(() => engine?.close());
    beforeEach(async () => {
      screen = screenOf(await engine.newTab());
      await screen.goTo(inject('baseUrl'));
      await screen.see(LIKE);
      await until('the list', async () => (await held(screen)).phase === 'ready');
      // Once more after the list, whose coming may move it: a film is judged by a key once it has been in its place for a while.
      await screen.see(LIKE);
    });

    test('rating: teaches the model, moves the list, and is there after a reload', async () => {
      const before = await held(screen);
      await like(screen);
      const after = await held(screen);
      expect(after.current).not.toBe(before.current);
      expect(after.list).not.toEqual(before.list);
      await screen.read(/You liked /);
      await screen.reload();
      const again = await judged(screen, 1);
      expect(again.said).toEqual(after.said);
      expect(again.state).toBe(after.state);
    });

    test('keys: judge, and take back, when no field has the focus', async () => {
      await screen.press('l');
      await judged(screen, 1);
      await screen.press('u');
      const none = await judged(screen, 0);
      expect(none.said).toEqual([]);
    });

    test('search: brings up a film by its name', async () => {
      await screen.press('/');
      await screen.type('toy story');
      await screen.see({ role: 'option', name: /^Toy Story/ });
      await screen.press('Enter');
      await screen.see({ role: 'heading', name: /^Toy Story/ });
    });

    test('forgetting: leaves the model as it was before the click', async () => {
      await like(screen);
      const one = await held(screen);
      await like(screen);
      await screen.click({ role: 'button', name: 'Undo' });
      const back = await judged(screen, 1);
      expect(back.state).toBe(one.state);
      expect(back.list).toEqual(one.list);
    });

    test('reasons: stand below a film of the list when they are asked for', async () => {
      await like(screen);
      await screen.click({ role: 'link', name: 'For you' });
      await screen.see({ role: 'button', name: /^Why .*\?$/ });
      await listStands(screen);
      await screen.click({ role: 'button', name: /^Why .*\?$/ });
      await until('the reasons', () => screen.evaluate(() => !!document.querySelector('[data-why="panel"]')));
    });

    test('comparing: measures in the worker and shows figures', async () => {
      await screen.click({ role: 'link', name: 'Compare' });
      await screen.click({ role: 'button', name: /^Run/ });
      await until('a figure', () =>
        screen.evaluate(() =>
          /\b0?\.\d{3,4}\b/.test(document.querySelector('main table')?.textContent ?? ''),
        ),
      );
    });

    test('the talk: goes from slide to slide by a key', async () => {
      await screen.click({ role: 'link', name: 'Talk' });
      await screen.see({ role: 'heading', name: /./ });
      const shown = () => screen.evaluate(() => document.querySelector('main')?.textContent ?? '');
      const first = await shown();
      await screen.press('ArrowRight');
      await until('the next slide', async () => (await shown()) !== first);
    });

    test.for([
      [390, 844],
      [844, 390],
      [1440, 900],
    ])('sizes: Like is in view, and nothing is wider than the page, at %s by %s', async ([width, height]) => {
      await screen.resize(width, height);
      await screen.evaluate(() => window.scrollTo(0, 0));
      const { bottom } = await screen.seeAtOnce(LIKE);
      const page = await screen.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        inner: window.innerWidth,
        high: window.innerHeight,
      }));
      expect(bottom).toBeLessThanOrEqual(page.high);
      expect(page.wide).toBeLessThanOrEqual(page.inner);
    });
  });
});
