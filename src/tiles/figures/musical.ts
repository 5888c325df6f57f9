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

/** Not to be mirrored. */
export const pianoKeys: Figure = ({ h, density }) => {
  const n = 6 + Math.round(density * 2);
  const w = 100 / n;
  return [
    fill('h', rect(0, h * 0.34, 100, h)),
    stroke(
      'k',
      0.8,
      times(n - 1, (i) => open((i + 1) * w, h * 0.34, (i + 1) * w, h)),
    ),
    fill(
      'k',
      times(n - 1, (i) =>
        i % 7 === 2 || i % 7 === 6 ? '' : rect((i + 1) * w - w * 0.29, h * 0.34, w * 0.58, h * 0.38),
      ),
    ),
    fill('a', rect(0, h * 0.28, 100, h * 0.06)),
  ];
};

/** The figures of musicals: a film's own seed picks one and varies it. */
export const musical: readonly Figure[] = [
  ({ h, random, density }) => {
    const n = 6 + Math.round(density * 3);
    const w = 92 / n;
    const roles = ['a', 'h', 'c'] as const;
    const phase = between(random, 0, 6);
    const bars = Array.from({ length: n }, (_, i) => {
      const tall = h * (0.28 + 0.3 * (1 + Math.sin(phase + i * 1.15)));
      return [i % 3, rect(4 + i * w, (h - tall) / 2, w * 0.66, tall)] as const;
    });
    return roles.map((role, part) => fill(role, ...bars.filter(([at]) => at === part).map(([, d]) => d)));
  },
  ({ h, scale, density }) => {
    const r = 41 * scale;
    return [
      fill('k', circle(50, h / 2, r)),
      stroke(
        'b',
        0.7,
        times(3 + density * 3, (i) => circle(50, h / 2, r * (0.92 - i * 0.09))),
      ),
      fill('a', circle(50, h / 2, r * 0.38)),
      fill('h', sector(50, h / 2, r * 0.38, 200, 330), circle(50, h / 2, 2.6)),
    ];
  },
  pianoKeys,
  ({ h, random }) => {
    const x = between(random, 44, 56);
    return [
      fill('c', poly(x - 4, 0, x + 4, 0, x + 34, h * 0.9, x - 34, h * 0.9)),
      fill('h', ellipse(x, h * 0.9, 34, 6)),
      fill(
        'a',
        `M0 0H26C24 ${h * 0.4} 20 ${h * 0.7} 8 ${h}H0Z`,
        `M100 0H74C76 ${h * 0.4} 80 ${h * 0.7} 92 ${h}H100Z`,
      ),
      fill('b', circle(x, h * 0.56, 5), poly(x, h * 0.6, x + 14, h * 0.9, x - 14, h * 0.9)),
    ];
  },
  ({ h, random, scale }) => {
    const drop = between(random, 2, 9);
    return [
      stroke(
        'c',
        1.3,
        times(5, (i) => open(0, h * (0.3 + i * 0.1), 100, h * (0.3 + i * 0.1))),
      ),
      fill(
        'a',
        ellipse(30, h * 0.72, 12 * scale, 8.6 * scale, -20),
        ellipse(70, h * 0.72 - drop, 12 * scale, 8.6 * scale, -20),
      ),
      fill(
        'a',
        poly(
          37,
          h * 0.72,
          37,
          h * 0.2 + drop,
          81,
          h * 0.2,
          81,
          h * 0.72 - drop,
          77.5,
          h * 0.72 - drop,
          77.5,
          h * 0.32,
          40.5,
          h * 0.32 + drop,
          40.5,
          h * 0.72,
        ),
      ),
    ];
  },
];
