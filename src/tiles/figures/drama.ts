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

/** The figures of dramas: a film's own seed picks one and varies it. */
export const drama: readonly Figure[] = [
  ({ h, random }) => {
    const x = between(random, 22, 34);
    return [
      fill('b', poly(x + 4, h * 0.72, x + 34, h * 0.72, x + 84, h, x + 26, h)),
      fill('a', rect(x, h * 0.14, 36, h * 0.5)),
      fill('c', rect(x, h * 0.14, 36, h * 0.5 * between(random, 0.3, 0.55))),
      stroke(
        'b',
        2.2,
        rect(x, h * 0.14, 36, h * 0.5),
        open(x + 18, h * 0.14, x + 18, h * 0.64),
        open(x, h * 0.39, x + 36, h * 0.39),
      ),
    ];
  },
  ({ h, random, scale }) => {
    const slip = between(random, 6, 16);
    const r = 34 * scale;
    return [
      fill('a', sector(50, h / 2 - slip / 2, r, 90, 270)),
      fill('b', sector(50, h / 2 + slip / 2, r, -90, 90)),
    ];
  },
  ({ h, random }) => {
    const lean = between(random, 12, 26);
    return [
      fill('b', `M30 ${h}V${h * 0.42}a20 20 0 0 1 40 0V${h}Z`),
      fill('a', `M36 ${h}V${h * 0.43}a14 14 0 0 1 28 0V${h}Z`),
      fill('k', circle(50, h * 0.62, 3.8), poly(46.5, h * 0.67, 53.5, h * 0.67, 54.5, h, 45.5, h)),
      fill('f', poly(64, h, 70, h * 0.9, 70 + lean, h)),
    ];
  },
  ({ h, density }) => {
    const n = 5 + Math.round(density * 3);
    const [w, rise] = [100 / n, (h * 0.74) / n];
    return [
      fill('a', circle(26, h * 0.26, 14)),
      fill(
        'b',
        times(n, (i) => rect(i * w, h - (i + 1) * rise, w + 0.3, (i + 1) * rise)),
      ),
      fill(
        'c',
        times(n, (i) => rect(i * w, h - (i + 1) * rise, w + 0.3, 2.2)),
      ),
    ];
  },
  ({ h, random, scale }) => {
    const y = h * between(random, 0.56, 0.66);
    const r = 26 * scale;
    return [
      fill('a', sector(50, y, r, 180, 360)),
      fill('b', rect(0, y, 100, h - y)),
      fill(
        'a',
        times(5, (i) => rect(50 - r * (0.86 - i * 0.15), y + 3 + i * 5.2, r * 2 * (0.86 - i * 0.15), 2)),
      ),
    ];
  },
  ({ h, random }) => {
    const [x, y] = [between(random, 26, 36), h * between(random, 0.3, 0.38)];
    return [
      fill(
        'a',
        circle(x, y, 12),
        `M${x - 17} ${h}C${x - 19} ${y + 26} ${x - 8} ${y + 15} ${x} ${y + 15}S${x + 19} ${y + 26} ${x + 17} ${h}Z`,
      ),
      fill(
        'b',
        circle(100 - x, y + 8, 12),
        `M${83 - x} ${h}C${81 - x} ${y + 34} ${92 - x} ${y + 23} ${100 - x} ${y + 23}S${119 - x} ${y + 34} ${117 - x} ${h}Z`,
      ),
    ];
  },
  ({ h, random, density }) => {
    const n = 3 + Math.round(density * 2);
    const roles = ['b', 'a', 'c', 'h', 'a'] as const;
    const shift = between(random, -6, 6);
    return Array.from({ length: n }, (_, i) => {
      const s = 1 - i / n;
      return fill(roles[i], rect(50 + shift * i - 38 * s, h / 2 - (h / 2 - 8) * s, 76 * s, (h - 16) * s));
    });
  },
  ({ h, random }) => {
    const x = between(random, 30, 44);
    return [
      fill('a', circle(68, h * 0.26, 15)),
      fill('b', `M0 ${h * 0.84}Q50 ${h * 0.7} 100 ${h * 0.82}V${h}H0Z`),
      stroke(
        'b',
        3,
        `M${x} ${h * 0.86}C${x - 3} ${h * 0.6} ${x + 6} ${h * 0.5} ${x + 2} ${h * 0.2}`,
        `M${x + 1} ${h * 0.58}Q${x - 12} ${h * 0.48} ${x - 18} ${h * 0.34}`,
        `M${x + 3} ${h * 0.48}Q${x + 16} ${h * 0.42} ${x + 26} ${h * 0.28}`,
      ),
      fill('c', ellipse(x + 44, h * 0.8, 3, 3)),
    ];
  },
  ({ h, random }) => {
    const x = between(random, 34, 46);
    return [
      fill('c', poly(x - 4, h * 0.86, x + 28, h * 0.86, 104, h, 60, h)),
      fill(
        'a',
        rect(x, h * 0.2, 5, h * 0.66),
        rect(x, h * 0.54, 30, 5),
        rect(x + 25, h * 0.54, 5, h * 0.32),
        rect(x, h * 0.2, 5, 5),
      ),
      fill('b', circle(74, h * 0.22, 9)),
    ];
  },
  ({ h, random, density }) => {
    const n = 3 + Math.round(density * 2);
    return [
      fill('a', circle(between(random, 30, 70), h * 0.3, 17)),
      ...Array.from({ length: n }, (_, i) => {
        const y = h * (0.42 + (0.5 * i) / n);
        const swing = (i % 2 ? 1 : -1) * between(random, 5, 11);
        return fill(
          (['f', 'c', 'b', 'k', 'b'] as const)[i],
          `M0 ${y + swing}Q30 ${y - swing * 1.6} 56 ${y}T100 ${y - swing}V${h}H0Z`,
        );
      }),
    ];
  },
];
