import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSONA_USER_IDS, PERSONAS } from '../../../src/data/personas';
import { clickParts } from '../../../src/state/talk/click-parts';
import { firstClicks, laterVerdicts, PERSONA_CLICKS } from '../../../src/state/talk/persona-clicks';
import {
  type AudienceClick,
  answersAt,
  buildScript,
  type Position,
  SCENE_IDS,
  sceneStarts,
} from '../../../src/state/talk/script';
import { explainRanking } from '../../../src/wnn/inspect/explain';
import { PersonalModel } from '../../../src/wnn/personal/personal-model';
import { bundledLibrary } from '../../fixtures/bundled';

const library = bundledLibrary();
const script = buildScript(library, 0);

describe.each(PERSONA_USER_IDS.map((userId, index) => ({ userId, index })))(
  'user $userId',
  ({ userId, index }) => {
    const own = buildScript(library, index);

    test('persona: is played by the first ratings in time order, each film once, when its script is built', () => {
      const { ratings } = library;
      const user = ratings.userId.indexOf(userId);
      const times = own.clicks.map(({ item }) => {
        for (let r = ratings.offsets[user]; r < ratings.offsets[user + 1]; r++) {
          if (ratings.item[r] === item) return ratings.timestamp[r];
        }
        throw new Error(`User ${userId} has not rated film ${item}.`);
      });
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(new Set(own.clicks.map(({ item }) => item)).size).toBe(PERSONA_CLICKS);
      const later = firstClicks(library, userId, Number.POSITIVE_INFINITY).slice(PERSONA_CLICKS);
      expect(later.length).toBeGreaterThan(30);
      for (const kind of ['like', 'dislike'] as const)
        expect(own.clicks.filter((click) => click.kind === kind).length).toBeGreaterThan(5);
      expect(own.clicks.filter(({ kind }) => kind === 'so-so').length).toBeGreaterThan(2);
    });

    test('persona: answers like from four stars on, dislike up to two and so-so between when its ratings are played', () => {
      const { ratings } = library;
      const user = ratings.userId.indexOf(userId);
      for (const { item, kind } of own.clicks) {
        const r = ratings.item.indexOf(item, ratings.offsets[user]);
        const stars = ratings.halfStars[r] / 2;
        expect([item, kind]).toEqual([item, stars >= 4 ? 'like' : stars <= 2 ? 'dislike' : 'so-so']);
      }
    });

    test('persona: has rated films that many know when its script is built', () => {
      const counts = own.clicks.map(({ item }) => library.effects.ratings[item]).sort((a, b) => a - b);
      expect(counts[2]).toBeGreaterThan(25);
      expect(counts[PERSONA_CLICKS / 2]).toBeGreaterThan(100);
    });

    test('script: explains a film near the top by the click that did most for it when it is built', () => {
      const model = new PersonalModel(library.network);
      for (const { item, kind } of own.clicks) model.answer(item, kind);
      const { contributions, start, score } = explainRanking(model, own.explained);
      const byClick = clickParts(contributions);
      const most = Math.max(...byClick.map(({ amount }) => amount));
      expect(byClick.find(({ parts }) => parts[0].item === own.removed)?.amount).toBe(most);
      expect(most).toBeGreaterThan(0);
      // One line a click, and nothing lost.
      expect(new Set(byClick.map(({ parts }) => parts[0].item)).size).toBe(byClick.length);
      expect(byClick.reduce((sum, { amount }) => sum + amount, start)).toBeCloseTo(score, 9);
    });

    test('script: explains no sequel of what was clicked when another film is near the top', () => {
      const { collection } = library.catalogue;
      const series = own.clicks.map(({ item }) => collection[item]).filter((one) => one > 0);
      expect(series).not.toContain(collection[own.explained]);
    });
  },
);

test('personas: are described by films, each named once, when listed', () => {
  expect(new Set(PERSONA_USER_IDS).size).toBe(PERSONAS.length);
  for (const { says } of PERSONAS) expect(says).not.toMatch(/\b(he|she|his|her|man|woman|loves|hates)\b/i);
});

test('script: is the same when it is built twice from the same data', () => {
  expect(buildScript(library, 0)).toEqual(script);
});

test('script: takes eight to ten minutes in five scenes when played at single speed', () => {
  expect(script.scenes.map(({ id }) => id)).toEqual(SCENE_IDS);
  const starts = sceneStarts(script);
  expect(starts).toHaveLength(6);
  expect(starts[5]).toBeGreaterThanOrEqual(8 * 60);
  expect(starts[5]).toBeLessThanOrEqual(10 * 60);
});

test('later verdicts: are of ratings that were not played when a list is asked about', () => {
  const { userId } = PERSONAS[0];
  const all = firstClicks(library, userId, Number.POSITIVE_INFINITY);
  expect(laterVerdicts(library, userId, all)).toEqual(
    new Map(all.slice(PERSONA_CLICKS).map(({ item, kind }) => [item, kind])),
  );
  expect(firstClicks(library, 999_999)).toEqual([]);
});

const positions: Position[] = script.scenes.flatMap(({ beats }, scene) =>
  beats.map((_, beat) => ({ scene, beat })),
);
const somewhere = fc.constantFrom(...positions);
const films = fc.constantFrom(...script.clicks.slice(0, 4).map(({ item }) => item), script.regretted, 5000);
const room: fc.Arbitrary<AudienceClick[]> = fc.uniqueArray(
  fc.record({ item: films, kind: fc.constantFrom('like', 'so-so', 'dislike', 'clear'), at: somewhere }),
  { selector: ({ item }) => item },
);

test('answers: are what the persona clicked when a scene is over and no audience spoke', () => {
  const clicked = new Map(script.clicks.map(({ item, kind }) => [item, kind]));
  for (const scene of [2, 3, 4]) {
    const beat = script.scenes[scene].beats.length - 1;
    const held = answersAt(script, { scene, beat }, []);
    expect(new Map([...held].map(([item, { answer }]) => [item, answer]))).toEqual(clicked);
  }
  expect(answersAt(script, { scene: 0, beat: 1 }, [])).toEqual(new Map());
});

/** What stands of each film, whenever it was said. */
function standingAt(position: Position, audience: readonly AudienceClick[]) {
  const held = answersAt(script, position, audience);
  return new Map([...held].map(([item, { answer }]) => [item, answer]));
}

test('answers: are those of whoever spoke of a film last when script and audience both did', () => {
  fc.assert(
    fc.property(somewhere, room, (position, audience) => {
      const held = standingAt(position, audience);
      const before = ({ scene, beat }: Position, than: Position) =>
        scene < than.scene || (scene === than.scene && beat <= than.beat);
      const bare = standingAt(position, []);
      for (const { item, kind, at } of audience) {
        const overruled = positions.some((p) => {
          const { click } = script.scenes[p.scene].beats[p.beat];
          return click?.item === item && before(p, position) && !before(p, at);
        });
        expect(held.get(item)).toBe(overruled ? bare.get(item) : kind === 'clear' ? undefined : kind);
      }
      const told = new Set(audience.map(({ item }) => item));
      for (const [item, kind] of bare) if (!told.has(item)) expect(held.get(item)).toBe(kind);
      for (const item of held.keys()) expect(bare.has(item) || told.has(item)).toBe(true);
    }),
  );
});
