import type { Role } from './shapes';

/** The inks of one printing, by role. */
export type Palette = Record<Role, string>;

type Rgb = readonly [number, number, number];
const CREAM = '#f6ecd6';
const NIGHT = '#17151a';

/** Ground, panel, and three inks. The panel carries the title. */
type Inks = readonly [ground: string, panel: string, a: string, b: string, c: string];

/** Each genre's printings; the film's own number picks one. */
const PRINTINGS: Record<string, readonly Inks[]> = {
  Action: [
    ['#e8b23a', '#1c1b1f', '#d2391f', '#1c1b1f', '#f6ecd6'],
    ['#c8341f', '#f3e6c8', '#f2b632', '#231a1c', '#f6ecd6'],
    ['#23303f', '#e9dcc0', '#ef5a2a', '#f2b632', '#6f8fa3'],
  ],
  Adventure: [
    ['#e9c877', '#1f4a4c', '#c9542b', '#1f4a4c', '#7fae9b'],
    ['#8cc0b8', '#f1e4c4', '#d9622f', '#24525a', '#f3c250'],
    ['#2c6467', '#f1e4c4', '#f0a63a', '#17383d', '#d8573a'],
  ],
  Animation: [
    ['#f6c945', '#e9503a', '#e9503a', '#2b6fb0', '#fdf3dc'],
    ['#7fc6d8', '#fdf1d6', '#f0633f', '#244d8a', '#f7c63e'],
    ['#f3a6b0', '#2a3f77', '#2a3f77', '#f7d04a', '#e5503f'],
  ],
  Children: [
    ['#f8dd8a', '#2f7f86', '#e8543c', '#2f7f86', '#f2a03a'],
    ['#a9d6c2', '#fdf1d8', '#e55b45', '#2e5f8f', '#f4bf3d'],
    ['#f4b6a0', '#fbeed4', '#d9473d', '#2a6d74', '#f5c94f'],
  ],
  Comedy: [
    ['#f3c33c', '#f6ecd6', '#e0492f', '#22303f', '#f6ecd6'],
    ['#ef8f6b', '#f8ecd2', '#1f5c68', '#a52a2d', '#f9d368'],
    ['#9fc9b4', '#f8ecd2', '#e4572e', '#2a3d4f', '#f5c84c'],
    ['#f0d9a8', '#c63d2b', '#c63d2b', '#2d6c74', '#eda336'],
  ],
  Crime: [
    ['#bf2f26', '#1b1a1d', '#1b1a1d', '#f0e2c4', '#7d1a1a'],
    ['#d8cbb0', '#23252b', '#23252b', '#c0352b', '#8a8778'],
    ['#2b2d34', '#d9a43b', '#d9a43b', '#b8372c', '#ddd0b4'],
  ],
  Documentary: [
    ['#dcd5c2', '#f4eddc', '#2b5f75', '#2a2a2c', '#d9772e'],
    ['#2e5a63', '#efe7d3', '#e8b54a', '#17282d', '#d6cfbc'],
    ['#d78f4c', '#f3e9d3', '#2c2a2b', '#7b3a22', '#f4e2bb'],
  ],
  Drama: [
    ['#cf6b45', '#f3e7cf', '#f1d9a8', '#3a2630', '#8d3b2f'],
    ['#3d5a6c', '#f0e6d0', '#e6b566', '#1e2d38', '#a9bfc0'],
    ['#d9c6a1', '#f6ecd6', '#8a3b2c', '#3b3a3a', '#c88b4a'],
    ['#5b3145', '#efe0cb', '#e39a6b', '#2d1a26', '#c9567a'],
    ['#7d8a62', '#f3ead2', '#e9c46a', '#30382a', '#c55a3a'],
  ],
  Fantasy: [
    ['#3a2f68', '#f3e3c3', '#f0c04f', '#1d1838', '#c878a0'],
    ['#24596a', '#f2e6c9', '#e8c45a', '#102c38', '#d67f5a'],
    ['#d99aa5', '#3b2a5c', '#3b2a5c', '#f4d37a', '#7a4d8f'],
  ],
  'Film-Noir': [
    ['#2a2b30', '#121215', '#e6dcc6', '#0e0e10', '#c8b98f'],
    ['#d7cdb6', '#161619', '#161619', '#6c675c', '#a02620'],
    ['#39404a', '#e7decb', '#efe6d2', '#101216', '#c9a24a'],
  ],
  Horror: [
    ['#151216', '#b3221d', '#b3221d', '#f0e6d0', '#4b1417'],
    ['#b8241c', '#161214', '#161214', '#f2e3c4', '#6d110f'],
    ['#1d2a26', '#101614', '#a9c24f', '#0b100e', '#d8402b'],
  ],
  IMAX: [
    ['#12384f', '#eee6d2', '#56b2c9', '#0a2230', '#f2b441'],
    ['#1d2340', '#eee6d2', '#e8743b', '#0f1328', '#7fa6d6'],
  ],
  Musical: [
    ['#d8436a', '#2a2145', '#f7cf5b', '#2a2145', '#f6e4cd'],
    ['#2b2a5e', '#f5e7c8', '#f2b53c', '#e2526a', '#7fb6c8'],
    ['#f2c14e', '#a3244f', '#a3244f', '#20284f', '#f7ecd4'],
  ],
  Mystery: [
    ['#274a48', '#ecdfc2', '#d9a441', '#122625', '#7fa091'],
    ['#413a5c', '#ece0c8', '#d8b25a', '#1e1a30', '#8d83ad'],
    ['#c9a253', '#22282c', '#22282c', '#7a2e2a', '#f0e1bd'],
  ],
  Romance: [
    ['#f0b7a4', '#fbeedc', '#c8324a', '#e8743b', '#7a1f3d'],
    ['#b9304a', '#f9e6d3', '#f4a58e', '#5d1430', '#f7d3a8'],
    ['#f5dcc0', '#a52a47', '#d6455a', '#f0925f', '#7b2346'],
    ['#8fb3b5', '#fbeedc', '#d8475a', '#f3c9a4', '#3f3d63'],
  ],
  'Sci-Fi': [
    ['#14233f', '#efe3c8', '#ee7b3c', '#5fa8b8', '#f2c95c'],
    ['#e2d7bc', '#1a2b4a', '#1a2b4a', '#d9532c', '#6b9aa5'],
    ['#0f4650', '#0a1d26', '#f0b544', '#e65f3c', '#74c0b5'],
    ['#d9532c', '#18203a', '#f5dfae', '#18203a', '#f0a848'],
  ],
  Thriller: [
    ['#e2552a', '#1a1a1e', '#1a1a1e', '#f4e5c5', '#8f2417'],
    ['#dfe0cf', '#18303c', '#18303c', '#c9302a', '#86999b'],
    ['#1b2c3a', '#e9dfc7', '#e4d9bb', '#d33b2b', '#47687c'],
  ],
  War: [
    ['#6c6a44', '#efe4c6', '#2b2c20', '#c9402a', '#a9a36c'],
    ['#c9b88c', '#2d3128', '#2d3128', '#b7372a', '#857a50'],
    ['#8b2a22', '#ece0c3', '#1f1b1a', '#e0b95a', '#c45a3a'],
  ],
  Western: [
    ['#e9a04a', '#f3e3bd', '#c23b22', '#6b2a1d', '#f4cf85'],
    ['#d9653a', '#f5e4c0', '#f5cf7a', '#4a1f1c', '#a63a25'],
    ['#7fb0b0', '#f3e3bd', '#e2703a', '#7a3422', '#f0c777'],
  ],
};
const PLAIN: readonly Inks[] = [
  ['#cabfa8', '#f6ecd6', '#7a4a2a', '#2b2a2c', '#d69a3d'],
  ['#56606a', '#efe6d3', '#e0b25c', '#23282d', '#a9b3b3'],
];

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const format = (rgb: Rgb) =>
  `#${rgb
    .map((v) =>
      Math.round(Math.min(255, Math.max(0, v)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** Colour part of the way from one hex colour to another. */
function mix(from: string, to: string, part: number): string {
  const [p, q] = [parse(from), parse(to)];
  return format([0, 1, 2].map((i) => p[i] + (q[i] - p[i]) * part) as unknown as Rgb);
}

function luminance(hex: string): number {
  const [r, g, b] = parse(hex).map((v) => {
    const s = v / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two hex colours, 1..21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [p, q] = [luminance(one), luminance(other)];
  return (Math.max(p, q) + 0.05) / (Math.min(p, q) + 0.05);
}

function saturate(hex: string, factor: number): string {
  const [r, g, b] = parse(hex);
  const gray = 0.299 * r + 0.587 * g + 0.114 * b;
  return format([r, g, b].map((v) => gray + (v - gray) * factor) as unknown as Rgb);
}

/** How each decade's printing ages the inks: saturation, then a tint and its share. */
function grade(hex: string, year: number): string {
  if (year === 0) return hex;
  if (year < 1930) return mix(saturate(hex, 0.3), '#7a6244', 0.16);
  if (year < 1940) return mix(saturate(hex, 0.55), '#8a6a3c', 0.12);
  if (year < 1950) return mix(saturate(hex, 0.72), '#8a6a3c', 0.08);
  if (year < 1970) return hex;
  if (year < 1980) return mix(hex, '#a8642a', 0.13);
  if (year < 1990) return saturate(hex, 1.16);
  if (year < 2000) return saturate(hex, 0.96);
  return saturate(hex, 1.05);
}

/** The panel, moved towards black or cream until one of the two inks stands 7:1 against it. */
function legible(panel: string): { panel: string; ink: string } {
  const dark = contrast(panel, NIGHT) >= contrast(panel, CREAM);
  const ink = dark ? NIGHT : CREAM;
  let moved = panel;
  for (let step = 0; step < 12 && contrast(moved, ink) < 7; step++) {
    moved = mix(moved, dark ? '#ffffff' : '#000000', 0.08);
  }
  return { panel: moved, ink };
}

/** The ink, moved away from the ground in lightness until it stands out by the given ratio. */
function apart(ink: string, ground: string, ratio: number): string {
  const towards = luminance(ink) < luminance(ground) ? '#000000' : '#ffffff';
  let moved = ink;
  for (let step = 0; step < 12 && contrast(moved, ground) < ratio; step++) moved = mix(moved, towards, 0.1);
  return moved;
}

/** The same inks for a drawing that has to be recognised: the main one far from the ground, and the second apart from both. */
export function boldPalette(palette: Palette): Palette {
  const { a, b, c, g, h, k } = palette;
  const main = [a, b, h].find((ink) => contrast(ink, g) >= 2.5) ?? k;
  const second = [b, c, a, h, k].find((ink) => contrast(ink, g) >= 1.4 && contrast(ink, main) >= 1.4);
  return { ...palette, a: main, b: second ?? mix(main, g, 0.5) };
}

/**
 * The inks for a film.
 * @param genre the one that decides; any other text gives a plain printing.
 * @param second lends its first ink to role c, if there is one.
 * @param year release year, 0 if unknown.
 * @param pick non-negative integer that chooses among the printings.
 */
export function paletteOf(genre: string, second: string | null, year: number, pick: number): Palette {
  const printings = PRINTINGS[genre] ?? PLAIN;
  const [ground, paper, a, b, ownThird] = printings[pick % printings.length];
  const lender = second ? PRINTINGS[second] : undefined;
  const lent = lender ? lender[pick % lender.length][2] : ownThird;
  // A lent ink that would vanish on this ground is refused.
  const c = contrast(lent, ground) >= 1.6 && contrast(lent, a) >= 1.25 ? lent : ownThird;
  const aged = (hex: string) => grade(hex, year);
  const { panel, ink } = legible(aged(paper));
  const g = aged(ground);
  return {
    g,
    f: mix(g, luminance(g) > 0.3 ? '#4a2a10' : '#ffe9c0', luminance(g) > 0.3 ? 0.13 : 0.11),
    p: panel,
    i: ink,
    a: apart(aged(a), g, 1.6),
    b: apart(aged(b), g, 1.25),
    c: apart(aged(c), g, 1.25),
    h: aged(CREAM),
    k: aged(NIGHT),
  };
}
