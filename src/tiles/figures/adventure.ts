import { between, circle, type Figure, fill, poly, star, stroke, times } from '../shapes';

/** The figures of adventure films: a film's own seed picks one and varies it. */
export const adventure: readonly Figure[] = [
  ({ h, random, scale }) => {
    const peak = between(random, 40, 60);
    return [
      fill('c', circle(peak + 24, h * 0.25, 12 * scale)),
      fill('b', poly(-10, h, 22, h * 0.42, 58, h)),
      fill('a', poly(8, h, peak, h * 0.2, 108, h)),
      fill(
        'h',
        poly(peak, h * 0.2, peak + 13, h * 0.43, peak + 4, h * 0.39, peak - 3, h * 0.46, peak - 10, h * 0.41),
      ),
    ];
  },
  ({ h, random, scale }) => [
    stroke('b', 2, circle(50, h / 2, 40 * scale)),
    fill('b', star(50, h / 2, 4, 30 * scale, 8, between(random, -70, -50) + 15)),
    fill('a', poly(50, h / 2 - 46 * scale, 57, h / 2, 43, h / 2)),
    fill('h', poly(50, h / 2 + 46 * scale, 57, h / 2, 43, h / 2)),
    fill('g', circle(50, h / 2, 3)),
  ],
  ({ h, density, scale }) => [
    fill('c', circle(72, h * 0.26, 11 * scale)),
    fill('h', poly(50, h * 0.1, 50, h * 0.66, 16, h * 0.66)),
    fill('a', poly(54, h * 0.2, 54, h * 0.66, 82, h * 0.66)),
    fill('b', poly(12, h * 0.7, 88, h * 0.7, 76, h * 0.82, 26, h * 0.82)),
    stroke(
      'b',
      2.4,
      times(
        2 + density,
        (i) => `M${-6 - i * 8} ${h * (0.87 + i * 0.06)}q9 -5 18 0t18 0t18 0t18 0t18 0t18 0t18 0`,
      ),
    ),
  ],
  ({ h }) => [
    fill('b', `M0 ${h * 0.5}Q30 ${h * 0.36} 55 ${h * 0.48}T100 ${h * 0.42}V${h}H0Z`),
    fill('a', `M0 ${h * 0.72}Q35 ${h * 0.56} 60 ${h * 0.7}T100 ${h * 0.68}V${h}H0Z`),
    fill(
      'h',
      `M58 ${h}C86 ${h * 0.86} 18 ${h * 0.78} 48 ${h * 0.66}C60 ${h * 0.6} 60 ${h * 0.54} 54 ${h * 0.48}C66 ${h * 0.56} 68 ${h * 0.62} 58 ${h * 0.69}C36 ${h * 0.8} 110 ${h * 0.86} 82 ${h}Z`,
    ),
    fill('c', circle(28, h * 0.24, 13)),
  ],
];
