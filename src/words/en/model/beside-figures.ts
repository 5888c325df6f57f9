/** My model: what it keeps beside its cells, exactly and with figures. Loaded with the screen. */
import { listed, number } from '../../format';

export const summary = 'What these numbers are';

/** With a true minus sign. */
export const signed = (value: number, digits: number) => value.toFixed(digits).replace('-', '−');
const plain = (value: number) => number(value, { maximumFractionDigits: 2 });
const row = (values: readonly number[]) => listed(values.map(plain));

/** @param seen, watched, likes lengths of windows on the latest answers @param tables how many numbers these are */
export const windows = (
  answers: number,
  seen: number,
  watched: readonly number[],
  likes: readonly number[],
  tables: number,
) =>
  `${answers} are your answers in their order. Windows are read off that order, and are exact: the ${seen} latest likes and so-so count as seen in the cells; the latest ${row(watched)} ask a table of what people watch next; all likes ask a table of what people like together, the latest ${row(likes)} once more each. An answer that leaves a window is subtracted; when one is taken back, the next older comes in again. ${tables} are what the tables are asked with: sums of their rows.`;
export const seriesAdds = (added: number) => `A series adds ${plain(added)} to the scores of its films.`;
/** After `seriesAdds`, if that is said: a series. */
export const lastLikeAdds = (added: number) => `That of your last like adds ${plain(added)}.`;
export const dislikeTakes = (taken: number) => `A dislike of late takes up to ${signed(taken, 2)} from one.`;

/** @param sums how many numbers these are @param left percent of the variance @param wellKnown films */
export const directions = (sums: number, count: number, left: number, wellKnown: number) =>
  `${sums} are sums along the ${count} directions in which people’s ratings differ most: of products of each film’s coordinates, and of these with what you said. They give the most probable place of yours in each direction (a ridge regression; 0 is what people like to have) and how far off that may be. Told above are directions of which at most ${left} % of the variance is left, where your place is farther out than its own doubt. The films are the best known of those farthest out among the ${wellKnown} best known, without those of which you, or all directions together, say the contrary.`;
export const directionsTable =
  'Directions of taste: your place, how far people lie apart, and how far off your place may be, in stars a standard deviation of ratings';
export const headDirection = 'direction';
export const headYou = 'you';
export const headPeople = 'people';
export const headDoubt = 'doubt';
