import { expect, test } from 'vitest';
import { stalePictures } from '../../scripts/pictures';

test('the model in pictures: they show the network that ships (npm run pictures draws them anew)', () => {
  expect(stalePictures()).toEqual([]);
});
