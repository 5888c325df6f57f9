import type { Catalogue } from '../../data/catalogue';
import { foldSeries } from '../../data/series';
import { solveFactored } from '../../lib/linear-algebra';
import { COORDINATE_UNITS, type GramPart } from '../network/taste/gram-part';
import { tasteOf } from '../personal/gram-memory';
import type { PersonalModel } from '../personal/personal-model';

/** Where a person stands along one of the directions in which tastes differ most. */
export interface TasteDirection {
  /** 1 for the one in which people differ most. */
  number: number;
  /** The person's coefficient less the public's mean: stars a standard deviation of ratings along the direction. */
  coefficient: number;
  /** Standard deviation of that among people, and of what is left to be known of this person's; in the same unit. */
  spread: number;
  spreadLeft: number;
}

/**
 * Solves the sums for the person's coefficients as the readout of stars does, and says how sure each one is: its variance
 * is the diagonal of (G / s + P)^-1, before the first answer that of P^-1.
 * @returns one a direction, in their order; none where the network tells no ratings.
 */
export function tasteDirections({ network, sums }: PersonalModel): TasteDirection[] {
  if (!network.rating) return [];
  const { gram } = network.rating;
  const d = gram.dimensions;
  const { coefficients, factor } = tasteOf(sums, gram);
  return Array.from(coefficients, (coefficient, a) => {
    const column = new Float64Array(d);
    column[a] = 1;
    solveFactored(factor, d, column);
    return {
      number: a + 1,
      coefficient: coefficient * COORDINATE_UNITS,
      spread: 1 / Math.sqrt(gram.precision[a]),
      spreadLeft: Math.sqrt(column[a]),
    };
  });
}

/** Answers before which no direction is told of. */
const ENOUGH_ANSWERS = 5;
/** Directions that are told of. */
const TOLD = 3;
/** A direction is known when no more of its variance is left than this share. */
export const KNOWN_BELOW = 0.85;

/** A direction told by well-known films, the best known first, one a series. */
export interface ToldDirection extends TasteDirection {
  /** Films at the end toward which the person is away from the public, which please more than they please most people. */
  more: number[];
  /** Films at the other end, which please less. */
  less: number[];
  /** Whether nearly all well-known films stand at one side: such a direction tells how easily the person is pleased. */
  ofAll: boolean;
}

/**
 * The directions along which a person is farthest from the public, in spreads among people, farthest first: those that
 * are known, and whose distance is more than what is left to be known. Named are no films of which all directions
 * together say the contrary, or of which the person said it.
 */
export function tellingDirections(model: PersonalModel, catalogue: Catalogue): ToldDirection[] {
  const { network, answers } = model;
  if (!network.rating || answers.size < ENOUGH_ANSWERS) return [];
  const { gram } = network.rating;
  const directions = tasteDirections(model);
  const films = bestKnown(network.effects.ratings);
  const agrees = { more: new Set<number>(), less: new Set<number>() };
  for (const film of films) {
    const beyond = pleasesMore(gram, directions, film);
    const said = answers.get(film)?.answer;
    if (beyond > 0 && said !== 'dislike') agrees.more.add(film);
    if (beyond < 0 && said !== 'like') agrees.less.add(film);
  }
  const away = ({ coefficient, spread }: TasteDirection) => Math.abs(coefficient) / spread;
  return directions
    .filter(
      ({ coefficient, spread, spreadLeft }) =>
        (spreadLeft / spread) ** 2 <= KNOWN_BELOW && Math.abs(coefficient) > spreadLeft,
    )
    .sort((a, b) => away(b) - away(a))
    .map((direction) => {
      const toward = Math.sign(direction.coefficient);
      const end = (sign: number) => endOf(gram, direction.number - 1, sign, films);
      const ends = { more: end(toward), less: end(-toward) };
      const named = (side: 'more' | 'less') =>
        foldSeries(
          catalogue,
          ends[side].filter((film) => agrees[side].has(film)),
          NAMED,
        ).map(({ item }) => item);
      const ofAll = ends.more.length === 0 || ends.less.length === 0;
      return { ...direction, more: named('more'), less: named('less'), ofAll };
    })
    .filter(({ more, less }) => more.length + less.length > 0)
    .slice(0, TOLD);
}

/** So many films with the most ratings count as well known. */
export const WELL_KNOWN = 250;

/** The films with the most public ratings, most first. @param ratings number of them; length itemCount. */
function bestKnown(ratings: Uint32Array): number[] {
  const films = Array.from(ratings.keys()).sort((a, b) => ratings[b] - ratings[a] || a - b);
  return films.slice(0, WELL_KNOWN);
}

/** What taste expects of a film beyond what it expects of it for people in general, in stars. */
function pleasesMore(
  { dimensions, coordinates }: GramPart,
  directions: readonly TasteDirection[],
  film: number,
): number {
  const at = film * dimensions;
  return (
    directions.reduce((sum, { coefficient }, a) => sum + coordinates[at + a] * coefficient, 0) /
    COORDINATE_UNITS
  );
}

/** Films by which an end is told, out of so many that are farthest. */
const NAMED = 3;
const FARTHEST = 12;
/** An end begins so many standard deviations of ratings away from 0. */
const END_BEGINS = 0.5;

/** Of some films those farthest along a direction, in the order in which they were given. @param sign 1 or -1: which end. */
function endOf(
  { dimensions, coordinates }: GramPart,
  direction: number,
  sign: number,
  films: readonly number[],
): number[] {
  const along = (film: number) => (sign * coordinates[film * dimensions + direction]) / COORDINATE_UNITS;
  const farthest = new Set([...films].sort((a, b) => along(b) - along(a)).slice(0, FARTHEST));
  return films.filter((film) => farthest.has(film) && along(film) >= END_BEGINS);
}
