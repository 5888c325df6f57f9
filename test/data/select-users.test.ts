import { expect, test } from 'vitest';
import { PERSONA_USER_IDS, withoutPersonas } from '../../src/data/personas';
import { selectUsers } from '../../src/data/select/select-users';
import { randomRows, ratingsOf } from '../evaluation/small-data';

test('selectUsers: keeps the ratings of the chosen users alone when others are left out', () => {
  const ratings = ratingsOf(randomRows(5, 50, 30));
  const chosen = selectUsers(ratings, [1, 3]);
  expect([...chosen.userId]).toEqual([ratings.userId[1], ratings.userId[3]]);
  expect([...chosen.offsets]).toEqual([0, 30, 60]);
  expect([...chosen.item.subarray(30)]).toEqual([...ratings.item.subarray(90, 120)]);
  expect([...chosen.halfStars.subarray(0, 30)]).toEqual([...ratings.halfStars.subarray(30, 60)]);
});

test('withoutPersonas: keeps everybody else whole when a persona is among the users', () => {
  const ratings = ratingsOf(randomRows(3, 50, 30));
  ratings.userId.set([1, PERSONA_USER_IDS[0], 1000]);
  const others = withoutPersonas(ratings);
  expect([...others.userId]).toEqual([1, 1000]);
  expect([...others.item]).toEqual([...ratings.item.subarray(0, 30), ...ratings.item.subarray(60)]);
});
