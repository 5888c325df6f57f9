import { arc, circle, fill, open, poly, rect, type Shape, stroke, times } from './shapes';

/**
 * The rule between picture and title, in the manner of the film's decade. Drawn into a band 100 units wide around
 * y = 0; `up` is -1 where the picture is above the rule, 1 where it is below.
 */
export type EraRule = (up: number) => Shape[];

const silent: EraRule = (up) => [
  fill('i', rect(0, -0.6, 100, 1.2), poly(50, -3.6, 53.6, 0, 50, 3.6, 46.4, 0)),
  fill('p', rect(0, up > 0 ? -2.4 : 1.6, 100, 0.4)),
];
const deco: EraRule = (up) => {
  const steps = (x: number, side: number) =>
    poly(
      x,
      0,
      x + side * 15,
      0,
      x + side * 15,
      3 * up,
      x + side * 10,
      3 * up,
      x + side * 10,
      6.5 * up,
      x + side * 5,
      6.5 * up,
      x + side * 5,
      10 * up,
      x,
      10 * up,
    );
  return [fill('p', steps(0, 1), steps(100, -1)), fill('i', rect(0, -0.4, 100, 0.8))];
};
const fan: EraRule = (up) => {
  const [from, to] = up < 0 ? [180, 360] : [0, 180];
  const row = (r: number) => times(8, (i) => arc(6.25 + i * 12.5, 0, r, from, to));
  return [fill('p', row(6.25)), stroke('i', 0.7, row(4.1), row(2)), fill('i', rect(0, -0.4, 100, 0.8))];
};
const atomic: EraRule = () => [
  fill(
    'i',
    rect(0, -0.6, 100, 1.2),
    times(5, (i) => circle(10 + i * 20, 0, i % 2 ? 1.5 : 2.6)),
  ),
];
const halftone: EraRule = (up) => [
  fill(
    'p',
    times(
      17,
      (i) =>
        circle(i * 6.25, 0, 2.9) + circle((i + 0.5) * 6.25, 4.4 * up, 1.9) + circle(i * 6.25, 8 * up, 1.1),
    ),
  ),
];
const stripes: EraRule = (up) => [
  fill('p', rect(0, up > 0 ? 7.2 : -8.3, 100, 1.1)),
  fill('a', rect(0, up > 0 ? 0 : -2.4, 100, 2.4)),
  fill('h', rect(0, up > 0 ? 2.4 : -4.8, 100, 2.4)),
  fill('b', rect(0, up > 0 ? 4.8 : -7.2, 100, 2.4)),
];
const neon: EraRule = () => [
  stroke('c', 0.9, open(0, -1.6, 100, -1.6), open(0, 1.6, 100, 1.6)),
  fill('p', rect(0, -1.1, 100, 2.2)),
];
const torn: EraRule = (up) => [
  fill(
    'p',
    poly(
      0,
      0,
      ...Array.from({ length: 15 }, (_, i) => [i * 7.15, up * (1 + ((i * 37) % 5) * 0.7)]).flat(),
      100,
      0,
    ),
  ),
];
const clean: EraRule = () => [fill('i', rect(0, -0.3, 100, 0.6))];
const bare: EraRule = () => [];

/** The last year of each manner in which the ground behind an emblem is printed, and the genre whose pattern in FIELDS it is. */
const GROUNDS: readonly (readonly [until: number, genre: string])[] = [
  [1929, 'Crime'],
  [1949, 'Western'],
  [1959, 'Animation'],
  [1969, 'Comedy'],
  [1979, 'IMAX'],
  [1989, 'Sci-Fi'],
  [1999, 'Drama'],
  [2009, 'Romance'],
];

/** The genre whose pattern is behind an emblem, in the manner of a year's decade; later ones, and an unknown year, have none. */
export function eraGround(year: number): string {
  return (year > 0 && GROUNDS.find(([until]) => year <= until)?.[1]) || '';
}

/** The rule of a year's decade; year 0 (unknown) is bare. */
export function eraRule(year: number, pick: number): EraRule {
  if (year === 0) return bare;
  if (year < 1930) return silent;
  if (year < 1950) return pick % 2 ? deco : fan;
  if (year < 1960) return atomic;
  if (year < 1970) return halftone;
  if (year < 1980) return stripes;
  if (year < 1990) return neon;
  if (year < 2000) return torn;
  return year < 2010 ? clean : bare;
}
