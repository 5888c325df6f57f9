import {
  arc,
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

/** The figures of science fiction: a film's own seed picks one and varies it. */
export const scienceFiction: readonly Figure[] = [
  ({ h, random, scale }) => {
    const r = 23 * scale;
    const tilt = between(random, -28, -10);
    return [
      stroke('b', 3.4, ellipse(50, h / 2, r * 1.85, r * 0.55, tilt)),
      fill('a', circle(50, h / 2, r)),
      fill('c', sector(50, h / 2, r, tilt, tilt + 180)),
      stroke('h', 2, arc(50, h / 2, r * 1.62, 60, 130)),
      fill('h', circle(between(random, 74, 88), h * 0.16, 4), circle(14, h * 0.8, 2.4)),
    ];
  },
  ({ h, random, density, scale }) => {
    const n = 3 + Math.round(density * 2);
    const step = (44 * scale) / n;
    const moons = Array.from({ length: n }, (_, i) => {
      const angle = between(random, 0, 2 * Math.PI);
      return circle(
        50 + (i + 1) * step * Math.cos(angle),
        h / 2 + (i + 1) * step * Math.sin(angle),
        2.2 + (i % 3) * 1.3,
      );
    });
    return [
      stroke(
        'b',
        1.2,
        times(n, (i) => circle(50, h / 2, (i + 1) * step)),
      ),
      fill('a', circle(50, h / 2, step * 0.62 + 2)),
      fill('c', ...moons),
    ];
  },
  ({ h, random }) => {
    const x = between(random, 44, 56);
    return [
      fill('c', poly(x - 12, h * 0.3, x + 12, h * 0.3, x + 32, h, x - 32, h)),
      fill('a', ellipse(x, h * 0.27, 34, 8)),
      fill('b', `M${x - 16} ${h * 0.23}a16 14 0 0 1 32 0Z`),
      fill(
        'h',
        times(5, (i) => circle(x - 22 + i * 11, h * 0.285, 1.9)),
      ),
    ];
  },
  ({ h, scale }) => [
    fill('a', circle(50, h * 0.3, 21 * scale)),
    fill('b', sector(50, h * 1.52, h * 0.86, 220, 320)),
    fill('k', rect(43, h * 0.26, 14, h * 0.6)),
    fill('c', poly(57, h * 0.26, 60, h * 0.29, 60, h * 0.84, 57, h * 0.86)),
  ],
  ({ h, scale }) => [
    fill('b', circle(50, h / 2, 40 * scale)),
    fill('k', circle(50, h / 2, 31 * scale)),
    fill('a', circle(50, h / 2, 18 * scale)),
    fill('c', circle(50, h / 2, 6 * scale)),
    stroke('h', 2.2, arc(50, h / 2, 25 * scale, 205, 262)),
  ],
  ({ h }) => [
    fill('b', circle(50, h * 0.62, 30)),
    fill('h', poly(50, h * 0.06, 59, h * 0.3, 59, h * 0.62, 41, h * 0.62, 41, h * 0.3)),
    fill(
      'a',
      poly(41, h * 0.44, 30, h * 0.68, 41, h * 0.62),
      poly(59, h * 0.44, 70, h * 0.68, 59, h * 0.62),
      poly(43, h * 0.64, 57, h * 0.64, 50, h * 0.94),
    ),
    fill('k', circle(50, h * 0.33, 4.2)),
  ],
  ({ h, scale }) => [
    fill('b', `M20 ${h}V${h * 0.86}a12 10 0 0 1 12 -10h36a12 10 0 0 1 12 10V${h}Z`),
    fill('a', rect(50 - 26 * scale, h * 0.24, 52 * scale, h * 0.46)),
    fill('k', rect(50 - 20 * scale, h * 0.33, 40 * scale, h * 0.16)),
    fill('c', circle(41, h * 0.41, 5), circle(59, h * 0.41, 5)),
    fill(
      'k',
      times(5, (i) => rect(37 + i * 5.6, h * 0.57, 3.2, h * 0.07)),
    ),
    fill('a', rect(49, h * 0.12, 2, h * 0.13), circle(50, h * 0.11, 3.6)),
  ],
  ({ h, density }) => {
    const y = h * 0.58;
    const n = 4 + Math.round(density * 2);
    return [
      fill('a', circle(50, y - 8, 28)),
      fill(
        'g',
        times(4, (i) => rect(18, y - 22 + i * 8, 64, 1 + i * 1.1)),
      ),
      fill('k', rect(0, y, 100, h)),
      stroke(
        'b',
        1.1,
        times(n * 2 + 1, (i) => open(50 + (i - n) * 7, y, 50 + (i - n) * 34, h)),
        times(5, (i) => open(0, y + (h - y) * (i / 5) ** 1.6, 100, y + (h - y) * (i / 5) ** 1.6)),
      ),
    ];
  },
  ({ h, random, scale }) => {
    const x = between(random, 34, 46);
    return [
      fill('c', circle(72, h * 0.24, 11 * scale)),
      fill(
        'b',
        `M-6 ${h * 0.8}a26 26 0 0 1 52 0Z`,
        rect(46, h * 0.46, 13, h),
        rect(63, h * 0.6, 20, h),
        rect(88, h * 0.38, 8, h),
      ),
      fill(
        'a',
        rect(0, h * 0.8, 100, h),
        rect(49, h * 0.5, 7, 3),
        rect(49, h * 0.57, 7, 3),
        rect(67, h * 0.65, 12, 3),
      ),
      stroke('a', 1.4, open(x, 0, x - 22, h * 0.55), arc(20, h * 0.8, 17, 200, 250)),
    ];
  },
];
