import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SeenAnswer } from '../../src/data/opinion';
import { ratingTallies } from '../../src/evaluation/metrics';
import { createTraining } from '../../src/evaluation/protocol';
import { DUEL_SYSTEMS, findDuelSystem } from '../../src/evaluation/recommenders/duel-systems';
import { answersOf, sliceHistory } from '../../src/evaluation/splits';
import { deriveSeed } from '../../src/lib/random';
import type { DuelClick, DuelView } from '../../src/worker/contract';
import { createDuel } from '../../src/worker/duel';
import { optionsOf } from '../evaluation/small-data';
import { makeDataset } from '../fixtures/small-world';

const dataset = makeDataset(5, 60, 30);
const films = [...dataset.catalogue.movieId];
/** Those whose model of a person is quick to make, and all that learn click by click. */
const MODELS = ['bias', 'wnn', 'hybrid', 'ftrl', 'ridge', 'ridge-prior', 'ease-recent', 'user-knn'];

const ANSWERS: readonly SeenAnswer[] = ['like', 'so-so', 'dislike'];
const NEXT: Record<SeenAnswer, SeenAnswer> = { like: 'so-so', 'so-so': 'dislike', dislike: 'like' };

const clicksOf = (given: readonly SeenAnswer[]): DuelClick[] =>
  given.map((answer, index) => ({
    ...{ movieId: films[(7 * index + 3) % films.length], answer, time: 60_000 * index },
    predictionVisible: false,
  }));
const answers = (views: readonly DuelView[]) => views.map(({ saysLike }) => saysLike);
const signal = new AbortController().signal;
const shared = createDuel(dataset, () => 0);
const play = (clicks: readonly DuelClick[], duel = shared) =>
  duel.play(clicks, MODELS, signal, () => {}).then(({ views }) => answers(views));

describe('createDuel', () => {
  test('says what it would have said of these clicks alone, whatever it has played, undone or replaced before', async () => {
    const more = fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 30 });
    const turns = fc.array(fc.record({ keep: fc.nat(30), more }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(turns, async (steps) => {
        let given: SeenAnswer[] = [];
        let last: boolean[][] = [];
        for (const { keep, more } of steps) {
          given = [...given.slice(0, keep), ...more];
          last = await play(clicksOf(given));
        }
        // Made anew for each click: a first click that is turned round ends everything learned.
        await play(clicksOf(given.map((answer) => NEXT[answer])));
        expect(await play(clicksOf(given))).toEqual(last);
        for (const saysLike of last) expect(saysLike).toHaveLength(given.length);
      }),
      { numRuns: 12 },
    );
  });

  test('says what each system says in the evaluation when it is taught the same clicks, so-so included', async () => {
    const clicks = clicksOf(Array.from({ length: 30 }, (_, index) => ANSWERS[(index % 8) % 3]));
    const { catalogue, ratings } = dataset;
    const options = optionsOf({ protocol: 'new-user', feedback: 'clicks' });
    const training = {
      ...createTraining(dataset, ratings, options, { seed: 1, fold: 1 }),
      seed: deriveSeed(1, 'duel'),
    };
    const given = answersOf({
      item: Uint32Array.from(clicks, ({ movieId }) => catalogue.movieId.indexOf(movieId)),
      halfStars: Uint8Array.from(clicks, ({ answer }) => ({ like: 8, 'so-so': 7, dislike: 1 })[answer]),
      timestamp: Uint32Array.from(clicks, ({ time }) => time / 1000),
    });
    const expected = MODELS.map((name) => {
      const fitted = findDuelSystem(name).create().fit(training, []);
      return clicks.map((_, n) => {
        const personal = fitted.personalize(sliceHistory(given, 0, n), deriveSeed(1, 'duel', 'user'), 0);
        // Its share of right answers, had the film been liked.
        const liked = { ...sliceHistory(given, n, n + 1), halfStars: Uint8Array.of(10) };
        return ratingTallies(personal, liked, 'clicks').likeAccuracy[0] === 1;
      });
    });
    expect(await play(clicks)).toEqual(expected);
    // That so-so is an answer of its own shows.
    const two = clicks.map((click) =>
      click.answer === 'so-so' ? { ...click, answer: NEXT['so-so'] } : click,
    );
    expect(await play(two)).not.toEqual(expected);
  });

  test('says the same after it was ended in the middle', async () => {
    const clicks = clicksOf(Array.from({ length: 25 }, (_, index) => ANSWERS[index % 3]));
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
    const alone = createDuel(dataset, () => 0).play(clicksOf(['like']), ['cf-paper'], signal, () => {});
    await expect(alone).rejects.toThrow('takes no part');
  });
});
