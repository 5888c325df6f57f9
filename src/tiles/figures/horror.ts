import { between, circle, ellipse, type Figure, fill, poly, rect, times } from '../shapes';

/** The figures of horror films: a film's own seed picks one and varies it. */
export const horror: readonly Figure[] = [
  ({ h, random, density }) => {
    const n = 4 + Math.round(density * 2);
    const w = 100 / n;
    const shards = (from: number, deep: number) =>
      times(n, (i) => {
        const [x, tip] = [(i + (from ? -0.5 : 0)) * w, between(random, 0.2, 0.8)];
        const end = from ? h - h * deep * between(random, 0.7, 1.25) : h * deep * between(random, 0.7, 1.25);
        return poly(x, from * h, x + w, from * h, x + w * tip, end);
      });
    return [
      fill('a', shards(0, 0.44)),
      fill('b', shards(1, 0.42), poly(100 - w / 2, h, 100, h, 100, h * 0.7)),
    ];
  },
  ({ h, random }) => {
    const tilt = between(random, 14, 26);
    const slash = (x: number, top: number) =>
      `M${x + tilt} ${h * top}Q${x + 9} ${h * 0.5} ${x - tilt} ${h * (1.02 - top / 2)}Q${x - 2} ${h * 0.48} ${x + tilt} ${h * top}Z`;
    return [fill('a', slash(24, 0.14), slash(42, 0.06), slash(60, 0.1), slash(78, 0.2))];
  },
  ({ h, scale, random }) => {
    const w = 42 * scale;
    const look = between(random, -5, 5);
    return [
      fill(
        'b',
        `M${50 - w} ${h / 2}Q50 ${h / 2 - w * 1.1} ${50 + w} ${h / 2}Q50 ${h / 2 + w * 1.1} ${50 - w} ${h / 2}Z`,
      ),
      fill('a', circle(50 + look, h / 2, w * 0.47)),
      fill('k', ellipse(50 + look, h / 2, w * 0.12, w * 0.45)),
    ];
  },
  ({ h, random, scale }) => {
    const x = between(random, 36, 56);
    return [
      fill('a', circle(66, h * 0.32, 24 * scale)),
      fill('b', `M0 ${h * 0.86}Q40 ${h * 0.62} 64 ${h * 0.74}T100 ${h * 0.8}V${h}H0Z`),
      fill(
        'b',
        poly(
          x - 14,
          h * 0.78,
          x - 14,
          h * 0.48,
          x - 17,
          h * 0.48,
          x - 5,
          h * 0.32,
          x - 2,
          h * 0.36,
          x - 2,
          h * 0.28,
          x + 5,
          h * 0.16,
          x + 12,
          h * 0.28,
          x + 12,
          h * 0.78,
        ),
      ),
      fill('k', rect(x + 2, h * 0.36, 5, 8), rect(x - 9, h * 0.56, 5, 7)),
    ];
  },
  ({ h, random, density }) => {
    const n = 5 + Math.round(density * 2);
    const w = 100 / n;
    let d = 'M0 0H100';
    for (let i = n; i > 0; i--) {
      const drop = h * between(random, 0.22, 0.78);
      d += `V${drop}a${w / 4} ${w / 4} 0 0 1 ${-w / 2} 0V${h * 0.24}a${w / 4} ${w / 4} 0 0 0 ${-w / 2} 0`;
    }
    return [fill('a', `${d}Z`), fill('b', circle(50 + between(random, -20, 20), h * 0.88, w / 4))];
  },
  ({ h, scale, random }) => {
    const y = h * 0.46;
    const r = 30 * scale;
    return [
      fill('h', circle(50, y, r), rect(50 - r * 0.55, y + r * 0.6, r * 1.1, r * 0.85)),
      fill(
        'k',
        ellipse(50 - r * 0.4, y + 2, r * 0.27, r * 0.32),
        ellipse(50 + r * 0.4, y + 2, r * 0.27, r * 0.32),
        poly(50, y + r * 0.34, 50 + 4, y + r * 0.6, 50 - 4, y + r * 0.6),
      ),
      fill(
        'k',
        times(4, (i) => rect(50 - r * 0.42 + i * r * 0.25, y + r * 0.98, 1.8, r * 0.47)),
      ),
      fill('a', circle(50 - r * 0.4 + between(random, -2, 2), y + 3, 2.4), circle(50 + r * 0.4, y + 3, 2.4)),
    ];
  },
];
