import { between, circle, type Figure, fill, open, poly, rect, star, stroke, times } from '../shapes';

/** A moon open to the upper right: two arcs between the same two horns. */
function crescent(x: number, y: number, r: number): string {
  const [x0, y0] = [x + r * Math.cos(-1.75), y + r * Math.sin(-1.75)];
  const [x1, y1] = [x + r * Math.cos(0.45), y + r * Math.sin(0.45)];
  return `M${x1} ${y1}A${r} ${r} 0 1 1 ${x0} ${y0}A${r * 0.92} ${r * 0.92} 0 1 0 ${x1} ${y1}Z`;
}

/** The figures of fantasy films: a film's own seed picks one and varies it. */
export const fantasy: readonly Figure[] = [
  ({ h, random, scale }) => [
    fill('a', circle(between(random, 60, 74), h * 0.28, 17 * scale)),
    fill(
      'b',
      rect(18, h * 0.52, 14, h),
      rect(43, h * 0.36, 15, h),
      rect(70, h * 0.58, 12, h),
      rect(18, h * 0.74, 64, h),
    ),
    fill(
      'c',
      poly(15, h * 0.53, 25, h * 0.3, 35, h * 0.53),
      poly(39, h * 0.37, 50.5, h * 0.1, 62, h * 0.37),
      poly(67, h * 0.59, 76, h * 0.4, 85, h * 0.59),
    ),
    fill('a', rect(23, h * 0.6, 4, 7), rect(48, h * 0.46, 5, 9), `M44 ${h}v-12a6.5 6.5 0 0 1 13 0v12Z`),
  ],
  ({ h, random, density, scale }) => [
    fill('a', crescent(50, h * 0.48, 34 * scale)),
    fill(
      'h',
      star(68, h * 0.36, 4, 11, 3.2),
      times(3 + density * 3, () =>
        star(between(random, 8, 92), between(random, 6, h * 0.94), 4, between(random, 3, 5.5), 1.3),
      ),
    ),
  ],
  ({ h, density, scale }) => {
    const n = 3 + Math.round(density);
    const roles = ['b', 'c', 'a', 'h'] as const;
    return Array.from({ length: n }, (_, i) => {
      const w = (40 - i * (30 / n)) * scale;
      return fill(roles[i], `M${50 - w} ${h}V${h * 0.5 + i * 4}a${w} ${w} 0 0 1 ${2 * w} 0V${h}Z`);
    });
  },
  ({ h, random }) => {
    const lean = between(random, -6, 6);
    return [
      fill('c', circle(50 + lean, h * 0.36, 30)),
      fill(
        'a',
        circle(34 + lean, h * 0.44, 15),
        circle(66 + lean, h * 0.42, 17),
        circle(50 + lean, h * 0.24, 16),
      ),
      fill(
        'b',
        `M44 ${h}C48 ${h * 0.8} 47 ${h * 0.66} 47 ${h * 0.4}H53C53 ${h * 0.66} 54 ${h * 0.8} 60 ${h}Z`,
      ),
      stroke('b', 2.6, open(50, h * 0.62, 34 + lean, h * 0.46), open(50, h * 0.54, 66 + lean, h * 0.42)),
    ];
  },
  ({ h, scale, random }) => {
    const y = h * 0.46;
    const s = scale * 0.88;
    return [
      fill(
        'a',
        poly(
          50 - 36 * s,
          y + 22,
          50 - 40 * s,
          y - 22,
          50 - 18 * s,
          y - 2,
          50,
          y - 32,
          50 + 18 * s,
          y - 2,
          50 + 40 * s,
          y - 22,
          50 + 36 * s,
          y + 22,
        ),
      ),
      fill('c', rect(50 - 36 * s, y + 26, 72 * s, 6)),
      fill(
        'h',
        circle(50 - 40 * s, y - 24, 4),
        circle(50, y - 35, 4),
        circle(50 + 40 * s, y - 24, 4),
        star(50, y + 8, 4, 9, 3.4, between(random, 0, 45)),
      ),
    ];
  },
];
