import {
  arc,
  between,
  circle,
  ellipse,
  type Figure,
  fill,
  poly,
  rect,
  sector,
  star,
  stroke,
  times,
} from '../shapes';

/** The figures of romances: a film's own seed picks one and varies it. */
export const romance: readonly Figure[] = [
  ({ h, random, scale }) => {
    const [r, gap] = [27 * scale, between(random, 12, 18)];
    const lens = Math.sqrt(r * r - gap * gap);
    const [top, low] = [h / 2 - lens, h / 2 + lens];
    return [
      fill('a', circle(50 - gap, h / 2, r)),
      fill('b', circle(50 + gap, h / 2, r)),
      fill('c', `M50 ${top}A${r} ${r} 0 0 1 50 ${low}A${r} ${r} 0 0 1 50 ${top}Z`),
    ];
  },
  ({ h, scale, random }) => {
    const r = 21 * scale;
    const y = h * 0.38;
    const turn = between(random, -6, 6);
    return [
      fill(
        'a',
        circle(50 - r * 0.7, y, r),
        poly(50 - r * 1.41, y + r * 0.7, 50, y - r * 0.7, 50, y + r * 2.1),
      ),
      fill(
        'b',
        circle(50 + r * 0.7, y + turn / 2, r),
        poly(50 + r * 1.41, y + r * 0.7, 50, y - r * 0.7, 50, y + r * 2.1),
      ),
      fill('c', sector(50, y + r * 2.1, r * 1.2, -135, -45)),
    ];
  },
  ({ h, density, scale }) => {
    const n = 6 + Math.round(density * 2);
    const petal = (i: number) => {
      const angle = (i / n) * 2 * Math.PI - Math.PI / 2;
      return ellipse(
        50 + 17 * scale * Math.cos(angle),
        h * 0.4 + 17 * scale * Math.sin(angle),
        15 * scale,
        7.5 * scale,
        (i / n) * 360 - 90,
      );
    };
    return [
      stroke('c', 2.6, `M50 ${h * 0.4}Q54 ${h * 0.7} 46 ${h}`),
      fill('a', times(n, petal)),
      fill('b', circle(50, h * 0.4, 9 * scale)),
    ];
  },
  ({ h, random }) => {
    const y = h * between(random, 0.4, 0.46);
    const face = (side: number) =>
      `M${50 + side * 50} 0H${50 + side * 26}C${50 + side * 12} ${y - 22} ${50 + side * 14} ${y - 12} ${50 + side * 3} ${y}C${50 + side * 3} ${y + 4} ${50 + side * 9} ${y + 4} ${50 + side * 8} ${y + 7}L${50 + side * 2} ${y + 13}L${50 + side * 6} ${y + 16}L${50 + side * 3} ${y + 20}C${50 + side * 8} ${y + 26} ${50 + side * 4} ${y + 34} ${50 + side * 22} ${y + 34}C${50 + side * 24} ${y + 44} ${50 + side * 22} ${h - 4} ${50 + side * 20} ${h}H${50 + side * 50}Z`;
    return [fill('a', face(-1)), fill('b', face(1))];
  },
  ({ h, random }) => {
    const x = between(random, 44, 56);
    return [
      fill('a', circle(x, h * 0.34, 22)),
      fill('c', rect(0, h * 0.66, 100, h)),
      fill(
        'a',
        times(5, (i) => rect(x - 19 + i * 3.2, h * (0.7 + i * 0.06), 38 - i * 6.4, 2.6)),
      ),
      fill(
        'b',
        poly(14, h * 0.66, 40, h * 0.66, 36, h * 0.74, 19, h * 0.74),
        poly(26, h * 0.38, 26, h * 0.63, 42, h * 0.63),
      ),
    ];
  },
  ({ h, scale }) => {
    const y = h * 0.44;
    const r = 36 * scale;
    return [
      fill('a', sector(50, y, r, 180, 360)),
      fill(
        'b',
        `M${50 - r} ${y}a${r / 3} ${r / 5} 0 0 1 ${(r * 2) / 3} 0V${y}a${r / 3} ${r} 0 0 1 ${r / 3} ${-r}A${r} ${r} 0 0 0 ${50 - r} ${y}Z`,
      ),
      fill('c', rect(49, y, 2, h * 0.16)),
      fill(
        'c',
        circle(40, h * 0.66, 5.5),
        circle(60, h * 0.63, 5.5),
        `M31 ${h}L34 ${h * 0.76}a6 6 0 0 1 12 0L49 ${h}Z`,
        `M51 ${h}L54 ${h * 0.73}a6 6 0 0 1 12 0L69 ${h}Z`,
      ),
    ];
  },
  ({ h, scale, random }) => {
    const [y, r] = [h * between(random, 0.46, 0.54), 24 * scale];
    return [
      stroke('a', 7, circle(50 - r * 0.62, y, r)),
      stroke('b', 7, circle(50 + r * 0.62, y, r)),
      stroke('a', 7, arc(50 - r * 0.62, y, r, -70, 0)),
      fill('c', star(50 + r * 0.62, y - r - 7, 4, 8, 2.6)),
    ];
  },
];
