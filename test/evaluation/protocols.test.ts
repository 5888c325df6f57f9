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
  'prepare of %s',
  (protocol, definition) => {
    const dataset = smallDataset();
    const options = optionsOf({ protocol });
    const cases = definition.plan(dataset, options).map((unit) => definition.prepare(dataset, options, unit));

    test('tests every user once when all its units are taken', () => {
      const tested = cases.flatMap(({ subjects }) => subjects.map(({ user }) => user));
      expect(tested.sort((a, b) => a - b)).toEqual([...dataset.ratings.userId]);
    });

    test('leaves the tested users out when it makes the training data', () => {
      for (const { subjects, training } of cases) {
        const known = new Set(training.ratings.userId);
        expect(subjects.filter(({ user }) => known.has(user))).toEqual([]);
        expect(known.size + subjects.length).toBe(dataset.ratings.userCount);
      }
    });

    test('gives the same item statistics when a tested user thinks otherwise', () => {
      const { subjects, training } = cases[0];
      const place = dataset.ratings.userId.indexOf(subjects[0].user);
      const [unit] = definition.plan(dataset, options);
      const changed = definition.prepare(withOtherOpinion(dataset, place), options, unit);
      expect(changed.subjects[0].train.halfStars).not.toEqual(subjects[0].train.halfStars);
      expect(changed.training.effects).toEqual(training.effects);
      expect(changed.training.ratings).toEqual(training.ratings);
    });

    test('hands the tested users over first, without their test parts, when a system is trained on them', () => {
      const [{ subjects, joint, training }] = cases;
      expect(joint.together.slice(0, subjects.length)).toEqual(subjects.map(({ train }) => train));
      expect(joint.together).toHaveLength(subjects.length + training.ratings.userCount);
    });
  },
);

describe('paper', () => {
  const few = smallDataset(60);
  const many: Dataset = { catalogue: few.catalogue, ratings: ratingsOf(randomRows(230, 60, 22)) };

  test('fits on users outside the sample alone, in one unit, when these are enough', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 20 });
    const units = paper.plan(many, options);
    expect(units).toEqual([{ seed: 1, fold: 1 }]);
    const { subjects, training } = paper.prepare(many, options, units[0]);
    const known = new Set(training.ratings.userId);
    expect(subjects).toHaveLength(30);
    expect(known.size).toBe(200);
    expect(subjects.filter(({ user }) => known.has(user))).toEqual([]);
  });

  test('cross-fits, nobody tested on a fit that saw them, when few users are outside the sample', () => {
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

  test('trains a joint system once, on all training parts, when it cross-fits', () => {
    const options = optionsOf({ protocol: 'paper', users: 40, ratings: 20 });
    const joint = paper.plan(few, options).map((unit) => paper.prepare(few, options, unit).joint);
    expect(joint.map(({ subjects }) => subjects.length)).toEqual([40, 0, 0, 0, 0]);
    expect(joint[0].together).toEqual(joint[0].subjects.map(({ train }) => train));
  });

  test('takes so many ratings a user, cut to whole stars, four fifths to learn, when a number is asked for', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 20 });
    const { subjects, training } = paper.prepare(many, options, { seed: 1, fold: 1 });
    for (const { train, test: tested } of subjects) {
      expect([train.item.length, tested.item.length]).toEqual([16, 4]);
      expect(new Set([...train.item, ...tested.item]).size).toBe(20);
    }
    const halves = [...subjects.flatMap(({ train }) => [...train.halfStars]), ...training.ratings.halfStars];
    expect(halves.filter((half) => half % 2 === 1)).toEqual([]);
  });

  test('takes all ratings of a user when 0 are asked for', () => {
    const options = optionsOf({ protocol: 'paper', users: 30, ratings: 0 });
    const { subjects } = paper.prepare(many, options, { seed: 1, fold: 1 });
    expect(
      new Set(subjects.map(({ train, test: tested }) => train.item.length + tested.item.length)),
    ).toEqual(new Set([22]));
  });

  test('takes only ratings that find a TMDB row when some do not', () => {
    const catalogue = catalogueOf(60);
    catalogue.tmdbId.fill(0, 30);
    const options = optionsOf({ protocol: 'paper', users: 5, ratings: 8 });
    const { subjects } = paper.prepare({ ...many, catalogue }, options, { seed: 1, fold: 1 });
    const films = subjects.flatMap(({ train, test: tested }) => [...train.item, ...tested.item]);
    expect(Math.max(...films)).toBeLessThan(30);
  });

  test('throws when the sample is larger than there are users', () => {
    const options = optionsOf({ protocol: 'paper', users: 231, ratings: 20 });
    expect(() => paper.plan(many, options)).toThrow(
      '231 users with 20 or more ratings were asked for, but only 230',
    );
  });

  test('throws when the published join is asked of data without one', () => {
    const options = optionsOf({ protocol: 'paper', join: 'published' });
    expect(() => paper.plan(many, options)).toThrow('no published join');
  });

  test('tallies both the share of a user and the ratings when it measures one', () => {
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

describe('topN', () => {
  const dataset = smallDataset();
  const options = optionsOf({ protocol: 'top-n' });
  const foldCase = topN.prepare(dataset, options, { seed: 1, fold: 1 });
  const [subject] = foldCase.subjects;
  const filmOf = (movieId: number) => dataset.catalogue.movieId.indexOf(movieId);

  test('lists any film when it is not in the training part', () => {
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

  test('lists films in another order than the catalogue when scores are equal', () => {
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

  test('scores 1 when the likes of the test part come first', () => {
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

  test('leaves a user out when nothing in the test part is liked', () => {
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

describe('prequential', () => {
  const dataset = smallDataset(10, 60, 45);
  const options = optionsOf({ protocol: 'prequential' });
  const foldCase = prequential.prepare(dataset, options, { seed: 1, fold: 1 });
  const [subject] = foldCase.subjects;
  const whole = [...pairs(subject.train), ...pairs(subject.test)];

  test('predicts each rating before it is learned when it goes through them in time order', () => {
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

  test('measures step N on all later ratings when a system learns one by one, and when it is fitted anew', () => {
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

  test('counts a user in the running average alone when there are fewer than 40 ratings', () => {
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
