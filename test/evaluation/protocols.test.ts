import { describe, expect, test } from 'vitest';
import type { FittedRecommender, History, PersonalRecommender } from '../../src/baselines/recommender';
import type { Dataset } from '../../src/data/dataset';
import { newUser } from '../../src/evaluation/new-user';
import { paper } from '../../src/evaluation/paper';
import { prequential, stepKey } from '../../src/evaluation/prequential';
import type { ProtocolDefinition } from '../../src/evaluation/protocol';
import { topN } from '../../src/evaluation/top-n';
import { catalogueOf, optionsOf, randomRows, ratingsOf, smallDataset } from './small-data';

const clock = () => 0;
const pairs = ({ item, halfStars }: History) => [...item].map((film, r) => `${film}:${halfStars[r]}`);

/** A system that predicts and ranks by a function of the film and of what it has learned. */
function fixed(score: (item: number, history: History) => number, count = 60): FittedRecommender {
  return {
    personalize: (history): PersonalRecommender => ({
      predict: (items) => Float64Array.from(items, (item) => score(item, history)),
      rank: () => Float64Array.from({ length: count }, (_, item) => score(item, history)),
    }),
  };
}

/** The data set with one user's ratings turned upside down. */
function withOtherOpinion(dataset: Dataset, user: number): Dataset {
  const { ratings } = dataset;
  const halfStars = ratings.halfStars.slice();
  for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) halfStars[r] = 11 - halfStars[r];
  return { ...dataset, ratings: { ...ratings, halfStars } };
}

describe.each([
  ['new-user', newUser],
  ['prequential', prequential],
  ['top-n', topN],
] as ['new-user' | 'prequential' | 'top-n', ProtocolDefinition][])(
  'the folds of %s',
  (protocol, definition) => {
    const dataset = smallDataset();
    const options = optionsOf({ protocol });
    const cases = definition.plan(dataset, options).map((unit) => definition.prepare(dataset, options, unit));

    test('test every user once', () => {
      const tested = cases.flatMap(({ subjects }) => subjects.map(({ user }) => user));
      expect(tested.sort((a, b) => a - b)).toEqual([...dataset.ratings.userId]);
    });

    test('never fit on the users they test', () => {
      for (const { subjects, training } of cases) {
        const known = new Set(training.ratings.userId);
        expect(subjects.filter(({ user }) => known.has(user))).toEqual([]);
        expect(known.size + subjects.length).toBe(dataset.ratings.userCount);
      }
    });

    test('give the same item statistics whatever a tested user thinks', () => {
      const { subjects, training } = cases[0];
      const place = dataset.ratings.userId.indexOf(subjects[0].user);
      const [unit] = definition.plan(dataset, options);
      const changed = definition.prepare(withOtherOpinion(dataset, place), options, unit);
      expect(changed.subjects[0].train.halfStars).not.toEqual(subjects[0].train.halfStars);
      expect(changed.training.effects).toEqual(training.effects);
      expect(changed.training.ratings).toEqual(training.ratings);
    });

    test('hand systems that need it the tested users first, without their test parts', () => {
      const [{ subjects, joint, training }] = cases;
      expect(joint.together.slice(0, subjects.length)).toEqual(subjects.map(({ train }) => train));
      expect(joint.together).toHaveLength(subjects.length + training.ratings.userCount);
    });
  },
);

