/** The answers to a film at the end of its row, in every list of films. */

export const like = (film: string) => `Like ${film}`;
export const dislike = (film: string) => `Dislike ${film}`;
export const wasSoSo = (film: string) => `${film} was so-so`;
export const soSo = 'So-so';
