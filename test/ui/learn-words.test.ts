import { expect, test } from 'vitest';
import type { PackManifest } from '../../src/packs/pack-format';
import { accuracyWords, learnedWords, leftWords } from '../../src/ui/your-data/learn-words';

const MANIFEST = {
  ...{ films: 9742, leastLikes: 0, source: { films: 9742, people: 610, ratings: 100_836 } },
  learned: { people: 610, ratings: 100_836 },
} as PackManifest;

test('words of learning: tell how long it will take, roughly', () => {
  expect([null, 800, 42_000, 89_000, 200_000].map(leftWords)).toEqual([
    ...['', ', about 5 seconds left', ', about 40 seconds left'],
    ...[', about 2 minutes left', ', about 3 minutes left'],
  ]);
});

test('words of learning: tell who was drawn and which films were left out, where some were', () => {
  expect(learnedWords(MANIFEST)).toBe('9,742 films, from 610 people who gave 100,836 ratings.');
  expect(
    learnedWords({
      ...MANIFEST,
      leastLikes: 3,
      source: { films: 87_585, people: 200_948, ratings: 32_000_204 },
    }),
  ).toBe(
    '9,742 films, from 610 people who gave 100,836 ratings. These people were drawn from 200,948; all were counted. 77,843 films with fewer than 3 likes were left out: they say nothing.',
  );
});

test('words of learning: tell how well the network foretells, as far as it was measured', () => {
  expect(accuracyWords({ network: 'hybrid', people: 61, rmse: 0.8542, auc: 0.732, ndcg10: 0.1234 })).toBe(
    'Measured on 61 people who were held out: its stars are off by 0.85 (RMSE); of a film they liked and one they did not, it picks the right one 73 times in 100 (AUC); its list of ten scores 0.123 of 1 (nDCG@10).',
  );
  expect(accuracyWords(null)).toBe('How well it foretells was not measured.');
  expect(accuracyWords({ network: 'wnn', people: 2, rmse: null, auc: null, ndcg10: null })).toBe(
    'Too few people were held out to say how well it foretells.',
  );
});