describe('the paper', () => {
  const few = smallDataset(60);
  const many: Dataset = { catalogue: few.catalogue, ratings: ratingsOf(randomRows(230, 60, 22)) };

  test('with enough users outside the sample fits on these alone, in one unit', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 20 });
    const units = paper.plan(many, options);
    expect(units).toEqual([{ seed: 1, fold: 1 }]);
    const { subjects, training } = paper.prepare(many, options, units[0]);
    const known = new Set(training.ratings.userId);
    expect(subjects).toHaveLength(30);
    expect(known.size).toBe(200);
    expect(subjects.filter(({ user }) => known.has(user))).toEqual([]);
  });

  test('with few users outside cross-fits: nobody is tested on a fit that saw them', () => {
    const options = optionsOf({ protocol: 'paper', users: 40, ratings: 20 });
    const units = paper.plan(few, options);
    expect(units).toHaveLength(5);
    const cases = units.map((unit) => paper.prepare(few, options, unit));
    for (const { subjects, training } of cases) {
      const known = new Set(training.ratings.userId);
      expect(known.size).toBe(52);
      expect(subjects.filter(({ user }) => known.has(user))).toEqual([]);
    }
    expect(new Set(cases.flatMap(({ subjects }) => subjects.map(({ user }) => user))).size).toBe(40);
  });

  test('trains a joint system once, on all training parts', () => {
    const options = optionsOf({ protocol: 'paper', users: 40, ratings: 20 });
    const joint = paper.plan(few, options).map((unit) => paper.prepare(few, options, unit).joint);
    expect(joint.map(({ subjects }) => subjects.length)).toEqual([40, 0, 0, 0, 0]);
    expect(joint[0].together).toEqual(joint[0].subjects.map(({ train }) => train));
  });

  test('takes so many ratings of each user, cuts stars and learns four fifths', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 20 });
    const { subjects, training } = paper.prepare(many, options, { seed: 1, fold: 1 });
    for (const { train, test: tested } of subjects) {
      expect([train.item.length, tested.item.length]).toEqual([16, 4]);
      expect(new Set([...train.item, ...tested.item]).size).toBe(20);
    }
    const halves = [...subjects.flatMap(({ train }) => [...train.halfStars]), ...training.ratings.halfStars];
    expect(halves.filter((half) => half % 2 === 1)).toEqual([]);
  });

  test('takes all ratings of a user where none are counted', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 0 });
    const { subjects } = paper.prepare(many, options, { seed: 1, fold: 1 });
    expect(
      new Set(subjects.map(({ train, test: tested }) => train.item.length + tested.item.length)),
    ).toEqual(new Set([22]));
  });

  test('uses only ratings that find a TMDB row', () => {
    const catalogue = catalogueOf(60);
    catalogue.tmdbId.fill(0, 30);
    const options = optionsOf({ protocol: 'paper', users: 5, ratings: 8 });
    const { subjects } = paper.prepare({ ...many, catalogue }, options, { seed: 1, fold: 1 });
    const films = subjects.flatMap(({ train, test: tested }) => [...train.item, ...tested.item]);
    expect(Math.max(...films)).toBeLessThan(30);
  });

  test('refuses a sample larger than there are users', () => {
    const options = optionsOf({ protocol: 'paper', users: 231, ratings: 20 });
    expect(() => paper.plan(many, options)).toThrow(
      '231 users with 20 or more ratings were asked for, but only 230',
    );
  });

  test('refuses the published join where the data have none', () => {
    const options = optionsOf({ protocol: 'paper', join: 'published' });
    expect(() => paper.plan(many, options)).toThrow('no published join');
  });

  test('averages over users and over ratings', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 20 });
    const foldCase = paper.prepare(many, options, { seed: 1, fold: 1 });
    const subject = foldCase.subjects[0];
    const measured = paper.measure(
      subject,
      0,
      fixed(() => 3),
      foldCase,
      clock,
    );
    const hits = [...subject.test.halfStars].filter((half) => Math.abs(half - 6) <= 2).length;
    expect(measured?.tallies).toEqual({ within1Star: [hits / 4, 1], within1StarRatings: [hits, 4] });
  });
});

