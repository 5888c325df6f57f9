/** The page of one film: films that are like it. They come after the page. */

export const title = 'More like this';
export const sameSeries = 'The same series';
export const samePeople = 'Liked by the same people';
export const howMany = (people: number, title: string) =>
  `How many of the ${people} people here who like ${title} like these too.`;
/** Under a film: how many of the people like both. */
export const likeBoth = (both: number, people: number) => `${both} of ${people}`;
export const sameKind = 'The same kind of film';
/** Under a film: what both films are. */
export const both = (traits: readonly string[]) => `both: ${traits.join(', ')}`;
/** Under a film: what one said of it. */
export const saidLike = 'you liked it';
export const saidSoSo = 'so-so for you';
export const saidDislike = 'you disliked it';
