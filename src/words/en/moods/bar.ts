/** Which moods the list is drawn from: above the list. Loaded after the list. */
export const drawFrom = 'Draw the list from';
export const everything = 'Everything';
export const addFirst = 'Add a mood, such as “with the kids”';
export const edit = 'Edit moods';