describe('a top-n list', () => {
  const dataset = smallDataset();
  const options = optionsOf({ protocol: 'top-n' });
  const foldCase = topN.prepare(dataset, options, { seed: 1, fold: 1 });
  const [subject] = foldCase.subjects;
  const filmOf = (movieId: number) => dataset.catalogue.movieId.indexOf(movieId);

  test('never holds a film of the training part, and may hold any other', () => {
    const list =
      topN
        .measure(
          subject,
          0,
          fixed((item) => -item),
          foldCase,
          clock,
        )
        ?.list?.map(filmOf) ?? [];
    const seen = new Set(subject.train.item);
    const unseen = Array.from({ length: 60 }, (_, item) => item).filter((item) => !seen.has(item));
    expect(list).toEqual(unseen.slice(0, 10));
  });

  test('is not in catalogue order where scores are equal', () => {
    const list =
      topN
        .measure(
          subject,
          0,
          fixed(() => 1),
          foldCase,
          clock,
        )
        ?.list?.map(filmOf) ?? [];
    expect(list).toHaveLength(10);
    expect(list).not.toEqual([...list].sort((a, b) => a - b));
    expect(Math.max(...list)).toBeGreaterThan(25);
  });

  test('is perfect where the likes of the test part come first', () => {
    const liked = new Set(subject.test.item.filter((_, r) => subject.test.halfStars[r] >= 8));
    const measured = topN.measure(
      subject,
      0,
      fixed((item) => Number(liked.has(item))),
      foldCase,
      clock,
    );
    expect(measured?.tallies.ndcg10).toEqual([1, 1]);
    expect(measured?.tallies.recall10).toEqual([1, 1]);
  });

  test('is not asked of a user who likes nothing in the test part', () => {
    const sour = { ...subject, test: { ...subject.test, halfStars: subject.test.halfStars.map(() => 7) } };
    expect(
      topN.measure(
        sour,
        0,
        fixed(() => 1),
        foldCase,
        clock,
      ),
    ).toBeNull();
  });
});

describe('learning live', () => {
  const dataset = smallDataset(10, 60, 45);
  const options = optionsOf({ protocol: 'prequential' });
  const foldCase = prequential.prepare(dataset, options, { seed: 1, fold: 1 });
  const [subject] = foldCase.subjects;
  const whole = [...pairs(subject.train), ...pairs(subject.test)];

  test('goes through all ratings in time order, each predicted before it is learned', () => {
    const asked: string[] = [];
    const spy: FittedRecommender = {
      personalize: () => {
        const learned: string[] = [];
        return {
          predict(items) {
            if (items.length === 1) asked.push(`${items[0]} after ${learned.length}`);
            return new Float64Array(items.length).fill(4);
          },
          learn: (item, half) => learned.push(`${item}:${half}`),
        };
      },
    };
    prequential.measure(subject, 0, spy, foldCase, clock);
    expect(asked).toEqual(whole.map((rating, t) => `${rating.split(':')[0]} after ${t}`));
  });

  test('measures step N on all later ratings by the model after N, learned at once or bit by bit', () => {
    const sizes = fixed((_item, history) => 1 + history.item.length / 20);
    const stepwise: FittedRecommender = {
      personalize: (history) => {
        let n = history.item.length;
        return {
          predict: (items) => new Float64Array(items.length).fill(1 + n / 20),
          learn: () => n++,
        };
      },
    };
    const [refitted, learning] = [sizes, stepwise].map((fitted) =>
      prequential.measure(subject, 0, fitted, foldCase, clock),
    );
    for (const step of [0, 1, 2, 5, 10, 20]) {
      const later = whole.slice(step).map((rating) => Number(rating.split(':')[1]) / 2);
      const squared = later.reduce((sum, stars) => sum + (1 + step / 20 - stars) ** 2, 0);
      const tally = refitted?.tallies[stepKey(40, step, 'rmse')];
      expect(tally?.[0]).toBeCloseTo(squared, 9);
      expect(tally?.[1]).toBe(45 - step);
      expect(learning?.tallies[stepKey(40, step, 'rmse')]).toEqual(tally);
    }
  });

  test('keeps users with fewer than 40 ratings out of the cohorts, but not out of the running average', () => {
    const small = smallDataset(10, 60, 30);
    const smallCase = prequential.prepare(small, options, { seed: 1, fold: 1 });
    const measured = prequential.measure(
      smallCase.subjects[0],
      0,
      fixed(() => 4),
      smallCase,
      clock,
    );
    expect(Object.keys(measured?.tallies ?? {}).filter((key) => key.includes('/'))).toEqual([]);
    expect(measured?.tallies.rmse[1]).toBe(30);
  });
});
