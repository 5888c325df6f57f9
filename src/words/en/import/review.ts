/** The screen Bring your ratings from its review on: what was found, what becomes of it, and what was added. */
import { counted, listed, number } from '../../format';

const films = (n: number) => counted(n, { one: 'film', other: 'films' });
const series = (n: number) => counted(n, { one: 'series or episode', other: 'series and episodes' });
export const stars = (n: number) => counted(n, { one: 'star', other: 'stars' });

export const whatWasFound = 'What was found';
/** @param from names of sites, at least one */
export const found = (
  from: readonly string[],
  n: { rows: number; sure: number; doubtful: number; missing: number; series: number },
) =>
  [
    `${counted(n.rows, { one: 'row', other: 'rows' })} from ${listed(from)}: ${films(n.sure)} found`,
    ...(n.doubtful > 0 ? [`${number(n.doubtful)} to look at`] : []),
    ...(n.missing > 0 ? [`${number(n.missing)} not here`] : []),
    ...(n.series > 0 ? [`${series(n.series)} left out`] : []),
  ].join(', ');
/** @param found of `found` */
export const foundSentence = (found: string) => `${found}.`;
/** In `found`, of a file that is from no site. */
export const yourTable = 'your table';
export const someNotRead = 'Some files could not be read';

/** Parts of what was found, and the list in each. */
export const toLookAt = (n: number) => `To look at: ${films(n)}`;
export const filmsToLookAt = 'Films to look at';
export const undecidedLeftOut = 'What you do not decide is left out.';
export const foundFilms = (n: number) => `Found: ${films(n)}`;
export const filmsFound = 'Films found';
export const notHere = (n: number) => `Not here: ${films(n)}`;
export const filmsNotHere = 'Films not here';
/** @param newest year of the newest film; null where none is known @param rate leads to the screen Rate @param catalogue leads to Your data */
export const whatIsHere = <Part>(
  count: number,
  newest: number | null,
  rate: (text: string) => Part,
  catalogue: (text: string) => Part,
) => [
  `${films(count)} are here${newest === null ? '' : `, and end in ${newest}`}. One that you miss can be added first: search for it on `,
  rate('Rate'),
  ', choose “I can’t find my film”, then choose your files again. Newer films come with ',
  catalogue('another catalogue'),
  '.',
];
export const seriesLeftOut = (n: number) => `Left out: ${series(n)}`;
export const seriesAndEpisodes = 'Series and episodes';
export const notRead = (rows: number) => `Could not be read: ${counted(rows, { one: 'row', other: 'rows' })}`;
export const rowsNotRead = 'Rows that could not be read';
export const aboutFiles = (notes: number) =>
  `About the files: ${counted(notes, { one: 'note', other: 'notes' })}`;
export const showMore = (n: number) => `Show more (${number(n)})`;

/** A film that the file names by a number alone. */
export const filmOfImdb = (id: string) => `Film ${id} of IMDb`;
export const filmOfTmdb = (id: number) => `Film ${id} of TMDB`;
export const filmOfMovielens = (id: number | '?') => `Film ${id} of MovieLens`;
/** What the file says of a film. */
export const saidLiked = 'liked';
export const saidWatched = 'watched';
export const saidWish = 'on your watchlist';

/** Why a person should look, before `whichOne`. */
export const twins = 'Several films have this name.';
export const otherYear = 'The year is not the same.';
export const noYear = 'The file does not say the year.';
export const otherName = 'The title is not quite the same.';
export const idsDiffer = 'Its title and its number name different films.';
export const claimedTwice = 'Two entries of the file may mean this film.';
export const whichOne = 'Which one is it?';
export const noneOfThese = 'None of these';

/** Why a film is not here. */
export const newer = 'newer than the films here';
export const onlyNamesake = 'only another film of that name is here';
export const taken = 'the film that fits belongs to another entry';

export const find = 'Find it by hand';
export const findNamed = (name: string) => `Find ${name} by hand`;
export const takenAs = (film: string) => `Taken as ${film}`;
/** What a film is called here. */
export const here = (film: string) => `Here: ${film}`;
export const leaveOut = 'Leave out';
export const leaveOutNamed = (name: string) => `Leave out ${name}`;
export const takeIn = 'Take in';
export const takeInNamed = (name: string) => `Take in ${name}`;

export const whatStarsMean = 'What your stars mean';
export const scales =
  'Ratings of any scale are told in stars of five: 8 of 10 is 4 stars. Your stars are kept beside the answer.';
export const dislikeUpTo = 'Dislike up to';
export const likeFrom = 'Like from';
/** Which stars are an answer. */
export const starsFrom = (n: number) => `from ${stars(n)}`;
export const starsUpTo = (n: number) => `up to ${stars(n)}`;
export const starsBetween = (from: number, to: number) => `${number(from)} to ${stars(to)}`;
export const noStars = 'none by stars';
export const liked = (n: number) => `${number(n)} liked`;
export const soSo = (n: number) => `${number(n)} so-so`;
export const disliked = (n: number) => `${number(n)} disliked`;
export const example = (film: string, of: number) => `${film}, ${stars(of)}`;
export const unrated = 'Films that you watched and did not rate';
export const unratedLeftOut = (n: number) =>
  `${counted(n, { one: 'film is', other: 'films are' })} left out.`;
export const leaveUnrated = 'Leave them out: they may be suggested';
export const countUnrated = 'Count them as so-so: they are not suggested';
export const markWishes = 'Mark the films of your watchlist as “want to see”';
