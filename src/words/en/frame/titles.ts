/** What the screens are called: in the navigation, in the title of the document, in the palette of commands. On the first screen from the start. */

/** The name of the app, the same in every language. */
export const appName = 'Weightless';
export const rate = 'Rate';
export const forYou = 'For you';
export const wantToSee = 'Want to see';
export const myRatings = 'My ratings';
export const history = 'History';
export const myModel = 'My model';
export const compare = 'Compare';
export const talk = 'Talk';
export const talkNotes = 'Speaker’s notes';
export const yourData = 'Your data';
export const bringRatings = 'Bring your ratings';
export const about = 'About';
export const noSuchFilm = 'No such film';
export const noSuchPage = 'No such page';
