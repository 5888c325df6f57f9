/** The frame around every screen: header, navigation, who is rating, the line at the foot. On the first screen from the start. */

export const skip = 'Skip to content';
/** The navigation, as it is spoken. */
export const screens = 'Screens';

/** The button of the colours: what they are now; and the same with what a press changes them to. */
export const deviceColours = 'Colours follow the device';
export const deviceColoursSwitch = 'Colours follow the device. Switch: daylight colours';
export const daylight = 'Daylight colours';
export const daylightSwitch = 'Daylight colours. Switch: dark-room colours';
export const darkRoom = 'Dark-room colours';
export const darkRoomSwitch = 'Dark-room colours. Switch: colours follow the device';

/** The button that tells who is rating, as it is spoken. */
export const profile = (name: string) => `Profile: ${name}`;
export const menuNotLoaded = 'The menu could not be loaded. Check the connection, then press again.';

/** The foot: where the films come from, and where one's data stays. */
export const sources = 'Films and ratings: MovieLens and TMDB.';
export const sourcesOfPack = (catalogue: string) => `Films: ${catalogue}, by MovieLens, and TMDB.`;
export const staysOnDevice = 'Everything you do stays on this device.';
export const staysOnPage = 'Everything you do stays on this page, and is gone when you close it.';
export const giveTalk = 'Give a talk';
