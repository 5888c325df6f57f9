import { between, blob, circle, type Figure, fill, poly, rect, stroke, times } from '../shapes';

/** The figures of documentaries: a film's own seed picks one and varies it. */
export const documentary: readonly Figure[] = [
  ({ h, density }) => {
    const n = 3 + Math.round(density);
    const step = (h - 6) / n;
    const roles = ['a', 'c', 'h', 'a'] as const;
    return [
      fill('b', rect(22, 0, 56, h)),
      ...Array.from({ length: n }, (_, i) => fill(roles[i], rect(33, 5 + i * step, 34, step - 4))),
      fill(
        'g',
        times(h / 8, (i) => rect(25.5, 2 + i * 8, 4, 4.2) + rect(70.5, 2 + i * 8, 4, 4.2)),
      ),
    ];
  },
  ({ h, random, scale }) => {
    const r = 40 * scale;
    const turn = between(random, 0, 60);
    const at = (degrees: number, radius: number): [number, number] => {
      const angle = ((degrees + turn) * Math.PI) / 180;
      return [50 + radius * Math.cos(angle), h / 2 + radius * Math.sin(angle)];
    };
    return [
      fill('b', circle(50, h / 2, r)),
      fill(
        'a',
        times(6, (i) =>
          i % 2
            ? ''
            : poly(
                ...at(i * 60, r * 0.96),
                ...at(i * 60 + 60, r * 0.96),
                ...at(i * 60 + 80, r * 0.36),
                ...at(i * 60 + 20, r * 0.36),
              ),
        ),
      ),
      fill(
        'c',
        times(6, (i) =>
          i % 2
            ? poly(
                ...at(i * 60, r * 0.96),
                ...at(i * 60 + 60, r * 0.96),
                ...at(i * 60 + 80, r * 0.36),
                ...at(i * 60 + 20, r * 0.36),
              )
            : '',
        ),
      ),
      fill('h', circle(50, h / 2, r * 0.32)),
    ];
  },
  ({ h, random, density }) => {
    const n = 5 + Math.round(density * 3);
    const radii = Array.from({ length: 8 }, () => between(random, 0.82, 1.12));
    const [x, y] = [between(random, 40, 60), h * between(random, 0.42, 0.58)];
    return [
      stroke(
        'a',
        2.1,
        times(n, (i) =>
          blob(
            x,
            y,
            radii.map((r) => r * (8 + (i * 46) / n)),
            0.86,
          ),
        ),
      ),
      fill('c', circle(x, y, 4.4)),
    ];
  },
  ({ h }) => [
    fill('b', `M14 ${h * 0.3}h72v${h * 0.46}h-72Z`),
    fill('a', circle(50, h * 0.53, h * 0.19)),
    fill('h', circle(50, h * 0.53, h * 0.11)),
    fill('b', rect(36, h * 0.2, 28, h * 0.12), circle(50, h * 0.53, h * 0.045)),
    fill('c', circle(77, h * 0.38, 3.4)),
  ],
];
