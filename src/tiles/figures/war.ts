import { between, circle, type Figure, fill, poly, rect, star, stroke, times } from '../shapes';

/** The figures of war films: a film's own seed picks one and varies it. */
export const war: readonly Figure[] = [
  ({ h, random, density }) => {
    const n = 3 + Math.round(density * 2);
    const step = 120 / n;
    const lean = h * between(random, 0.5, 0.8);
    return [
      fill(
        'a',
        times(n, (i) =>
          poly(
            i * step - 20,
            h,
            i * step - 20 + lean,
            0,
            i * step - 20 + lean + step * 0.36,
            0,
            i * step - 20 + step * 0.36,
            h,
          ),
        ),
      ),
      fill('b', circle(60, h * 0.38, 16)),
    ];
  },
  ({ h, density }) => {
    const plane = (x: number, y: number, s: number) =>
      poly(
        x,
        y - 11 * s,
        x + 2 * s,
        y - 3 * s,
        x + 14 * s,
        y + 3 * s,
        x + 14 * s,
        y + 6 * s,
        x + 2 * s,
        y + 3 * s,
        x + 1.6 * s,
        y + 9 * s,
        x + 5 * s,
        y + 12 * s,
        x - 5 * s,
        y + 12 * s,
        x - 1.6 * s,
        y + 9 * s,
        x - 2 * s,
        y + 3 * s,
        x - 14 * s,
        y + 6 * s,
        x - 14 * s,
        y + 3 * s,
        x - 2 * s,
        y - 3 * s,
      );
    const pairs = 1 + Math.round(density);
    return [
      fill('b', circle(50, h * 0.34, 22)),
      fill(
        'a',
        plane(50, h * 0.34, 1.25),
        times(
          pairs,
          (i) =>
            plane(50 - 24 * (i + 1), h * (0.34 + 0.27 * (i + 1)), 1) +
            plane(50 + 24 * (i + 1), h * (0.34 + 0.27 * (i + 1)), 1),
        ),
      ),
    ];
  },
  ({ h, random }) => {
    const x = between(random, 40, 60);
    return [
      fill('c', poly(20, h, x - 34, 0, x - 18, 0), poly(80, h, x + 34, 0, x + 14, 0)),
      fill('b', circle(x, h * 0.26, 8)),
      fill(
        'a',
        times(7, (i) => circle(8 + i * 14, h * 0.8, 5.4) + rect(2.6 + i * 14, h * 0.8, 10.8, h * 0.2)),
        rect(0, h * 0.92, 100, h),
      ),
    ];
  },
  ({ h, scale }) => {
    const [y, r] = [h * 0.38, 15 * scale];
    return [
      stroke('a', 2.4, `M50 ${y}Q56 ${h * 0.7} 50 ${h}`),
      fill(
        'b',
        circle(50 - r * 0.8, y, r),
        circle(50 + r * 0.8, y, r),
        circle(50, y - r * 0.8, r),
        circle(50, y + r * 0.8, r),
      ),
      fill('k', circle(50, y, r * 0.5)),
    ];
  },
  ({ h, scale }) => [
    fill(
      'a',
      `M${50 - 34 * scale} ${h * 0.6}a${34 * scale} ${30 * scale} 0 0 1 ${68 * scale} 0Z`,
      rect(8, h * 0.6, 84, h * 0.07),
    ),
    fill('b', star(50, h * 0.44, 5, 10, 4)),
    stroke('a', 2.2, `M26 ${h * 0.67}Q30 ${h * 0.9} 50 ${h * 0.9}T74 ${h * 0.67}`),
  ],
];
