import type { SeenAnswer } from '../../data/opinion';
import { crc32 } from '../../lib/hash';
import { type CellLook, memoryPicture } from '../../wnn/inspect/memory-picture';
import { memoryUse } from '../../wnn/inspect/memory-use';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { type Change, describeMoves } from '../list/change';
import { type Ranking, type Recommendation, rankAll, ranksIn, recommend, topOf } from '../list/ranking';
import { type WhyRanked, whyRanked } from '../list/why';
import type { Library } from '../platform/library';
import type { ScriptClick, Told } from './script';

/** Films of the list that a stage shows at most. */
const LISTED = 10;

/** Canonical bytes of a state, as a person compares them. */
export interface Fingerprint {
  bytes: Uint8Array;
  /** CRC-32 of the bytes, eight hexadecimal digits. */
  digits: string;
}

/** What a stage shows of the talk's model. Replaced, never changed in place. */
export interface TalkView {
  /** What was said of films, so-so ones included. */
  answers: ReadonlyMap<number, SeenAnswer>;
  /** The best films, best first. */
  list: readonly Recommendation[];
  /** What the last single click did; null after jumps. */
  lastChange: Change | null;
  memory: { written: number; total: number };
  fingerprint: Fingerprint;
}

/** A model for the length of a talk: it lives in the page's memory alone, and knows no profile. */
export interface TalkModel {
  readonly view: TalkView;
  /** Learns and forgets until just this was said. */
  become(answers: ReadonlyMap<number, Told>): void;
  why(item: number): WhyRanked;
  /** Rank among the films not rated, one of a series, from 1; null for rated ones and those behind another. */
  rankOf(item: number): number | null;
  /** Score of the film at the top of the list, above 0: what a stage takes for 100 points. */
  best(): number;
  /** The same for a model that differs by one click. @param time of the click; where left out, it is the latest. */
  whatIf(click: ScriptClick, time?: number): WhatIf;
  /** The fingerprint of another model, taught the same answers but for this film, from nothing. */
  neverSaw(item: number): Fingerprint;
  /** Every cell of the memory, node after node, as it is drawn. @param pointed a film whose written cells stand out */
  picture(pointed: number | null): CellLook[];
}

/** What another model than the one on stage would say. */
interface WhatIf {
  fingerprint: Fingerprint;
  why(item: number): WhyRanked;
  rankOf(item: number): number | null;
  best(): number;
}

/** Score of the first film of a ranking; above 0, so that shares of it can be told. */
function bestOf(ranking: Ranking): number {
  const [first] = topOf(ranking, 1);
  return Math.max(ranking.scores[first] ?? 0, Number.EPSILON);
}

/** The fingerprint of a model as it is now. */
function fingerprintOf(model: PersonalModel): Fingerprint {
  const bytes = model.stateBytes();
  return { bytes, digits: crc32(bytes).toString(16).padStart(8, '0') };
}

/** How many bytes two states share place by place, and of how many: equal where both are. */
export function compareBytes(a: Uint8Array, b: Uint8Array): { same: number; of: number } {
  let same = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] === b[i]) same++;
  return { same, of: Math.max(a.length, b.length) };
}

/** A model that was told nothing yet. */
export function createTalkModel(library: Library): TalkModel {
  const model = new PersonalModel(library.network);
  const { catalogue } = library;
  const rank = () => rankAll(model, null, [], catalogue);
  let ranking = rank();
  let view = viewOf(null, null);

  function viewOf(previous: Ranking | null, lastChange: Change | null): TalkView {
    return {
      answers: model.opinions,
      list: recommend(model, ranking, previous, LISTED),
      lastChange,
      memory: memoryUse(library.network, model.memory),
      fingerprint: fingerprintOf(model),
    };
  }

  return {
    get view() {
      return view;
    },
    become(answers) {
      const held = new Map(model.answers);
      const gone = [...held.keys()].filter((item) => !answers.has(item));
      const said = [...answers].filter(([item, { answer }]) => held.get(item)?.answer !== answer);
      if (gone.length + said.length === 0) return;
      const one = gone.length + said.length === 1 ? (gone[0] ?? said[0][0]) : null;
      const before = one === null ? 'clear' : (held.get(one)?.answer ?? 'clear');
      for (const item of gone) model.forget(item);
      for (const [item, { answer, time }] of answers) model.answer(item, answer, time);
      const old = ranking;
      ranking = rank();
      const change =
        one === null
          ? null
          : describeMoves(
              library,
              { item: one, before, after: answers.get(one)?.answer ?? 'clear', via: 'click' as const },
              old,
              ranking,
            );
      view = viewOf(one === null ? null : old, change);
    },
    why: (item) => whyRanked(library, model, item),
    rankOf: (item) => ranksIn(ranking, [item])[0],
    best: () => bestOf(ranking),
    whatIf({ item: clicked, kind }, time) {
      const other = model.clone();
      other.answer(clicked, kind, time);
      return {
        fingerprint: fingerprintOf(other),
        why: (item) => whyRanked(library, other, item),
        rankOf: (item) => ranksIn(rankAll(other, null, [], catalogue), [item])[0],
        best: () => bestOf(rankAll(other, null, [], catalogue)),
      };
    },
    neverSaw(item) {
      const other = new PersonalModel(library.network);
      for (const [film, { answer, time }] of model.answers)
        if (film !== item) other.answer(film, answer, time);
      return fingerprintOf(other);
    },
    picture: (pointed) => memoryPicture(model, pointed),
  };
}
