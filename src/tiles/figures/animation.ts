import {
  arc,
  between,
  blob,
  circle,
  ellipse,
  type Figure,
  fill,
  open,
  poly,
  rect,
  type Shape,
  sector,
  star,
  stroke,
  times,
} from '../shapes';

const eyes = (x: number, y: number, gap: number, r: number, look: number): Shape[] => [
  fill('h', circle(x - gap, y, r), circle(x + gap, y, r)),
  fill('k', circle(x - gap + look, y + r * 0.15, r * 0.48), circle(x + gap + look, y + r * 0.15, r * 0.48)),
];

/** The figures of animated films: a film's own seed picks one and varies it. */
export const animation: readonly Figure[] = [
  ({ h, random, scale }) => {
    const radii = Array.from({ length: 7 }, () => between(random, 27, 37) * scale);
    return [
      fill('a', blob(50, h * 0.54, radii)),
      ...eyes(50, h * 0.45, 11, 8.5, between(random, -3, 3)),
      stroke('k', 2.6, arc(50, h * 0.56, 10, 25, 155)),
    ];
  },
  ({ h, density, scale }) => {
    const n = 4 + Math.round(density);
    const roles = ['a', 'h', 'b', 'c', 'a'] as const;
    return [
      ...Array.from({ length: n }, (_, i) =>
        fill(roles[i], sector(50, h * 0.84, (48 - i * (38 / n)) * scale, 180, 360)),
      ),
      fill('g', sector(50, h * 0.84, 8, 180, 360)),
    ];
  },
  ({ h, random, density }) => {
    const n = 3 + Math.round(density * 2);
    const left = between(random, 6, 14);
    const step = (84 - left) / n;
    return [
      stroke(
        'h',
        1.6,
        times(
          n,
          (i) =>
            `M${left + i * step} ${h * 0.82}Q${left + (i + 0.5) * step} ${h * (0.1 + i * 0.16)} ${left + (i + 1) * step} ${h * 0.82}`,
        ),
      ),
      fill('a', circle(78, h * 0.36, 19)),
      fill('b', sector(78, h * 0.36, 19, 20, 200)),
      fill('b', ellipse(78, h * 0.86, 15, 2.4)),
    ];
  },
  ({ h, random, scale }) => {
    const lean = between(random, -8, 8);
    return [
      fill('b', `M22 ${h}V${h * 0.56}a28 28 0 0 1 56 0V${h}Z`),
      fill(
        'a',
        poly(26, h * 0.42, 22 + lean / 2, h * 0.16, 44, h * 0.3),
        poly(74, h * 0.42, 78 + lean / 2, h * 0.16, 56, h * 0.3),
      ),
      ...eyes(50, h * 0.53, 12, 9 * scale, lean / 3),
      fill('c', ellipse(50, h * 0.69, 5, 3.4)),
    ];
  },
  ({ h, scale, random }) => {
    const y = h * 0.5;
    const r = 29 * scale;
    return [
      fill('b', poly(50 + r * 0.7, y, 50 + r * 1.7, y - 18, 50 + r * 1.5, y, 50 + r * 1.7, y + 18)),
      fill('a', ellipse(46, y, r * 1.15, r * 0.82)),
      fill('c', sector(52, y, r * 0.5, -60, 60)),
      ...eyes(28, y - 5, 0, 6.5, between(random, -2, 2)),
      fill('h', circle(12, y - 24, 3), circle(18, y - 36, 4.5), circle(10, y - 46, 2.2)),
    ];
  },
  ({ h, scale, random }) => {
    const y = h * 0.44;
    return [
      fill('a', star(50, y, 11, 40 * scale, 31 * scale, between(random, 0, 30))),
      fill('h', circle(50, y, 26 * scale)),
      fill('k', circle(41, y - 5, 3.6), circle(59, y - 5, 3.6), sector(50, y + 4, 10, 0, 180)),
      fill('b', rect(0, h * 0.88, 100, h)),
    ];
  },
  ({ h, random }) => {
    const lean = between(random, -5, 5);
    const y = h * 0.56;
    return [
      fill('a', `M18 ${y}A34 34 0 0 1 86 ${y}C86 ${y + 36} 40 ${y + 40} 18 ${y}Z`),
      fill('b', `M44 ${y}A22 22 0 0 1 88 ${y + 4}C80 ${y + 24} 54 ${y + 22} 44 ${y}Z`),
      fill('c', poly(20, y - 12, 2, y - 4 + lean, 21, y + 4)),
      ...eyes(33, y - 14, 0, 6.5, -1.5),
      stroke('k', 2, open(50, y + 29, 48, h * 0.98), open(60, y + 27, 62, h * 0.98)),
    ];
  },
];
