import { opinionOf, type SeenAnswer } from '../../data/opinion';
import { PERSONAS } from '../../data/personas';
import { ratingOrder } from '../../evaluation/splits';
import { explainRanking } from '../../wnn/inspect/explain';
import { type Opinion, PersonalModel } from '../../wnn/personal/personal-model';
import { rankAll, ranksIn, topOf } from '../list/ranking';
import type { Library } from '../platform/library';

/** The scenes in the order in which they are played. */
export const SCENE_IDS = ['newcomer', 'clicks', 'why', 'race', 'forget'] as const;
/** One of `SCENE_IDS`. */
export type SceneId = (typeof SCENE_IDS)[number];

/** What a beat does to the talk's model. */
export interface ScriptClick {
  item: number;
  kind: SeenAnswer | 'clear';
}

/** The smallest step of the script. */
export interface Beat {
  /** What it shows; a scene's words and picture go by it. */
  step:
    | 'favourites'
    | 'empty'
    | 'persona'
    | 'click'
    | 'moved'
    | 'parts'
    | 'without'
    | 'restored'
    | 'line-up'
    | 'go'
    | 'finish'
    | 'before'
    | 'liked'
    | 'forgotten'
    | 'equal'
    | 'end';
  /** How long it stays at single speed. */
  seconds: number;
  click?: ScriptClick;
  /** Starts the race. */
  starts?: true;
  /** Does not end before the race has. */
  waits?: true;
}

/** A part of the talk under one heading. */
export interface Scene {
  id: SceneId;
  beats: readonly Beat[];
}

/** A talk, decided to the last click by the public data and the persona. */
export interface Script {
  /** Index in PERSONAS. */
  persona: number;
  scenes: readonly Scene[];
  /** The persona's clicks in the order in which they are played. */
  clicks: readonly { item: number; kind: Opinion }[];
  /** The film whose place is explained, and the click that is taken away. */
  explained: number;
  removed: number;
  /** The film that is liked and forgotten. */
  regretted: number;
}

/** First ratings of the persona that are played. */
export const PERSONA_CLICKS = 24;
/** As in the evaluation: decides the order of ratings given in the same second. */
const TIE_SEED = 1;
/** MovieLens ids of films that many know and few like: Batman & Robin, Showgirls, Battlefield Earth, Spice World. */
const REGRETTABLE = [1562, 193, 3593, 1760];
/** The film to explain is one of the best this many. */
const EXPLAINED_AMONG = 5;

/** The first ratings of a MovieLens user in time order as likes (4 stars and more) and dislikes; empty for strangers. */
export function firstClicks(
  { ratings }: Pick<Library, 'ratings'>,
  userId: number,
  count: number = PERSONA_CLICKS,
): { item: number; kind: Opinion }[] {
  const user = ratings.userId.indexOf(userId);
  if (user < 0) return [];
  return [...ratingOrder(ratings, user, 'chronological', TIE_SEED)].slice(0, count).map((r) => ({
    item: ratings.item[r],
    kind: opinionOf(ratings.halfStars[r]),
  }));
}

/** What a MovieLens user said later, after the clicks that are played, of the films of a list: the list's own test. */
export function laterVerdicts(
  { ratings }: Pick<Library, 'ratings'>,
  userId: number,
  list: readonly { item: number }[],
): Map<number, Opinion> {
  const later = firstClicks({ ratings }, userId, Number.POSITIVE_INFINITY).slice(PERSONA_CLICKS);
  const listed = new Set(list.map(({ item }) => item));
  return new Map(later.flatMap(({ item, kind }) => (listed.has(item) ? [[item, kind]] : [])));
}

