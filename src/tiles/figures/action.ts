import { between, circle, type Figure, fill, poly, sector, star, times } from '../shapes';

/** The figures of action films: a film's own seed picks one and varies it. */
export const action: readonly Figure[] = [
  ({ h, random, density, scale }) => {
    const n = 10 + Math.round(density * 5);
    const turn = between(random, 0, 40);
    return [
      fill('a', star(50, h / 2, n, 50 * scale, 25 * scale, turn)),
      fill('h', star(50, h / 2, n, 31 * scale, 16 * scale, turn + 10)),
      fill('k', circle(50, h / 2, 9 * scale)),
    ];
  },
  ({ h, density }) => {
    const n = 3 + Math.round(density * 2);
    const step = 70 / n;
    const chevron = (x: number, w: number) =>
      poly(x, h * 0.08, x + w, h * 0.08, x + w + 28, h / 2, x + w, h * 0.92, x, h * 0.92, x + 28, h / 2);
    return [
      fill(
        'a',
        times(n - 1, (i) => chevron(-14 + i * step, step * 0.5)),
      ),
      fill('h', chevron(-14 + (n - 1) * step, step * 0.62)),
    ];
  },
  ({ h, random }) => {
    const tilt = between(random, -6, 6);
    return [
      fill(
        'a',
        poly(58, -4, 86, -4, 60 + tilt, h * 0.44, 82, h * 0.44, 26, h + 4, 42 + tilt, h * 0.58, 18, h * 0.58),
      ),
      fill(
        'h',
        poly(74, -4, 86, -4, 60 + tilt, h * 0.44, 82, h * 0.44, 26, h + 4, 70, h * 0.49, 50 + tilt, h * 0.49),
      ),
    ];
  },
  ({ h, scale }) => [
    fill('a', circle(62, h * 0.4, 34 * scale)),
    fill('k', poly(-4, h + 2, 100, h * 0.16, 104, h * 0.3, 40, h + 2)),
    fill('h', poly(46, h + 2, 104, h * 0.36, 104, h * 0.42, 60, h + 2)),
  ],
  ({ h, scale, density }) => {
    const n = 7 + Math.round(density * 4);
    const r = 36 * scale;
    return [
      fill(
        'a',
        circle(50, h / 2, r),
        times(n, (i) => {
          const at = (i / n) * 2 * Math.PI;
          return circle(50 + r * Math.cos(at), h / 2 + r * Math.sin(at), 7);
        }),
      ),
      fill('k', circle(50, h / 2, r * 0.7)),
      fill(
        'h',
        times(6, (i) => sector(50, h / 2, r * 0.6, i * 60, i * 60 + 24)),
      ),
      fill('a', circle(50, h / 2, r * 0.2)),
    ];
  },
];
