import { between, circle, type Figure, fill, poly, rect, times } from '../shapes';

/** The figures of films without a genre: a film's own seed picks one and varies it. */
export const plain: readonly Figure[] = [
  ({ h, random }) => {
    const x = between(random, 8, 20);
    return [
      fill('c', poly(x, h * 0.72, 96, h * 0.14, 96, h * 0.66)),
      fill('a', rect(92, h * 0.1, 5, h * 0.6)),
      fill('b', circle(x, h * 0.72, 9), circle(x + 16, h * 0.84, 7), rect(x - 9, h * 0.84, 28, h)),
    ];
  },
  ({ h, scale }) => [
    fill('b', circle(50, h / 2, 38 * scale)),
    fill(
      'g',
      times(5, (i) =>
        circle(
          50 + 22 * scale * Math.cos((i / 5) * 6.283),
          h / 2 + 22 * scale * Math.sin((i / 5) * 6.283),
          9 * scale,
        ),
      ),
    ),
    fill('a', circle(50, h / 2, 6)),
  ],
];
