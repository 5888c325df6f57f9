import { PERSONAS } from '../../data/personas';
import { wordsOf } from '../../state/list/change';
import type { Library } from '../../state/platform/library';
import { laterVerdicts } from '../../state/talk/persona-clicks';
import { RACE_SETTINGS } from '../../state/talk/race';
import type { SceneId } from '../../state/talk/script';
import { compareBytes } from '../../state/talk/talk-model';
import { beatAt, type TalkState } from '../../state/talk/talk-store';

/** What each scene is called, on the stage and in the notes. */
export const TITLES: Record<SceneId, string> = {
  newcomer: 'Somebody new',
  clicks: 'Every click moves the list',
  why: 'Why this film?',
  race: 'The race, live',
  forget: 'Forgetting, exactly',
};

/** "MovieLens user 138: crime and true stories, no animation". */
export function personaWords(persona: number): string {
  const { userId, says } = PERSONAS[persona];
  return `MovieLens user ${userId}: ${says}`;
}

/** Films of the list on the wall. */
export const LISTED = 8;

/** "3"; in words where it is nothing or all. */
function howMany(count: number, of: number): string {
  if (count === 0) return 'none';
  return count === of && of > 1 ? `all ${of}` : String(count);
}

/** The line at the foot of the stage: what is seen now. */
export function captionOf(state: TalkState, library: Library): string {
  const { catalogue, effects } = library;
  const { script, view, race } = state;
  const { userId } = PERSONAS[script.persona];
  switch (beatAt(state).step) {
    case 'favourites':
    case 'empty':
      if (view.answers.size > 0) return 'The room has clicked, and the list has answered.';
      if (beatAt(state).step === 'empty') return 'Nothing is written: no account, no profile, not one byte.';
      return 'No clicks yet. The list is what everybody likes.';
    case 'persona':
      return `The first ${script.clicks.length} ratings of a real person, in their order.`;
    case 'click': {
      if (beatAt(state).click?.kind === 'so-so')
        return 'So-so is an answer too: watched, neither liked nor disliked.';
      const words = view.lastChange && wordsOf(view.lastChange, catalogue);
      if (!words?.effect) return 'One click, one write. The list answers at once.';
      return words.shared ? `${words.effect}. Both: ${words.shared}.` : `${words.effect}.`;
    }
    case 'moved': {
      const later = [...laterVerdicts(library, userId, view.list.slice(0, LISTED)).values()];
      const liked = later.filter((kind) => kind === 'like').length;
      return later.length === 0
        ? `${script.clicks.length} clicks, and the list is another.`
        : `Later, user ${userId} rated ${later.length} of these ${LISTED} films, and liked ${howMany(liked, later.length)}.`;
    }
    case 'parts':
      return 'Every past click has its part. Together they are the score, to the last point.';
    case 'without':
      return `And if “${catalogue.title[script.removed]}” had never been rated?`;
    case 'restored':
      return 'Put back: the same score again.';
    case 'line-up':
      return `${RACE_SETTINGS.users} people, ${RACE_SETTINGS.ratings} ratings each. Every system learns 40 and is asked for the other 10.`;
    case 'go':
      return race.phase === 'failed'
        ? 'No race on this machine. Everything else goes on.'
        : 'Running now, in this browser. How often is it within one star?';
    case 'finish':
      return race.phase === 'done'
        ? `Measured here in ${(race.elapsedMs / 1000).toFixed(0)} seconds. Same seed, same figures, every time.`
        : 'Run it again under Compare: same seed, same figures.';
    case 'before':
      return 'The whole memory, and its fingerprint.';
    case 'liked': {
      const { likes, ratings } = effects;
      const item = script.regretted;
      return `A slip: “${catalogue.title[item]}”, which ${likes[item]} of ${ratings[item]} people like.`;
    }
    case 'forgotten':
      return 'Forget it. Not deleted from a list: unlearned, cell by cell.';
    case 'equal': {
      const { same, of } = compareBytes(view.fingerprint.bytes, state.neverSaw.bytes);
      return same === of
        ? 'As if it had never happened: a model that never saw the film is the same, byte for byte.'
        : 'The audience has clicked since: the film is still in the memory.';
    }
    case 'end':
      return 'All of this ran on this machine, without a network.';
  }
}

/** The rule of the race, for the room. */
export const RACE_RULE = 'One rule for all: the answer most likely within one star.';
/** What the marks in the chart of the race are. */
export const PUBLISHED_RULE = 'Dotted: what the paper reports, from other data.';

/** What a system of the race is called in a room, and what it is. */
export const RACERS: Record<string, { name: string; says: string }> = {
  constant: { name: 'Always four stars', says: 'learns nothing' },
  'user-constant': { name: 'One answer per person', says: 'their best constant' },
  wnn: { name: 'Weightless', says: 'this app’s, on facts alone' },
  'wnn-paper': { name: 'Neural state machine', says: 'the paper’s, reconstructed' },
  'weighted-paper': { name: 'Weighted network', says: 'the paper’s, per person' },
  'cf-paper': { name: 'Neural collaborative', says: 'the paper’s, all people at once' },
  ridge: { name: 'Ridge regression', says: 'the same facts, by weights' },
  'item-knn': { name: 'Similar films', says: 'a classic: item-kNN' },
};

/** Keys that do the same, and what they do. */
export interface KeyHelp {
  keys: readonly string[];
  says: string;
}

/** Every key, for the overlay and the notes. */
export const KEYS: readonly KeyHelp[] = [
  { keys: ['→', 'Page down', 'Space'], says: 'Next scene; it plays, then waits' },
  { keys: ['←', 'Page up'], says: 'Scene before' },
  { keys: ['P', '.'], says: 'Play the whole talk; pause' },
  { keys: ['S'], says: 'One step, then hold' },
  { keys: ['+', '−'], says: 'Speed: 1, 2, 5, 10, 20 times' },
  { keys: ['R'], says: 'Scene again from its start' },
  { keys: ['1', '–', '5'], says: 'A certain scene' },
  { keys: ['Home'], says: 'First scene' },
  { keys: ['W'], says: 'Who clicks: another persona' },
  { keys: ['/'], says: 'Question: find a film' },
  { keys: ['L', 'D', 'O'], says: 'Like, dislike the film on stage; so-so' },
  { keys: ['C'], says: 'Carry on where the script was' },
  { keys: ['X', 'Backspace'], says: 'Reset for the next talk' },
  { keys: ['N'], says: 'Speaker’s notes' },
  { keys: ['F'], says: 'Full screen' },
  { keys: ['B'], says: 'Black screen' },
  { keys: ['?'], says: 'This help' },
];
