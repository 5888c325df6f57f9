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
  star,
  stroke,
  times,
} from '../shapes';

/** The figures of children’s films: a film's own seed picks one and varies it. */
export const children: readonly Figure[] = [
  ({ h, random, density, scale }) => {
    const n = 3 + Math.round(density);
    const roles = ['a', 'b', 'c', 'h'] as const;
    const tops = Array.from(
      { length: n },
      (_, i) => [20 + (60 / (n - 1)) * i, h * between(random, 0.22, 0.46)] as const,
    );
    return [
      stroke(
        'k',
        0.9,
        times(n, (i) => open(tops[i][0], tops[i][1], 50, h)),
      ),
      ...tops.map(([x, y], i) =>
        fill(
          roles[i],
          ellipse(x, y, 13.5 * scale, 16.5 * scale),
          poly(x, y + 15, x - 3, y + 20, x + 3, y + 20),
        ),
      ),
    ];
  },
  ({ h, random }) => {
    const y = h * 0.94;
    const lean = between(random, -4, 4);
    return [
      fill('a', rect(14, y - 26, 34, 26)),
      fill('b', rect(50, y - 26, 34, 26)),
      fill('c', rect(32 + lean, y - 54, 32, 27)),
      fill('h', circle(31, y - 13, 8), poly(67, y - 22, 76, y - 6, 58, y - 6)),
      fill('h', star(48 + lean, y - 40, 5, 9, 4)),
      fill('a', poly(34 + lean, y - 56, 62 + lean, y - 56, 48 + lean, y - 78)),
    ];
  },
  ({ h, scale }) => [
    stroke('k', 3, open(50, h * 0.42, 50, h)),
    ...(['a', 'h', 'b', 'c'] as const).map((role, i) =>
      fill(role, sector(50, h * 0.42, 34 * scale, i * 90, i * 90 + 62)),
    ),
    fill('k', circle(50, h * 0.42, 4)),
  ],
  ({ h, random }) => {
    const x = between(random, 52, 66);
    return [
      fill('a', poly(x, h * 0.08, x + 24, h * 0.34, x, h * 0.66, x - 24, h * 0.34)),
      fill('h', poly(x, h * 0.08, x + 24, h * 0.34, x, h * 0.34)),
      fill('b', poly(x, h * 0.66, x - 24, h * 0.34, x, h * 0.34)),
      stroke('k', 1.2, `M${x} ${h * 0.66}C${x - 6} ${h * 0.86} ${x - 40} ${h * 0.72} ${x - 44} ${h}`),
      fill(
        'c',
        poly(x - 8, h * 0.78, x - 17, h * 0.75, x - 14, h * 0.84),
        poly(x - 30, h * 0.83, x - 38, h * 0.79, x - 37, h * 0.89),
      ),
    ];
  },
  ({ h, random }) => {
    const lean = between(random, -4, 4);
    return [
      fill('h', poly(50, h * 0.14, 76, h * 0.6, 24, h * 0.6)),
      fill('c', poly(50, h * 0.14, 63, h * 0.37, 50, h * 0.6)),
      fill('a', poly(8, h * 0.58, 92, h * 0.58, 74 + lean, h * 0.8, 26 + lean, h * 0.8)),
      fill('b', `M-4 ${h * 0.8}q13 -8 26 0t26 0t26 0t26 0t26 0V${h}H-4Z`),
    ];
  },
  ({ h, scale, random }) => {
    const y = h * 0.55;
    const r = 30 * scale;
    return [
      fill(
        'a',
        circle(50 - r * 0.78, y - r * 0.78, r * 0.4),
        circle(50 + r * 0.78, y - r * 0.78, r * 0.4),
        circle(50, y, r),
      ),
      fill('h', ellipse(50, y + r * 0.36, r * 0.5, r * 0.4)),
      fill(
        'k',
        circle(50 - r * 0.36, y - r * 0.2, 3),
        circle(50 + r * 0.36, y - r * 0.2, 3),
        ellipse(50, y + r * 0.22, 4.6, 3),
      ),
      stroke('k', 1.8, arc(50, y + r * 0.36, r * 0.2, 20 + between(random, -8, 8), 160)),
    ];
  },
];
