import { expect, test } from 'vitest';
import { PERSONA_USER_IDS } from '../../../src/data/personas';
import { ByteWriter, DamagedBytesError } from '../../../src/lib/bytes';
import { seal } from '../../../src/lib/envelope';
import { decodeNetwork, encodeNetwork, networkOf } from '../../../src/wnn/network/assembly';
import { ratingNeighbours } from '../../../src/wnn/network/rating-neighbours';
import { catalogue, effects, RANKING, RATING, ratings } from '../../fixtures/small-parts';

const personas = new Set(PERSONA_USER_IDS);
/** Personas of the talk are left out: what is said of them on stage is a forecast. */
const neighbours = ratingNeighbours(ratings, effects, (user) => !personas.has(ratings.userId[user]));
const { anchors, factAnchors } = RANKING;
const parts = { rating: { ...RATING.hybrid, anchors, factAnchors }, ranking: RANKING };

test('network: is read as it was assembled when its parts share their anchors', () => {
  const made = networkOf(catalogue, effects, parts, neighbours);
  const read = decodeNetwork(catalogue, effects, encodeNetwork(parts), ratings);
  expect(read.bank).toEqual(made.bank);
  expect({ ...read.rating, neighbours: null }).toEqual({ ...made.rating, neighbours: null });
  for (let item = 0; item < catalogue.count; item++)
    expect(read.rating?.neighbours?.(item)).toEqual(neighbours(item));
  expect(read.checksum).toBe(made.checksum);
});

test('network: is refused when it is of an older version', () => {
  const older = seal({ magic: 'WLNW', version: 1, what: 'The learned network' }, new ByteWriter().finish());
  expect(() => decodeNetwork(catalogue, effects, older, ratings)).toThrow(DamagedBytesError);
  expect(() => decodeNetwork(catalogue, effects, older, ratings)).toThrow('older version');
});
