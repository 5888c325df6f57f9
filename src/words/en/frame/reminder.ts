/** Above every screen, now and then: that a backup may be due. Loaded after many clicks. */
import { number } from '../../format';

/** @param clicks a hundred at least */
export const onlyHere = (clicks: number) => `${number(clicks)} clicks are saved in this browser alone.`;
export const saveCopy = 'Save a copy';
export const later = 'Later';
