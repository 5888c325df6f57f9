import type { SeenAnswer } from '../../data/opinion';
import { PERSONAS } from '../../data/personas';
import { explainRanking } from '../../wnn/inspect/explain';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { rankAll, ranksIn, topOf } from '../list/ranking';
import type { Library } from '../platform/library';
import { clickParts } from './click-parts';
import { firstClicks, type PersonaClick } from './persona-clicks';

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
  /** The click was given before and is as recent as it was: as if it had not been taken away. */
  restores?: true;
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
  clicks: readonly PersonaClick[];
  /** The film whose place is explained, and the click that is taken away. */
  explained: number;
  removed: number;
  /** The film that is liked and forgotten. */
  regretted: number;
}

/** MovieLens ids of films that many know and few like: Batman & Robin, Showgirls, Battlefield Earth, Spice World. */
const REGRETTABLE = [1562, 193, 3593, 1760];
/** The film to explain is one of the best this many. */
const EXPLAINED_AMONG = 5;

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
          ...clicks.map((click): Beat => ({ step: 'click', seconds: 5, click })),
          { step: 'moved', seconds: 20 },
        ],
      },
      {
        id: 'why',
        beats: [
          { step: 'parts', seconds: 50 },
          { step: 'without', seconds: 35, click: { item: removed, kind: 'clear' } },
          { step: 'restored', seconds: 25, ...(verdict && { click: verdict, restores: true }) },
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

/**
 * The film near the top that the clicks moved most, and the click that did most of it, all its terms together. Films of a
 * series that the persona knows come last: that a sequel follows explains itself, and without the film it follows they would
 * stand behind that one.
 */
function pickExplained(library: Library, clicks: Script['clicks']): Pick<Script, 'explained' | 'removed'> {
  const model = new PersonalModel(library.network);
  // Every film by itself: for somebody new, another of its series may be the better known one.
  const newcomer = rankAll(model);
  for (const { item, kind } of clicks) model.answer(item, kind);
  const top = topOf(rankAll(model, null, [], library.catalogue), EXPLAINED_AMONG);
  const before = ranksIn(newcomer, top);
  const { collection } = library.catalogue;
  const known = new Set(clicks.map(({ item }) => collection[item]));
  const risen = top.map((item, index) => ({
    item,
    follows: Number(collection[item] > 0 && known.has(collection[item])),
    places: (before[index] ?? 0) - (index + 1),
  }));
  risen.sort(
    (a, b) => a.follows - b.follows || b.places - a.places || top.indexOf(a.item) - top.indexOf(b.item),
  );
  const explained = risen[0].item;
  const parts = clickParts(explainRanking(model, explained).contributions);
  const strongest = parts.find(({ amount }) => amount > 0) ?? parts[0];
  return { explained, removed: strongest?.parts[0].item ?? clicks[0]?.item ?? explained };
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

/** A click that stands, and its place among all of the talk's clicks. */
export interface Told {
  answer: SeenAnswer;
  time: number;
}

/**
 * What was said at a place in the script: the script's clicks up to there and all of the audience's,
 * each film with the click that stands last.
 */
export function answersAt(
  script: Script,
  { scene, beat }: Position,
  audience: readonly AudienceClick[],
): Map<number, Told> {
  const told = script.scenes.flatMap(({ beats }, s) =>
    beats.flatMap(({ click, restores = false }, b) =>
      click && (s < scene || (s === scene && b <= beat))
        ? [{ ...click, restores, at: { scene: s, beat: b } }]
        : [],
    ),
  );
  // Stable: where both speak at the same place, the audience speaks after the script.
  const spoken = audience.map((click) => ({ ...click, restores: false }));
  const all = [...told, ...spoken].sort((a, b) => a.at.scene - b.at.scene || a.at.beat - b.at.beat);
  const answers = new Map<number, Told>();
  const first = new Map<number, number>();
  for (const [place, { item, kind, restores }] of all.entries()) {
    if (kind === 'clear') {
      answers.delete(item);
      continue;
    }
    const time = restores ? (first.get(item) ?? place) : place;
    if (!first.has(item)) first.set(item, time);
    answers.set(item, { answer: kind, time });
  }
  return answers;
}
