import { between, circle, ellipse, type Figure, fill, open, poly, rect, stroke, times } from '../shapes';

/** The figures of film noir: a film's own seed picks one and varies it. */
export const noir: readonly Figure[] = [
  ({ h, density, scale }) => {
    const n = 7 + Math.round(density * 3);
    const step = h / n;
    return [
      fill('a', circle(58, h * 0.44, 34 * scale)),
      fill(
        'b',
        times(n, (i) => rect(0, i * step + step * 0.5, 100, step * 0.5)),
      ),
      stroke('c', 1.2, open(24, 0, 24, h)),
    ];
  },
  ({ h, random }) => {
    const x = between(random, 42, 58);
    return [
      fill('a', poly(x - 3, h * 0.16, x + 3, h * 0.16, x + 40, h, x - 40, h)),
      fill('b', `M${x - 9} ${h * 0.17}a9 9 0 0 1 18 0Z`, rect(x - 1, 0, 2, h * 0.1)),
      fill(
        'b',
        circle(x, h * 0.6, 5),
        ellipse(x, h * 0.565, 9.5, 1.8),
        rect(x - 5, h * 0.51, 10, h * 0.05),
        poly(x - 6.5, h * 0.66, x + 6.5, h * 0.66, x + 9, h, x - 9, h),
      ),
    ];
  },
  ({ h, scale }) => [
    fill('a', circle(50, h * 0.5, 40 * scale)),
    fill(
      'b',
      `M8 ${h * 0.47}C24 ${h * 0.54} 74 ${h * 0.54} 94 ${h * 0.42}C90 ${h * 0.38} 82 ${h * 0.4} 76 ${h * 0.4}C74 ${h * 0.2} 64 ${h * 0.16} 52 ${h * 0.21}C42 ${h * 0.16} 30 ${h * 0.2} 28 ${h * 0.42}C20 ${h * 0.43} 12 ${h * 0.42} 8 ${h * 0.47}Z`,
    ),
    fill(
      'b',
      `M32 ${h * 0.52}C30 ${h * 0.7} 42 ${h * 0.8} 50 ${h * 0.82}L20 ${h}H84C80 ${h * 0.84} 70 ${h * 0.78} 66 ${h * 0.76}C70 ${h * 0.68} 70 ${h * 0.58} 69 ${h * 0.52}Z`,
    ),
    fill(
      'c',
      `M28 ${h * 0.42}C44 ${h * 0.46} 62 ${h * 0.46} 76 ${h * 0.4}L75 ${h * 0.35}C62 ${h * 0.4} 44 ${h * 0.41} 28.6 ${h * 0.37}Z`,
    ),
  ],
  ({ h, random }) => {
    const lit = random.integer(20);
    const window = (i: number) =>
      rect(16 + (i % 4) * 18, h * 0.1 + Math.floor(i / 4) * h * 0.17, 11, h * 0.11);
    return [
      fill('b', rect(8, h * 0.03, 84, h)),
      fill(
        'f',
        times(20, (i) => (i === lit ? '' : window(i))),
      ),
      fill('a', window(lit)),
    ];
  },
];
