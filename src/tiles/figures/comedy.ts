import {
  between,
  circle,
  ellipse,
  type Figure,
  fill,
  open,
  poly,
  rect,
  sector,
  stroke,
  times,
} from '../shapes';

/** The figures of comedies: a film's own seed picks one and varies it. */
export const comedy: readonly Figure[] = [
  ({ h, random, scale }) => {
    const r = 36 * scale;
    return [
      fill('a', circle(50, h / 2, r)),
      fill('k', circle(50 - r * 0.38, h / 2 - r * 0.26, 4.4), circle(50 + r * 0.38, h / 2 - r * 0.26, 4.4)),
      fill('h', sector(50, h / 2 + r * 0.1, r * 0.62, 0 + between(random, -8, 8), 180)),
    ];
  },
  ({ h, scale }) => [
    fill('b', sector(50, h * 0.5, 29 * scale, 180, 360), ellipse(50, h * 0.5, 44 * scale, 6)),
    fill('a', rect(50 - 28.5 * scale, h * 0.42, 57 * scale, h * 0.065)),
    fill('h', ellipse(38, h * 0.66, 6, 6), ellipse(62, h * 0.66, 6, 6)),
    fill('k', circle(39.5, h * 0.67, 2.6), circle(63.5, h * 0.67, 2.6)),
    fill('k', `M50 ${h * 0.8}c-8 -6 -20 -4 -24 5c9 -2 15 2 24 1c9 1 15 -3 24 -1c-4 -9 -16 -11 -24 -5Z`),
  ],
  ({ h, random, density }) => {
    const n = 3 + Math.round(density);
    const lean = between(random, -7, 7);
    const roles = ['a', 'h', 'b', 'c'] as const;
    const r = (h * 0.9) / n / 2;
    return Array.from({ length: n }, (_, i) =>
      fill(roles[i], circle(50 + (i % 2 ? lean : -lean) * 1.2, h * 0.97 - r * (2 * i + 1), r)),
    );
  },
  ({ h, random }) => {
    const turn = between(random, -10, 10);
    return [
      fill('a', sector(50, h * 0.34, 40, turn, 180 + turn)),
      fill('b', sector(50, h * 0.66, 27, 180 + turn, 360 + turn)),
      fill('h', circle(32, h * 0.17, 7.5), circle(68, h * 0.17, 7.5)),
      fill('k', circle(34, h * 0.18, 3), circle(70, h * 0.18, 3)),
    ];
  },
  ({ h, density }) => {
    const n = 4 + Math.round(density * 2);
    const s = 100 / n;
    return [
      fill(
        'b',
        times(n, (x) => times(3, (y) => ((x + y) % 2 ? rect(x * s, h - (y + 1) * s, s, s) : ''))),
      ),
      fill('a', poly(50, h * 0.06, 70, h - 3 * s, 30, h - 3 * s)),
      fill('h', circle(50, h * 0.08, 6.5), circle(46, h * 0.36, 3.2), circle(56, h * 0.5 - 4, 3.2)),
    ];
  },
  ({ h, scale, random }) => {
    const y = h * 0.42;
    const r = 17 * scale;
    return [
      stroke('b', 4, circle(29, y, r), circle(71, y, r), open(29 + r, y - 2, 71 - r, y - 2)),
      fill('h', circle(29, y, r - 2), circle(71, y, r - 2)),
      fill('k', circle(29 + between(random, -6, 6), y + 3, 4), circle(71 + between(random, -6, 6), y + 3, 4)),
      fill('a', `M46 ${y + 2}C40 ${y + 26} 38 ${y + 32} 50 ${y + 32}S60 ${y + 26} 54 ${y + 2}Z`),
      fill('b', `M50 ${y + 34}c-9 -4 -22 0 -26 9c10 -2 16 3 26 0c10 3 16 2 26 0c-4 -9 -17 -13 -26 -9Z`),
    ];
  },
  ({ h, density }) => {
    const n = 6 + Math.round(density * 4);
    return [
      fill('b', poly(24, h, 76, h, 68, h * 0.56, 32, h * 0.56)),
      fill(
        'h',
        poly(37, h, 44, h, 43, h * 0.56, 38, h * 0.56),
        poly(56, h, 63, h, 62, h * 0.56, 57, h * 0.56),
      ),
      fill(
        'a',
        times(n, (i) => circle(50 + 24 * Math.cos(i * 2.4) * Math.sqrt(i / n), h * 0.4 - (i % 4) * 6, 7.5)),
      ),
      fill(
        'h',
        times(n, (i) =>
          circle(50 + 27 * Math.cos(i * 2.4 + 1) * Math.sqrt((i + 1) / n), h * 0.48 - (i % 3) * 8, 6),
        ),
      ),
    ];
  },
];
