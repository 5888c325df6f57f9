import { circle, type Figure, fill, sector, times } from '../shapes';

/** The figures of IMAX films: a film's own seed picks one and varies it. */
export const imax: readonly Figure[] = [
  ({ h }) => [
    fill('a', `M4 ${h * 0.26}Q50 ${h * 0.1} 96 ${h * 0.26}V${h * 0.7}Q50 ${h * 0.58} 4 ${h * 0.7}Z`),
    fill('c', circle(66, h * 0.4, 12)),
    fill(
      'b',
      times(9, (i) => circle(8 + i * 10.5, h * 0.93, 6.2)),
    ),
  ],
  ({ h, density }) => {
    const n = 4 + Math.round(density * 2);
    const roles = ['b', 'a', 'c', 'h', 'a', 'b'] as const;
    return Array.from({ length: n }, (_, i) =>
      fill(roles[i], sector(50, h * 0.9, 46 - (i * 44) / n, 180, 360)),
    );
  },
];
