import { between, circle, type Figure, fill, poly, rect, sector, star, times } from '../shapes';

const cactus = (x: number, y: number, s: number): string =>
  `M${x - 3 * s} ${y}V${y - 34 * s}a${3 * s} ${3 * s} 0 0 1 ${6 * s} 0V${y - 16 * s}h${5 * s}V${y - 26 * s}a${2.3 * s} ${2.3 * s} 0 0 1 ${4.6 * s} 0V${y - 11 * s}h${-9.6 * s}V${y}Z` +
  `M${x} ${y - 11 * s}h${-11 * s}V${y - 22 * s}a${2.3 * s} ${2.3 * s} 0 0 1 ${4.6 * s} 0V${y - 15.6 * s}H${x}Z`;

/** The figures of westerns: a film's own seed picks one and varies it. */
export const western: readonly Figure[] = [
  ({ h, random, scale }) => {
    const [x, y] = [between(random, 34, 66), h * 0.74];
    const mesa = (left: number, wide: number, top: number) =>
      poly(left, y, left + 4, top, left + wide - 4, top, left + wide, y);
    return [
      fill('a', circle(x, y - 18, 28 * scale)),
      fill('c', mesa(-8, 40, h * 0.54), mesa(74, 34, h * 0.58)),
      fill('b', mesa(20, 18, h * 0.4), mesa(52, 34, h * 0.5), rect(0, y, 100, h - y)),
    ];
  },
  ({ h, random, scale }) => [
    fill('a', circle(58, h * 0.46, 31 * scale)),
    fill(
      'b',
      rect(0, h * 0.8, 100, h),
      cactus(between(random, 30, 40), h * 0.82, 1.5),
      cactus(80, h * 0.82, 0.7),
    ),
  ],
  ({ h, scale }) => [
    fill('a', star(50, h / 2, 5, 43 * scale, 18 * scale)),
    fill('b', star(50, h / 2, 5, 31 * scale, 13 * scale)),
    fill(
      'c',
      circle(50, h / 2, 7 * scale),
      times(5, (i) =>
        circle(
          50 + 43 * scale * Math.cos(((72 * i - 90) * Math.PI) / 180),
          h / 2 + 43 * scale * Math.sin(((72 * i - 90) * Math.PI) / 180),
          4,
        ),
      ),
    ),
  ],
  ({ h, scale }) => [
    fill('a', sector(50, h * 0.5, 30 * scale, 180, 360)),
    fill('b', rect(0, h * 0.5, 100, h)),
    fill('c', poly(48.5, h * 0.5, 51.5, h * 0.5, 78, h, 22, h)),
    fill(
      'b',
      times(4, (i) => rect(46 - i * 5.5, h * (0.56 + i * 0.11), 8 + i * 11, 2 + i * 0.8)),
    ),
  ],
];
