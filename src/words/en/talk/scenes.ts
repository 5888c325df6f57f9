/** The talk: what its scenes and its keys are called, on the stage and in the speaker’s notes. */

export const newcomer = 'Somebody new';
export const clicks = 'Every click moves the list';
export const why = 'Why this film?';
export const race = 'The race, live';
export const forget = 'Forgetting, exactly';
/** A scene with its number before its name. */
export const numbered = (scene: number, title: string) => `${scene}. ${title}`;

/** Who clicks. @param says what the person likes, in a few words */
export const persona = (userId: number, says: string) => `MovieLens user ${userId}: ${says}`;

/** Keys with names, as they are printed on keyboards and clickers. */
export const pageDown = 'Page down';
export const pageUp = 'Page up';
export const space = 'Space';
export const home = 'Home';
export const backspace = 'Backspace';

/** What each key does, in the help and in the notes. */
export const keyNext = 'Next scene; it plays, then waits';
export const keyBack = 'Scene before';
export const keyPlay = 'Play the whole talk; pause';
export const keyStep = 'One step, then hold';
export const keySpeed = 'Speed: 1, 2, 5, 10, 20 times';
export const keyReplay = 'Scene again from its start';
export const keyScene = 'A certain scene';
export const keyFirst = 'First scene';
export const keyPersona = 'Who clicks: another persona';
export const keySearch = 'Question: find a film';
export const keyJudge = 'Like, dislike or so-so: the film on stage';
export const keyCarryOn = 'Carry on where the script was';
export const keyReset = 'Reset for the next talk';
export const keyNotes = 'Speaker’s notes';
export const keyFullScreen = 'Full screen';
export const keyBlack = 'Black screen';
export const keyHelp = 'This help';
