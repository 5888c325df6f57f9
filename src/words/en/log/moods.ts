/** What is wrong with moods, or with the name of one: in the bar of moods and its dialogs. Loaded at the start. */

export const savedByNewer = 'Your moods were saved by another version of Weightless. Reload the page.';
export const taken = (name: string) => `There is already a mood called ${name}.`;
