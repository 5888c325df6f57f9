/** The screen For you around its list: what the list is made of, the dial, the ways to tune it and to take back. */

export const title = 'For you';
export const favourites = 'Most people’s favourites';
export const idle = 'Like or dislike what you have seen: the list answers at once.';
export const filmsBestFirst = 'The films, best first';
export const tune = 'Tune';
/** @param made controls that are not at rest */
export const tuneMade = (made: number) => `Tune · ${made}`;
export const undo = 'Undo';
export const notSaved = 'What you tuned could not be saved. It holds until you close the page.';

export const notRated = <Part>(link: (text: string) => Part) => [
  'You have not rated anything yet, so this is what people like in general. ',
  link('Rate a few films'),
  ' and it becomes your list.',
];
/** "“with the kids” or “with friends”"; empty where there is none. */
export const anyOf = (moods: readonly string[]) => moods.map((mood) => `“${mood}”`).join(' or ');
/** @param moods `anyOf` them */
export const nothingFiled = (moods: string) =>
  `Nothing is filed under ${moods} yet, so this is what people like in general, without what you judged elsewhere. Choose a single mood and judge films here: that fills it.`;
export const order =
  'Best first: films that fit your taste, widely loved ones sooner. The figure is the chance that you will like it; where the order differs, two words say why.';

/** The ends of the dial. */
export const wellKnown = 'Well known';
export const onlyLikeYours = 'Only like yours';
export const dial = 'From well known films to only films like yours';
/** Where the dial stands, for those who do not see it. */
export const inTheMiddle = 'in the middle';
export const betterKnown = 'better known';
export const muchBetterKnown = 'much better known';
export const moreLikeYours = 'more like yours';
export const muchMoreLikeYours = 'much more like yours';
