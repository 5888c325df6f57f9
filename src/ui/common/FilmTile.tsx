import { memo } from 'react';
import type { FilmFacts } from '../../data/film-facts';
import type { Palette } from '../../tiles/palette';
import type { Shape } from '../../tiles/shapes';
import { describeFilm, type TileArt, type TileSize, tileArt } from '../../tiles/tile-art';
import styles from './FilmTile.module.css';

/** Which film is drawn, how large, and whether it needs a name of its own. */
export interface FilmTileProps {
  film: FilmFacts;
  /** hero: the film being judged; card: in a list, from about 130 px wide; strip: 64 to 96 px wide. */
  size: TileSize;
  /** Set where title and year stand beside the tile as text, so that they are not read twice. */
  decorative?: boolean;
}

/** Arts that are kept: those of a list and of the films that come and go at its end. */
const KEPT = 64;
const kept = new Map<string, TileArt>();

/** The art of a film, as it was drawn last: it leaves the screen in the same art, and comes back to a list in it. */
function artOf(film: FilmFacts, size: TileSize): TileArt {
  const key = `${size} ${film.item} ${film.year} ${film.title} ${film.series} ${film.keywords}`;
  const art = kept.get(key) ?? tileArt(film, size);
  kept.delete(key);
  kept.set(key, art);
  // A map keeps the order of writing: the first key is the art that was asked for longest ago.
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return art;
}

function paths(shapes: readonly Shape[], palette: Palette) {
  return shapes.map(({ d, role, width }) =>
    width === undefined ? (
      <path key={role + d} d={d} fill={palette[role]} />
    ) : (
      <path key={`${role}-${width}-${d}`} d={d} fill="none" stroke={palette[role]} strokeWidth={width} />
    ),
  );
}

function DrawnTile({ film, size, decorative = false }: FilmTileProps) {
  const { width, height, palette, picture, rule, panel, title, line } = artOf(film, size);
  const scale = width / 100;
  const pictureSpace = picture.mirrored
    ? `translate(${width} ${picture.y}) scale(${-scale} ${scale})`
    : `translate(0 ${picture.y}) scale(${scale})`;
  const { shapes, ...place } = picture.drawing;
  const drawingSpace = `translate(${place.x} ${place.y}) scale(${place.scale}) translate(-50 -50)`;
  const viewBox = `0 0 ${width} ${height}`;
  const lines = title.lines.map((text, index) => ({ text, y: title.y + index * title.leading }));
  const drawing = (
    <>
      <rect width={width} height={height} fill={palette.g} />
      <g transform={pictureSpace}>
        {paths(picture.shapes, palette)}
        <g transform={drawingSpace} strokeLinecap="round" strokeLinejoin="round">
          {paths(shapes, place.palette)}
        </g>
      </g>
      <rect y={panel.y} width={width} height={panel.height} fill={palette.p} />
      <g transform={`translate(0 ${rule.y}) scale(${scale})`}>{paths(rule.shapes, palette)}</g>
      <text fill={palette.i} fontSize={title.size}>
        {lines.map(({ text, y }) => (
          <tspan key={y} x={title.x} y={y}>
            {text}
          </tspan>
        ))}
      </text>
      {line && (
        <text className={styles.line} fill={palette.i} fontSize={line.size} x={line.x} y={line.y}>
          {[line.year, line.genres].filter(Boolean).join('  ·  ')}
        </text>
      )}
    </>
  );
  if (decorative) {
    return (
      <svg viewBox={viewBox} className={styles.tile} focusable="false" aria-hidden="true">
        {drawing}
      </svg>
    );
  }
  return (
    <svg
      viewBox={viewBox}
      className={styles.tile}
      focusable="false"
      role="img"
      aria-label={describeFilm(film)}
    >
      {drawing}
    </svg>
  );
}

/** A film as a small poster drawn from its facts: no photographs, no network. */
export const FilmTile = memo(
  DrawnTile,
  (before, after) =>
    before.film.item === after.film.item &&
    before.film.title === after.film.title &&
    before.size === after.size &&
    before.decorative === after.decorative,
);
