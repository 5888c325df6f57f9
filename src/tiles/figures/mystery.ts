import { between, circle, type Figure, fill, open, poly, rect, sector, stroke, times } from '../shapes';

/** Not to be mirrored. */
export const questionMark: Figure = ({ h, scale }) => [
  stroke(
    'a',
    9 * scale,
    `M30 ${h * 0.34}C30 ${h * 0.04} 74 ${h * 0.06} 72 ${h * 0.34}C70 ${h * 0.52} 50 ${h * 0.48} 50 ${h * 0.7}`,
  ),
  fill('c', circle(50, h * 0.87, 6.5 * scale)),
];

/** The figures of mysteries: a film's own seed picks one and varies it. */
export const mystery: readonly Figure[] = [
  ({ h, density, scale }) => {
    const n = 2 + Math.round(density * 2);
    return [
      fill('b', circle(50, h / 2, 41 * scale)),
      stroke(
        'c',
        1.5,
        times(n, (i) => circle(50, h / 2, (36 - i * 4) * scale)),
      ),
      fill(
        'a',
        circle(50, h / 2 - 9, 11.5),
        poly(45, h / 2 - 5, 55, h / 2 - 5, 61, h / 2 + 23, 39, h / 2 + 23),
      ),
    ];
  },
  ({ h, random }) => {
    const x = between(random, 24, 34);
    return [
      fill('b', rect(x - 6, h * 0.1, 54, h)),
      fill('a', rect(x, h * 0.16, 42, h)),
      fill('b', poly(x, h * 0.16, x + 25, h * 0.24, x + 25, h, x, h)),
      fill('a', circle(x + 20, h * 0.62, 1.8)),
      fill('c', poly(x + 25, h * 0.86, x + 42, h * 0.86, x + 66, h, x + 25, h)),
    ];
  },
  ({ h, scale, random }) => {
    const [x, y, r] = [between(random, 40, 46), h * 0.42, 27 * scale];
    return [
      stroke('b', 8, open(x + r * 0.7, y + r * 0.7, x + r * 0.7 + 30, y + r * 0.7 + 30)),
      fill('a', circle(x, y, r)),
      fill('h', sector(x, y, r - 4.5, 180, 300)),
      stroke('b', 4.5, circle(x, y, r)),
    ];
  },
  questionMark,
];
