import {
  arc,
  between,
  blob,
  circle,
  fill,
  open,
  poly,
  rect,
  type Shape,
  type Sheet,
  sector,
  star,
  stroke,
  times,
} from './shapes';

/** A quiet pattern behind the figure, drawn in the ground's own second shade. */
export type Field = (sheet: Sheet) => Shape[];

const rays: Field = ({ h, density }) => {
  const n = 9 + Math.round(density * 6);
  return [
    fill(
      'f',
      times(n, (i) => sector(50, h * 0.62, 130, (360 / n) * i, (360 / n) * (i + 0.5))),
    ),
  ];
};
const grid: Field = ({ h, density }) => {
  const step = 12.5 - density * 4;
  return [
    stroke(
      'f',
      0.9,
      times(100 / step - 1, (i) => open((i + 1) * step, 0, (i + 1) * step, h)),
      times(h / step, (i) => open(0, (i + 1) * step, 100, (i + 1) * step)),
    ),
  ];
};
const waves: Field = ({ h, density }) => {
  const step = 13 - density * 4;
  return [
    stroke(
      'f',
      3.2,
      times(
        h / step + 1,
        (i) => `M-10 ${Math.round(i * step)}q10 ${-step * 0.7} 20 0t20 0t20 0t20 0t20 0t20 0`,
      ),
    ),
  ];
};
const dots: Field = ({ h, density }) => {
  const step = 14 - density * 4;
  return [
    fill(
      'f',
      times(h / step + 1, (row) =>
        times(100 / step + 1, (i) => circle((i + (row % 2) / 2) * step, row * step, step * 0.21)),
      ),
    ),
  ];
};
const slats: Field = ({ h, density }) => {
  const step = 13 - density * 4;
  return [
    fill(
      'f',
      times(h / step + 1, (i) => rect(0, i * step, 100, step * 0.48)),
    ),
  ];
};
const diagonals: Field = ({ h, density }) => {
  const step = 18 - density * 5;
  return [
    fill(
      'f',
      times((100 + h) / step + 1, (i) =>
        poly(i * step - h, h, i * step, 0, i * step + step / 2, 0, i * step + step / 2 - h, h),
      ),
    ),
  ];
};
const rings: Field = ({ h, density }) => {
  const step = 13 - density * 4;
  return [
    stroke(
      'f',
      step * 0.42,
      times(100 / step, (i) => circle(50, h / 2, (i + 1) * step)),
    ),
  ];
};
const hills: Field = ({ h }) => [
  fill('f', `M0 ${h * 0.66}Q25 ${h * 0.42} 50 ${h * 0.62}T100 ${h * 0.5}V${h}H0Z`),
];
const stars: Field = ({ h, random, density }) => [
  fill(
    'f',
    times(12 + density * 10, () => {
      const size = between(random, 1.6, 4.4);
      return star(between(random, 2, 98), between(random, 2, h - 2), 4, size, size * 0.3);
    }),
  ),
];
const disc: Field = ({ h, random }) => [fill('f', circle(between(random, 30, 70), h * 0.45, 40))];
const teeth: Field = ({ h, density }) => {
  const n = 6 + Math.round(density * 5);
  const w = 100 / n;
  return [
    fill(
      'f',
      times(n, (i) => poly(i * w, 0, (i + 1) * w, 0, (i + 0.5) * w, h * (i % 2 ? 0.2 : 0.34))),
      times(n, (i) => poly(i * w, h, (i + 1) * w, h, (i + 0.5) * w, h * (i % 2 ? 0.7 : 0.82))),
    ),
  ];
};
const speed: Field = ({ h, random, density }) => [
  fill(
    'f',
    times(9 + density * 6, () => {
      const y = between(random, 2, h - 4);
      const x = between(random, -20, 60);
      return rect(x, y, between(random, 24, 70), between(random, 1, 3.4));
    }),
  ),
];
const zigzag: Field = ({ h, density }) => {
  const step = 15 - density * 4;
  return [
    stroke(
      'f',
      2.6,
      times(h / step + 1, (row) =>
        open(
          ...Array.from({ length: 13 }, (_, i) => [i * 9 - 4, row * step + (i % 2 ? 0 : step * 0.5)]).flat(),
        ),
      ),
    ),
  ];
};
const bars: Field = ({ h, density }) => {
  const step = 12.5 - density * 3.5;
  return [
    fill(
      'f',
      times(100 / step, (i) => rect((i + 0.3) * step, 0, step * 0.4, h)),
    ),
  ];
};
const confetti: Field = ({ h, random, density }) => [
  fill(
    'f',
    times(16 + density * 12, (i) => {
      const [x, y] = [between(random, 0, 100), between(random, 0, h)];
      return i % 3 ? circle(x, y, between(random, 1.2, 2.8)) : poly(x, y, x + 6, y + 2, x + 2, y + 6);
    }),
  ),
];
const blobs: Field = ({ h, random }) => [
  fill(
    'f',
    times(4, (i) =>
      blob(
        (i % 2 ? 74 : 22) + between(random, -10, 10),
        h * (i < 2 ? 0.2 : 0.8),
        Array.from({ length: 6 }, () => between(random, 14, 24)),
      ),
    ),
  ),
];
const perforations: Field = ({ h, density }) => {
  const step = 12 - density * 3;
  return [
    fill(
      'f',
      times(
        h / step + 1,
        (i) => rect(3.5, i * step + 2, 7, step * 0.5) + rect(89.5, i * step + 2, 7, step * 0.5),
      ),
    ),
  ];
};
const halfPlane: Field = ({ h, random }) => {
  const y = h * between(random, 0.55, 0.72);
  return [fill('f', random.next() < 0.5 ? rect(0, y, 100, h) : poly(0, h, 100, h, 100, y - 22, 0, y + 10))];
};
const domes: Field = ({ h, density }) => {
  const step = 15 - density * 4;
  return [
    stroke(
      'f',
      step * 0.4,
      times(110 / step, (i) => arc(50, h, (i + 1) * step, 180, 360)),
    ),
  ];
};

/** The pattern behind the figure by genre: that of a film's second genre, or of its only one; none for some. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['Action', speed],
  ['Adventure', hills],
  ['Animation', blobs],
  ['Children', confetti],
  ['Comedy', dots],
  ['Crime', bars],
  ['Documentary', perforations],
  ['Drama', halfPlane],
  ['Fantasy', stars],
  ['Film-Noir', slats],
  ['Horror', teeth],
  ['IMAX', domes],
  ['Musical', waves],
  ['Mystery', rings],
  ['Romance', disc],
  ['Sci-Fi', grid],
  ['Thriller', zigzag],
  ['War', diagonals],
  ['Western', rays],
]);
