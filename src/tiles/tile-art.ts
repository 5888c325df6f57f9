import type { FilmFacts } from '../data/film-facts';
import { hashIntegers } from '../lib/hash';
import { eraRule } from './eras';
import { type Palette, paletteOf } from './palette';
import { drawPicture, type Picture } from './picture';
import type { Shape } from './shapes';
import { type FittedTitle, fitTitle, TITLE_LEADING } from './text';

/** How large a tile is shown: the film being judged, one in a list, or one in a strip; the smaller, the less is drawn. */
export type TileSize = 'hero' | 'card' | 'strip';

/** Everything a tile shows, in units of its own viewBox. */
export interface TileArt {
  width: number;
  height: number;
  palette: Palette;
  /** The picture, in a space 100 wide and `h` high, placed at y and scaled by width / 100. */
  picture: Picture & { y: number; h: number };
  /** The rule between picture and title, in the same scale, around y. */
  rule: { y: number; shapes: Shape[] };
  /** Panel behind the lettering. */
  panel: { y: number; height: number };
  title: FittedTitle & { x: number /** Baseline of the first line. */; y: number; leading: number };
  /** Year and genres; null where there is no room. */
  line: { x: number; y: number; size: number; year: string; genres: string } | null;
}

/** Genres from the most telling to the least: the first a film has decides its motif. */
const TELLING = [
  'Film-Noir',
  'Western',
  'Horror',
  'Documentary',
  'Animation',
  'War',
  'Musical',
  'Sci-Fi',
  'Children',
  'Fantasy',
  'Mystery',
  'Crime',
  'Romance',
  'Adventure',
  'Thriller',
  'Action',
  'Comedy',
  'Drama',
  'IMAX',
];

/** A film's genres, most telling first; unknown names are left out. */
export function tellingGenres(genres: readonly string[]): string[] {
  return TELLING.filter((genre) => genres.includes(genre));
}

interface Layout {
  width: number;
  height: number;
  margin: number;
  maxSize: number;
  minSize: number;
  maxLines: number;
  /** Most of the height that the lettering may take, 0..1. */
  share: number;
  /** Size of the year and genre line; 0 for none. */
  line: number;
}

const LAYOUTS: Record<TileSize, Layout> = {
  hero: {
    width: 320,
    height: 480,
    margin: 20,
    maxSize: 60,
    minSize: 24,
    maxLines: 4,
    share: 0.34,
    line: 14.5,
  },
  card: {
    width: 160,
    height: 240,
    margin: 11,
    maxSize: 31,
    minSize: 14,
    maxLines: 4,
    share: 0.36,
    line: 10.5,
  },
  strip: { width: 80, height: 120, margin: 5, maxSize: 17, minSize: 10.5, maxLines: 3, share: 0.34, line: 0 },
};

/**
 * Draws a film from its facts alone. Pure: the same facts and size always give the same tile.
 * Genre decides the palette, what the film is about its picture (see `drawPicture`), the decade printing and rule, and running time,
 * fame and esteem how dense, large and bright it is.
 */
export function tileArt(film: FilmFacts, size: TileSize): TileArt {
  const layout = LAYOUTS[size];
  const { width, height, margin } = layout;
  const genres = tellingGenres(film.genres);
  const [genre = '', second = null] = genres;
  const seed = hashIntegers(film.item, 0x7e1e);
  const pick = (salt: number, bound: number) => hashIntegers(seed, salt) % bound;

  const title = fitTitle(film.title, {
    width: width - 2 * margin,
    height: height * layout.share - margin,
    maxLines: layout.maxLines,
    maxSize: layout.maxSize,
    minSize: layout.minSize,
  });
  const leading = title.size * TITLE_LEADING;
  // From the panel's top: first baseline, last baseline, baseline of the year, bottom.
  const first = margin * 0.95 + title.size * 0.76;
  const last = first + (title.lines.length - 1) * leading;
  const under = last + title.size * 0.2 + layout.line * 1.3;
  const panelHeight = Math.round((layout.line ? under : last + title.size * 0.16) + margin * 0.95);
  const above = pick(1, 10) < 3;
  const pictureHeight = height - panelHeight;
  const panelY = above ? 0 : pictureHeight;
  const pictureY = above ? panelHeight : 0;

  const h = (pictureHeight / width) * 100;
  const palette = paletteOf(genre, second, film.year, pick(3, 12));
  // The rule overlaps the panel a little, or a seam of the ground shows between the two.
  const overlap = width / 200;
  return {
    width,
    height,
    palette,
    picture: { y: pictureY, h, ...drawPicture(film, genres, palette, h, seed) },
    rule: {
      y: above ? panelHeight - overlap : pictureHeight + overlap,
      shapes: eraRule(film.year, pick(4, 2))(above ? 1 : -1),
    },
    panel: { y: panelY, height: panelHeight },
    title: { ...title, x: margin, y: panelY + first, leading },
    line: layout.line
      ? {
          x: margin,
          y: panelY + under,
          size: layout.line,
          year: film.year ? String(film.year) : '',
          genres: genres.slice(0, size === 'hero' ? 3 : 1).join(', '),
        }
      : null,
  };
}

/** What a screen reader says for a tile: "Alien, 1979, Horror and Sci-Fi". */
export function describeFilm(film: FilmFacts): string {
  const genres = tellingGenres(film.genres);
  const last = genres.length > 1 ? ` and ${genres[genres.length - 1]}` : '';
  const list = genres.slice(0, Math.max(1, genres.length - 1)).join(', ') + last;
  return [film.title, film.year || '', list].filter(Boolean).join(', ');
}
