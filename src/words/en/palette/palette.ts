/** The palette of commands: the field, what it finds, and the words by which it finds more. */
import { number } from '../../format';

export const title = 'Find a film, a screen or an action';
export const field = 'Film, screen or action';
export const example = 'Alien, my ratings, undo …';
export const found = 'Found';
export const foundNothing = 'Nothing of that name.';
export const foundSo = (many: number) => `${number(many)} found`;

export const screens = 'Screens';
export const actions = 'Actions';
export const films = 'Films';

/** What can be done, and `…Hint`, which stands behind it. */
export const undo = 'Undo';
export const undoHint = 'the last click';
export const redo = 'Redo';
export const redoHint = 'what was undone';
export const resetTuning = 'Reset the tuning';
export const switchTo = (name: string) => `Switch to ${name}`;
export const addPerson = 'Add a person';
export const daylight = 'Daylight colours';
export const darkRoom = 'Dark-room colours';
export const asDevice = 'Colours as the device has them';

/** Never shown: words, with spaces between, by which an action is found beside its name. */
export const alsoUndo = 'take back';
export const alsoResetTuning = 'tune filter list';
export const alsoSwitchTo = 'person profile';
export const alsoAddPerson = 'profile new';
export const alsoDaylight = 'theme light bright';
export const alsoDarkRoom = 'theme night black';
export const alsoAsDevice = 'theme auto system';
/** The same for the screens. */
export const alsoRate = 'judge films';
export const alsoForYou = 'list recommendations';
export const alsoWantToSee = 'watchlist';
export const alsoMyRatings = 'answers liked disliked';
export const alsoHistory = 'time travel past';
export const alsoMyModel = 'network memory taste';
export const alsoCompare = 'systems accuracy';
export const alsoTalk = 'stage presentation';
export const alsoYourData = 'backup save export erase catalogue';
export const alsoImport = 'import letterboxd imdb trakt';
