import { between, circle, type Figure, fill, open, poly, rect, stroke } from '../shapes';

/** The figures of thrillers: a film's own seed picks one and varies it. */
export const thriller: readonly Figure[] = [
  ({ h, random, density, scale }) => {
    // Half circles about two neighbouring centres: each begins where the last one ended, a little wider.
    const halves = 7 + Math.round(density * 3);
    const step = (86 * scale) / (halves + 1);
    const side = random.next() < 0.5 ? 1 : -1;
    let d = `M50 ${h / 2}`;
    for (let i = 1, x = 50; i <= halves; i++) {
      const r = (i * step) / 2 + step / 2;
      x += (i % 2 ? side : -side) * 2 * r;
      d += `A${r} ${r} 0 0 1 ${x} ${h / 2}`;
    }
    return [stroke('a', 5 - density * 1.4, d), fill('b', circle(50, h / 2, 3.6))];
  },
  ({ h, scale }) => [
    stroke('a', 2.6, circle(50, h / 2, 33 * scale), circle(50, h / 2, 17 * scale)),
    stroke(
      'a',
      2.6,
      open(50, h / 2 - 48, 50, h / 2 - 9),
      open(50, h / 2 + 9, 50, h / 2 + 48),
      open(4, h / 2, 41, h / 2),
      open(59, h / 2, 96, h / 2),
    ),
    fill('b', circle(50, h / 2, 5)),
  ],
  ({ h, random }) => {
    const x = between(random, 58, 72);
    return [
      fill('a', poly(0, 0, 46, 0, 30, h, 0, h), poly(58, 0, 100, 0, 100, h, 74, h)),
      fill(
        'b',
        circle(x - 14, h * 0.42, 3.6),
        poly(x - 17, h * 0.46, x - 11, h * 0.46, x - 8, h * 0.62, x - 20, h * 0.62),
        poly(x - 17, h * 0.62, x - 14, h * 0.62, x - 20, h * 0.74, x - 23, h * 0.73),
        poly(x - 13, h * 0.62, x - 9, h * 0.62, x - 4, h * 0.73, x - 7, h * 0.75),
      ),
    ];
  },
  ({ h, density }) => {
    const n = 4 + Math.round(density * 2);
    const roles = ['a', 'b'] as const;
    const pieces = Array.from({ length: n }, (_, i) => {
      const s = 1 - i / n;
      return fill(
        roles[i % 2],
        poly(
          50 - 46 * s + i,
          h / 2 - h * 0.46 * s,
          50 + 46 * s + i,
          h / 2 - h * 0.4 * s,
          50 + 44 * s,
          h / 2 + h * 0.46 * s,
          50 - 42 * s,
          h / 2 + h * 0.42 * s,
        ),
      );
    });
    return pieces;
  },
  ({ h, random }) => {
    const cut = between(random, 0.4, 0.6);
    return [
      fill('a', circle(50, h * 0.48, 38)),
      fill(
        'g',
        poly(
          0,
          h * cut,
          30,
          h * (cut - 0.06),
          42,
          h * (cut + 0.05),
          58,
          h * (cut - 0.07),
          72,
          h * (cut + 0.04),
          100,
          h * (cut - 0.05),
          100,
          h * (cut + 0.05),
          72,
          h * (cut + 0.13),
          58,
          h * (cut + 0.03),
          42,
          h * (cut + 0.14),
          30,
          h * (cut + 0.04),
          0,
          h * (cut + 0.08),
        ),
      ),
      fill('b', circle(50, h * 0.16 + 4, 4)),
    ];
  },
  ({ h, random }) => {
    const lit = between(random, 38, 62);
    return [
      fill('a', rect(0, 0, 100, h)),
      fill('b', poly(lit - 5, 0, lit + 5, 0, lit + 26, h, lit - 26, h)),
      fill(
        'a',
        circle(lit, h * 0.53, 5),
        poly(lit - 6, h * 0.59, lit + 6, h * 0.59, lit + 4, h * 0.95, lit - 4, h * 0.95),
      ),
    ];
  },
];
