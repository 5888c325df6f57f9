import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DUEL_SYSTEMS } from '../../src/evaluation/recommenders/duel-systems';
import type { DuelClick, DuelView } from '../../src/worker/contract';
import { createDuel } from '../../src/worker/duel';
import { makeDataset } from '../fixtures/small-world';

const dataset = makeDataset(5, 60, 30);
const films = [...dataset.catalogue.movieId];
/** Those whose model of a person is quick to make, and all that learn click by click. */
const MODELS = ['bias', 'wnn', 'hybrid', 'ftrl', 'ridge', 'ridge-prior', 'ease-recent', 'user-knn'];

const clicksOf = (likes: readonly boolean[]): DuelClick[] =>
  likes.map((like, index) => ({
    ...{ movieId: films[(7 * index + 3) % films.length], like, time: 60_000 * index },
    predictionVisible: false,
  }));
const answers = (views: readonly DuelView[]) => views.map(({ saysLike }) => saysLike);
const signal = new AbortController().signal;
const shared = createDuel(dataset, () => 0);
const play = (clicks: readonly DuelClick[], duel = shared) =>
  duel.play(clicks, MODELS, signal, () => {}).then(({ views }) => answers(views));

describe('createDuel', () => {
  test('says what it would have said of these clicks alone, whatever it has played, undone or replaced before', async () => {
    const likes = fc.array(fc.boolean(), { minLength: 1, maxLength: 30 });
    const turns = fc.array(fc.record({ keep: fc.nat(30), likes }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(turns, async (steps) => {
        let given: boolean[] = [];
        let last: boolean[][] = [];
        for (const { keep, likes: more } of steps) {
          given = [...given.slice(0, keep), ...more];
          last = await play(clicksOf(given));
        }
        // Made anew for each click: a first click that is turned round ends everything learned.
        await play(clicksOf(given.map((like) => !like)));
        expect(await play(clicksOf(given))).toEqual(last);
        for (const saysLike of last) expect(saysLike).toHaveLength(given.length);
      }),
      { numRuns: 12 },
    );
  });

  test('says the same after it was ended in the middle', async () => {
    const clicks = clicksOf(Array.from({ length: 25 }, (_, index) => index % 3 !== 0));
    const whole = await play(clicks);
    let now = 0;
    // Every look at the clock ends a slice.
    const duel = createDuel(dataset, () => {
      now += 1000;
      return now;
    });
    const ending = new AbortController();
    const ended = duel.play(clicks, MODELS, ending.signal, ({ views }) => {
      if (views.some(({ model, saysLike }) => model === 'ridge-prior' && saysLike?.length === 9)) {
        ending.abort(new Error('enough'));
      }
    });
    await expect(ended).rejects.toThrow('enough');
    expect(await play(clicks, duel)).toEqual(whole);
  });

  test('lets everyone who can meet a person take part, and the slow ones last', async () => {
    const names = DUEL_SYSTEMS.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...MODELS, 'constant', 'popularity']));
    expect(names).not.toContain('cf-paper');
    expect(DUEL_SYSTEMS.filter(({ late }) => late).map(({ name }) => name)).toEqual(['ridge-prior']);
    const alone = createDuel(dataset, () => 0).play(clicksOf([true]), ['cf-paper'], signal, () => {});
    await expect(alone).rejects.toThrow('takes no part');
  });
});
