import { arc, between, circle, ellipse, type Figure, fill, poly, rect, star, stroke, times } from '../shapes';

/** The figures of crime films: a film's own seed picks one and varies it. */
export const crime: readonly Figure[] = [
  ({ h, random, density }) => {
    const n = 6 + Math.round(density * 2);
    const x = 50 + between(random, -5, 5);
    return [
      stroke(
        'a',
        3.1,
        times(n, (i) => {
          const r = 5 + i * 5.4;
          const cut = 18 + ((i * 53) % 60);
          return (
            arc(x, h * 0.47, r, 150 - cut / 3, 390 - cut / 2) + (i % 2 ? arc(x, h * 0.47, r, 60, 118) : '')
          );
        }),
      ),
      stroke('b', 3.1, arc(x, h * 0.47, 15.8, 190, 300)),
    ];
  },
  ({ h, random, density }) => {
    const n = 2 + Math.round(density * 2);
    const holes = Array.from(
      { length: n },
      (_, i) => [18 + (64 / n) * (i + between(random, 0.2, 0.8)), h * between(random, 0.24, 0.74)] as const,
    );
    return [
      fill('a', ...holes.map(([x, y]) => star(x, y, 11, 15, 6.4, x))),
      fill('k', ...holes.map(([x, y]) => circle(x, y, 5))),
    ];
  },
  ({ h, density }) => {
    const n = 5 + Math.round(density * 2);
    const step = 100 / n;
    return [
      fill(
        'b',
        circle(50, h * 0.42, 17),
        `M18 ${h}C18 ${h * 0.66} 34 ${h * 0.6} 50 ${h * 0.6}S82 ${h * 0.66} 82 ${h}Z`,
      ),
      fill(
        'a',
        times(n, (i) => rect((i + 0.32) * step, 0, step * 0.36, h)),
      ),
    ];
  },
  ({ h, random }) => {
    const y = h * between(random, 0.6, 0.7);
    return [
      fill(
        'a',
        poly(
          8,
          y,
          8,
          h * 0.4,
          22,
          h * 0.4,
          22,
          h * 0.18,
          40,
          h * 0.18,
          40,
          h * 0.48,
          52,
          h * 0.48,
          52,
          h * 0.08,
          70,
          h * 0.08,
          70,
          h * 0.36,
          92,
          h * 0.36,
          92,
          y,
        ),
      ),
      fill(
        'h',
        times(5, (i) => rect(27 + (i % 2) * 30, h * (0.24 + 0.08 * i), 4, 4)),
      ),
      fill('b', poly(0, y, 100, y, 100, y + 5, 0, y + 5)),
      fill('k', poly(50, y + 5, 56, y + 5, 74, h, 32, h)),
    ];
  },
  ({ h, scale }) => {
    const r = 16.5 * scale;
    return [
      stroke('a', 6, circle(50 - r * 1.35, h * 0.58, r), circle(50 + r * 1.35, h * 0.42, r)),
      stroke('b', 4, ellipse(46, h * 0.515, 5.5, 2.6, -20), ellipse(54, h * 0.485, 5.5, 2.6, -20)),
    ];
  },
  ({ h, scale }) => {
    const [y, s] = [h * 0.36, scale];
    return [
      fill(
        'a',
        poly(
          50 - 40 * s,
          y,
          50 - 22 * s,
          y - 18 * s,
          50 + 22 * s,
          y - 18 * s,
          50 + 40 * s,
          y,
          50,
          y + 48 * s,
        ),
      ),
      fill('b', poly(50 - 14 * s, y, 50, y - 18 * s, 50 + 14 * s, y, 50, y + 48 * s)),
      fill('h', poly(50 - 40 * s, y, 50 - 22 * s, y - 18 * s, 50 - 14 * s, y)),
    ];
  },
  ({ h, random }) => {
    const turn = between(random, -0.06, 0.06);
    return [
      fill(
        'b',
        poly(14, h * (0.3 + turn), 86, h * (0.3 - turn), 86, h * (0.72 - turn), 14, h * (0.72 + turn)),
      ),
      fill('a', circle(50, h * 0.51, 15)),
      fill(
        'b',
        rect(48, h * 0.51 - 9, 4, 18),
        rect(43, h * 0.51 - 7, 12, 3.4),
        rect(45, h * 0.51 + 3.6, 12, 3.4),
      ),
      stroke(
        'a',
        1.4,
        poly(19, h * (0.34 + turn), 81, h * (0.34 - turn), 81, h * (0.68 - turn), 19, h * (0.68 + turn)),
      ),
    ];
  },
];
