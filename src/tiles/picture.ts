import type { FilmFacts } from '../data/film-facts';
import { hashIntegers } from '../lib/hash';
import { createRandom } from '../lib/random';
import { emblemOf } from './emblem-of';
import { eraGround } from './eras';
import { FIELDS } from './fields';
import { FIGURES, figureNamed, ONE_WAY_ROUND, PLAIN_FIGURES } from './genre-figures';
import { boldPalette, type Palette } from './palette';
import { layersOf, type Shape } from './shapes';

/** What a tile shows of a film above or below its title. */
export interface Picture {
  /** The pattern on the ground: shapes in a space 100 wide and as high as was asked for; maybe none. */
  shapes: Shape[];
  /** The subject before it: shapes 100 by 100 around their middle (50, 50), which goes to (x, y), drawn `scale` times as large. */
  drawing: { shapes: Shape[]; x: number; y: number; scale: number; palette: Palette };
  /** Whether all is drawn the other way round. */
  mirrored: boolean;
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/**
 * A film's picture: its emblem on a ground in the manner of its decade, or, where its facts name none, a figure of its first genre
 * on the pattern of its second.
 * @param genres most telling first
 * @param h height, where the width is 100
 * @param seed of all that is left to chance
 */
export function drawPicture(
  film: FilmFacts,
  [genre = '', second = genre]: readonly string[],
  palette: Palette,
  h: number,
  seed: number,
): Picture {
  const pick = (salt: number, bound: number) => hashIntegers(seed, salt) % bound;
  const sheet = {
    h,
    random: createRandom(seed),
    density: film.runtime ? clamp((film.runtime - 75) / 90) : 0.4,
    scale: 0.88 + 0.2 * clamp(Math.log10(film.voteCount + 1) / 4),
  };
  const figures = FIGURES.get(genre) ?? PLAIN_FIGURES;
  const emblem = emblemOf(film)?.[1];
  const figure = emblem === undefined ? figures[pick(2, figures.length)] : figureNamed(emblem);
  const motif = figure ?? emblem ?? '';
  // The unloved go without their pattern: a plainer sheet.
  const plain = film.voteAverage !== null && film.voteAverage < 5;
  const field = plain ? undefined : FIELDS.get(emblem === undefined ? second : eraGround(film.year));
  return {
    shapes: field?.(sheet) ?? [],
    drawing: {
      shapes: layersOf(motif),
      x: 46 + 2 * pick(6, 5),
      y: h / 2,
      scale: Math.min(1, h / 100) * sheet.scale * (0.86 + 0.02 * pick(7, 4)),
      palette: figure === undefined ? boldPalette(palette) : palette,
    },
    mirrored: pick(5, 2) === 1 && !ONE_WAY_ROUND.has(motif),
  };
}