/** @param persona index in PERSONAS */
export function buildScript(library: Library, persona: number): Script {
  const clicks = firstClicks(library, PERSONAS[persona].userId);
  const { explained, removed } = pickExplained(library, clicks);
  const regretted = pickRegretted(library, clicks);
  const verdict = clicks.find(({ item }) => item === removed);
  return {
    persona,
    clicks,
    explained,
    removed,
    regretted,
    scenes: [
      {
        id: 'newcomer',
        beats: [
          { step: 'favourites', seconds: 40 },
          { step: 'empty', seconds: 40 },
        ],
      },
      {
        id: 'clicks',
        beats: [
          { step: 'persona', seconds: 16 },
          ...clicks.map((click): Beat => ({ step: 'click', seconds: 6, click })),
          { step: 'moved', seconds: 20 },
        ],
      },
      {
        id: 'why',
        beats: [
          { step: 'parts', seconds: 50 },
          { step: 'without', seconds: 35, click: { item: removed, kind: 'clear' } },
          { step: 'restored', seconds: 25, ...(verdict && { click: verdict }) },
        ],
      },
      {
        id: 'race',
        beats: [
          { step: 'line-up', seconds: 30 },
          { step: 'go', seconds: 45, starts: true, waits: true },
          { step: 'finish', seconds: 40 },
        ],
      },
      {
        id: 'forget',
        beats: [
          // Whatever the audience said of the film before is out of the way first.
          { step: 'before', seconds: 20, click: { item: regretted, kind: 'clear' } },
          { step: 'liked', seconds: 25, click: { item: regretted, kind: 'like' } },
          { step: 'forgotten', seconds: 20, click: { item: regretted, kind: 'clear' } },
          { step: 'equal', seconds: 20 },
          { step: 'end', seconds: 10 },
        ],
      },
    ],
  };
}

/** The film near the top that the clicks moved most, and the click that did most of it. */
function pickExplained(library: Library, clicks: Script['clicks']): Pick<Script, 'explained' | 'removed'> {
  const model = new PersonalModel(library.network);
  // Every film by itself: for somebody new, another of its series may be the better known one.
  const newcomer = rankAll(model);
  for (const { item, kind } of clicks) model.rate(item, kind);
  const top = topOf(rankAll(model, null, [], library.catalogue), EXPLAINED_AMONG);
  const before = ranksIn(newcomer, top);
  const risen = top.map((item, index) => ({ item, places: (before[index] ?? 0) - (index + 1) }));
  risen.sort((a, b) => b.places - a.places || top.indexOf(a.item) - top.indexOf(b.item));
  const explained = risen[0].item;
  const { contributions } = explainRanking(model, explained);
  const strongest = contributions.find(({ amount }) => amount > 0) ?? contributions[0];
  return { explained, removed: strongest?.item ?? clicks[0]?.item ?? explained };
}

function pickRegretted(library: Library, clicks: Script['clicks']): number {
  const judged = new Set(clicks.map(({ item }) => item));
  const known = REGRETTABLE.flatMap((movieId) => library.itemOf.get(movieId) ?? []);
  const free = (item: number) => !judged.has(item);
  const any = Array.from({ length: library.catalogue.count }, (_, item) => item).find(free);
  return known.find(free) ?? any ?? 0;
}

/** Seconds from the talk's beginning to each scene's, and to the end, at single speed; length scenes + 1. */
export function sceneStarts({ scenes }: Script): number[] {
  const starts = [0];
  for (const { beats } of scenes) {
    starts.push(starts[starts.length - 1] + beats.reduce((sum, { seconds }) => sum + seconds, 0));
  }
  return starts;
}

/** A place in the script. */
export interface Position {
  scene: number;
  beat: number;
}

/** A click of somebody in the room, and where the script stood. */
export interface AudienceClick extends ScriptClick {
  at: Position;
}

/**
 * What was said at a place in the script: the script's clicks up to there and all of the audience's,
 * each film with the click that stands last.
 */
export function answersAt(
  script: Script,
  { scene, beat }: Position,
  audience: readonly AudienceClick[],
): Map<number, SeenAnswer> {
  const told = script.scenes.flatMap(({ beats }, s) =>
    beats.flatMap(({ click }, b) =>
      click && (s < scene || (s === scene && b <= beat)) ? [{ ...click, at: { scene: s, beat: b } }] : [],
    ),
  );
  // Stable: where both speak at the same place, the audience speaks after the script.
  const all = [...told, ...audience].sort((a, b) => a.at.scene - b.at.scene || a.at.beat - b.at.beat);
  const answers = new Map<number, SeenAnswer>();
  for (const { item, kind } of all) {
    if (kind === 'clear') answers.delete(item);
    else answers.set(item, kind);
  }
  return answers;
}
