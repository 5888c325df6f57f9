/** Where clicks are filed from now on: beside the answers of Rate and the list. Loaded once there are moods. */
export const fileUnder = 'File under';
export const noMood = 'no mood';
