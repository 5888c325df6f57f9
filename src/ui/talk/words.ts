import { PERSONAS } from '../../data/personas';
import { wordsOf } from '../../state/list/change';
import type { Library } from '../../state/platform/library';
import { laterVerdicts } from '../../state/talk/persona-clicks';
import { RACE_SETTINGS } from '../../state/talk/race';
import type { SceneId } from '../../state/talk/script';
import { compareBytes } from '../../state/talk/talk-model';
import { beatAt, type TalkState } from '../../state/talk/talk-store';
import * as captions from '../../words/en/talk/captions';
import * as words from '../../words/en/talk/scenes';

/** What each scene is called, on the stage and in the notes. */
export const TITLES: Record<SceneId, string> = {
  newcomer: words.newcomer,
  clicks: words.clicks,
  why: words.why,
  race: words.race,
  forget: words.forget,
};

/** "MovieLens user 138: crime and true stories, no animation". */
export function personaWords(persona: number): string {
  const { userId, says } = PERSONAS[persona];
  return words.persona(userId, says);
}

/** Films of the list on the wall. */
export const LISTED = 8;

/** The line at the foot of the stage: what is seen now. */
export function captionOf(state: TalkState, library: Library): string {
  const { catalogue, effects } = library;
  const { script, view, race } = state;
  const { userId } = PERSONAS[script.persona];
  switch (beatAt(state).step) {
    case 'favourites':
    case 'empty':
      if (view.answers.size > 0) return captions.roomHasClicked;
      if (beatAt(state).step === 'empty') return captions.nothingWritten;
      return captions.noClicks;
    case 'persona':
      return captions.firstRatings(script.clicks.length);
    case 'click': {
      if (beatAt(state).click?.kind === 'so-so') return captions.soSo;
      const told = view.lastChange && wordsOf(view.lastChange, catalogue);
      if (!told?.effect) return captions.oneClick;
      return told.shared ? captions.movedBoth(told.effect, told.shared) : captions.moved(told.effect);
    }
    case 'moved': {
      const later = [...laterVerdicts(library, userId, view.list.slice(0, LISTED)).values()];
      const liked = later.filter((kind) => kind === 'like').length;
      return later.length === 0
        ? captions.anotherList(script.clicks.length)
        : captions.laterRated(userId, later.length, LISTED, liked);
    }
    case 'parts':
      return captions.parts;
    case 'without':
      return captions.without(catalogue.title[script.removed]);
    case 'restored':
      return captions.restored;
    case 'line-up':
      return captions.lineUp(RACE_SETTINGS.users, RACE_SETTINGS.ratings);
    case 'go':
      return race.phase === 'failed' ? captions.noRace : captions.running;
    case 'finish':
      return race.phase === 'done' ? captions.measured(race.elapsedMs / 1000) : captions.runAgain;
    case 'before':
      return captions.wholeMemory;
    case 'liked': {
      const { likes, ratings } = effects;
      const item = script.regretted;
      return captions.slip(catalogue.title[item], likes[item], ratings[item]);
    }
    case 'forgotten':
      return captions.forgetIt;
    case 'equal': {
      const { same, of } = compareBytes(view.fingerprint.bytes, state.neverSaw.bytes);
      return same === of ? captions.neverHappened : captions.clickedSince;
    }
    case 'end':
      return captions.end;
  }
}

/** Keys that do the same, and what they do. */
export interface KeyHelp {
  keys: readonly string[];
  says: string;
}

/** Every key, for the overlay and the notes. */
export const KEYS: readonly KeyHelp[] = [
  { keys: ['→', words.pageDown, words.space], says: words.keyNext },
  { keys: ['←', words.pageUp], says: words.keyBack },
  { keys: ['P', '.'], says: words.keyPlay },
  { keys: ['S'], says: words.keyStep },
  { keys: ['+', '−'], says: words.keySpeed },
  { keys: ['R'], says: words.keyReplay },
  { keys: ['1', '–', '5'], says: words.keyScene },
  { keys: [words.home], says: words.keyFirst },
  { keys: ['W'], says: words.keyPersona },
  { keys: ['/'], says: words.keySearch },
  { keys: ['L', 'D', 'O'], says: words.keyJudge },
  { keys: ['C'], says: words.keyCarryOn },
  { keys: ['X', words.backspace], says: words.keyReset },
  { keys: ['N'], says: words.keyNotes },
  { keys: ['F'], says: words.keyFullScreen },
  { keys: ['B'], says: words.keyBlack },
  { keys: ['?'], says: words.keyHelp },
];
