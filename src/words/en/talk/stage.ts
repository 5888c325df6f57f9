/** The talk: the frame of the stage, its controls and what lies over it. */

/** Beside the title, while no person stands there. */
export const brand = 'Weightless';
export const brandBundled = 'With the films that come with Weightless';
export const thankYou = 'Thank you';
export const theScene = 'The scene';
export const blackScreen = 'Black screen. B brings it back.';
export const scenes = 'Scenes';
export const scene = (which: number, title: string) => `Scene ${which}: ${title}`;
export const noFullScreen = 'This browser has no full screen for pages; its own menu may.';
export const fullScreenRefused = 'The browser refuses full screen here; its own menu may have it.';

export const takenOver = 'The room has taken over.';
export const carryOn = <Key>(key: (name: string) => Key) => ['Carry on ', key('C')];

/** The controls. */
export const theTalk = 'The talk';
export const sceneBefore = 'Scene before';
export const pause = 'Pause';
export const playAll = 'Play the whole talk';
export const nextScene = 'Next scene';
export const oneStep = 'One step';
export const sceneAgain = 'Scene again';
export const slower = 'Slower';
export const faster = 'Faster';
export const findFilm = 'Find a film';
export const speakersNotes = 'Speaker’s notes';
export const fullScreen = 'Full screen';
export const help = 'Help';
export const reset = <Key>(key: (name: string) => Key) => [key('X'), ' Reset for the next talk'];
export const leave = 'Leave the stage';

/** Over the stage. */
export const notesInWindow = 'Notes in a window of their own';
export const keys = 'Keys';
export const keysAndClicker = 'Keys and clicker';
export const close = 'Close';
