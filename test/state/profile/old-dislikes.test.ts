import { expect, test } from 'vitest';
import type { Judgement } from '../../../src/state/log/judgement';
import { createOldDislikesOffer, oldDislikesOf } from '../../../src/state/profile/old-dislikes';

const said = (item: number, kind: Judgement['kind'], choices: 2 | 3): Judgement => ({
  ...{ item, kind, choices },
  time: item,
});

test('old dislikes: are the dislikes given among two answers when there are answers of all kinds', () => {
  const judgements = [
    said(1, 'dislike', 2),
    said(2, 'dislike', 3),
    said(3, 'like', 2),
    said(4, 'unseen', 2),
    said(5, 'so-so', 3),
    said(6, 'dislike', 2),
  ];
  expect(oldDislikesOf(judgements).map(({ item }) => item)).toEqual([1, 6]);
});

test('old dislikes: are offered until a profile declines, and to nobody when that cannot be read', async () => {
  const kept = new Map<string, unknown>();
  const settings = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
  };
  const { isDismissed, dismiss } = createOldDislikesOffer(settings);
  expect(await isDismissed('p')).toBe(false);
  await dismiss('p');
  expect([...kept]).toEqual([['oldDislikes:p', { version: 1, dismissed: true }]]);
  expect(await isDismissed('p')).toBe(true);
  expect(await isDismissed('q')).toBe(false);
  kept.set('oldDislikes:p', { version: 9, dismissed: 'no' });
  expect(await isDismissed('p')).toBe(false);
  const broken = createOldDislikesOffer({ ...settings, get: () => Promise.reject(new Error('gone')) });
  expect(await broken.isDismissed('q')).toBe(true);
});
