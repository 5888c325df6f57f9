/** Why a film has its figure and its place: the panel below a row of the list. */
import { fixed } from '../../format';

export const whyFilm = (film: string) => `Why ${film}`;
export const startNew = 'Starting point: nobody else has rated it, so its genres and years speak for it';
export const startLiked = (likes: number, ratings: number) =>
  `Starting point: ${likes} of ${ratings} people liked it`;
export const forIt = 'For it';
export const againstIt = 'Against it';
export const noClick = 'None of your clicks touches this film yet.';
export const together = 'Together: how likely you are to like it';
export const shareOfEveryone = 'About this share of everyone likes it';

/** The whole figure as a bar, for those who do not see it. @param forIt and `againstIt` as points.ts says them */
export const bar = (start: number, forIt: string, againstIt: string, end: number) =>
  `Starts at ${start} %, for it ${forIt}, against it ${againstIt}, ends at ${end} %`;

/** What was answered. @param film its title as a link */
export const youLiked = <Part>(film: Part) => ['you liked ', film];
export const youDisliked = <Part>(film: Part) => ['you disliked ', film];
export const youSaw = <Part>(film: Part) => ['you saw ', film];
export const whatIf = 'What if I had not?';
export const whatIfNotLiked = (film: string) => `What if I had not liked ${film}?`;
export const whatIfNotDisliked = (film: string) => `What if I had not disliked ${film}?`;
export const whatIfNotSeen = (film: string) => `What if I had not seen ${film}?`;
/** @param clicks that are not named one by one */
export const moreForIt = (clicks: number) => `${clicks} more for it`;
export const moreAgainstIt = (clicks: number) => `${clicks} more against it`;
export const easier = 'you are easier to please than most people';
export const harder = 'you are harder to please than most people';

export const place = 'Its place in the list';
export const placeMore =
  'The order looks beyond the match. What moves this film up or down, in shares of the whole:';
/** Before each of what moves it. */
export const up = 'up:';
export const down = 'down:';
export const fewKnowIt = 'few people know it';
export const widelyLoved = 'how widely it is loved';
export const yourAnswers = 'what you answered';
export const yourSeries = 'a series that you like';
export const yourDial = 'the dial beside your list';
/** @param trait "Horror", "1980s", "French", "time travel" */
export const askedNever = (trait: string) => `you asked for never ${trait}`;
export const askedLess = (trait: string) => `you asked for less ${trait}`;
export const askedMore = (trait: string) => `you asked for more ${trait}`;
/** The answer that does most of it. @param connection as in connection.ts */
export const mostOfAll = (film: string, connection: string) => `most of all ${film}: ${connection}`;
export const underPercent = 'under 1 %';

const stars = (value: number) => fixed(value, 1);
/** What a film would get of five stars: from most people, or as films like it; and from the reader. */
export const starsOfMost = (most: number) => `In stars: most people ${stars(most)} of five`;
export const starsOfAlike = (most: number) => `In stars: films like it ${stars(most)} of five`;
export const starsOfMostAndYou = (most: number, you: number) =>
  `In stars: most people ${stars(most)}, you ${stars(you)} of five, as far as your answers can tell`;
export const starsOfAlikeAndYou = (most: number, you: number) =>
  `In stars: films like it ${stars(most)}, you ${stars(you)} of five, as far as your answers can tell`;

export const yourAnswer = (film: string) => `Your answer to ${film}`;
export const like = 'Like';
export const dislike = 'Dislike';
export const soSo = 'So-so';
export const unseen = 'Haven’t seen';
export const wantToSee = 'Want to see';
