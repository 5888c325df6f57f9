import type { Random } from '../lib/random';

/**
 * A colour by its part in the picture: g ground of the art, f ground a shade away (for patterns), p the panel
 * behind the title, i ink on the panel, a b c the inks of the genre, h highlight (cream), k shadow (near black).
 */
export type Role = 'g' | 'f' | 'p' | 'i' | 'a' | 'b' | 'c' | 'h' | 'k';

/** One path of a picture; filled, or stroked where `width` is given (in the same units as `d`). */
export interface Shape {
  d: string;
  role: Role;
  width?: number;
}

/** What a drawing may depend on. The sheet is 100 units wide; y grows downwards. */
export interface Sheet {
  /** Height, 70 to 130 units. */
  h: number;
  random: Random;
  /** 0..1, long films are denser. */
  density: number;
  /** 0.85..1.1, widely known films are drawn larger. */
  scale: number;
}

/**
 * The layers of a drawing on a sheet of 100 by 100, from back to front: "a8M10 10h0;bM0 0h9v9z". Each is an ink, the width of a line
 * if it is one, and path data. Lines have round ends, so that a line of no length is a disc. What bleeds off the tile goes
 * beyond the sheet, to -50, 150 or 170.
 */
export function layersOf(drawing: string): Shape[] {
  return drawing.split(';').map((layer) => {
    const start = layer.indexOf('M');
    const shape: Shape = { role: layer[0] as Role, d: layer.slice(start) };
    return start > 1 ? { ...shape, width: Number(layer.slice(1, start)) } : shape;
  });
}

const round = (value: number) => Math.round(value * 100) / 100;

/** Path data with every number cut to two decimals. */
const tidy = (parts: string[]) =>
  parts.join('').replace(/-?\d*\.\d{3,}(e-\d+)?/g, (text) => String(round(Number(text))));

/** A filled shape of the given parts of path data, in one of the palette's inks. */
export const fill = (role: Role, ...parts: string[]): Shape => ({ role, d: tidy(parts) });
/** A line along the given parts of path data, `width` units thick, in one of the palette's inks. */
export const stroke = (role: Role, width: number, ...parts: string[]): Shape => ({
  role,
  width: round(width),
  d: tidy(parts),
});

/** Path data of a circle around (x, y), in units of which the sheet is 100 wide. */
export function circle(x: number, y: number, r: number): string {
  return ellipse(x, y, r, r);
}

/** Path data of an ellipse around (x, y) with radii rx and ry, turned clockwise by `degrees`. */
export function ellipse(x: number, y: number, rx: number, ry: number, degrees = 0): string {
  const turn = (degrees * Math.PI) / 180;
  const [dx, dy] = [rx * Math.cos(turn), rx * Math.sin(turn)];
  // Radii a little short of the chord are scaled up to it; a little long, and two half arcs would make an egg.
  const radii = `${round(rx * 0.99)} ${round(ry * 0.99)}`;
  const half = `A${radii} ${round(degrees)} 0 1`;
  const [x0, y0, x1, y1] = [round(x - dx), round(y - dy), round(x + dx), round(y + dy)];
  return `M${x0} ${y0}${half} ${x1} ${y1}${half} ${x0} ${y0}Z`;
}

/** Path data of an upright rectangle with its top left corner at (x, y). */
export function rect(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;
}

/**
 * Closed polygon through x0, y0, x1, y1, ... It is turned clockwise, as all closed outlines here are, so that
 * outlines which overlap within one path add up instead of cutting holes.
 */
export function poly(...points: number[]): string {
  let area = 0;
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    area += points[i] * points[next + 1] - points[next] * points[i + 1];
  }
  if (area >= 0) return `${open(...points)}Z`;
  const turned: number[] = [];
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i], points[i + 1]);
  return `${open(...turned)}Z`;
}

/** Open polyline through x0, y0, x1, y1, ... */
export function open(...points: number[]): string {
  let d = '';
  for (let i = 0; i < points.length; i += 2)
    d += `${i ? 'L' : 'M'}${round(points[i])} ${round(points[i + 1])}`;
  return d;
}

/** Circular sector or half disc from one angle to another (degrees, clockwise from east). */
export function sector(x: number, y: number, r: number, from: number, to: number): string {
  const at = (degrees: number) => {
    const turn = (degrees * Math.PI) / 180;
    return `${round(x + r * Math.cos(turn))} ${round(y + r * Math.sin(turn))}`;
  };
  return `M${round(x)} ${round(y)}L${at(from)}A${round(r)} ${round(r)} 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}Z`;
}

/** Open circular arc, angles as in `sector`. */
export function arc(x: number, y: number, r: number, from: number, to: number): string {
  const at = (degrees: number) => {
    const turn = (degrees * Math.PI) / 180;
    return `${round(x + r * Math.cos(turn))} ${round(y + r * Math.sin(turn))}`;
  };
  return `M${at(from)}A${round(r)} ${round(r)} 0 ${to - from > 180 ? 1 : 0} 1 ${at(to)}`;
}

/** Star polygon with n points. */
export function star(x: number, y: number, n: number, outer: number, inner: number, degrees = -90): string {
  const points: number[] = [];
  for (let i = 0; i < 2 * n; i++) {
    const turn = ((degrees + (180 * i) / n) * Math.PI) / 180;
    const r = i % 2 ? inner : outer;
    points.push(x + r * Math.cos(turn), y + r * Math.sin(turn));
  }
  return poly(...points);
}

/** Closed smooth outline around a centre: one radius an angle, joined by quadratic curves. */
export function blob(x: number, y: number, radii: readonly number[], squash = 1): string {
  const at = (i: number, factor = 1): [number, number] => {
    const turn = (2 * Math.PI * i) / radii.length;
    const r = radii[i % radii.length] * factor;
    return [x + r * Math.cos(turn), y + r * squash * Math.sin(turn)];
  };
  const middle = (i: number) => {
    const [p, q] = [at(i, 1.08), at(i + 1, 1.08)];
    return `${round((p[0] + q[0]) / 2)} ${round((p[1] + q[1]) / 2)}`;
  };
  let d = `M${middle(0)}`;
  for (let i = 1; i <= radii.length; i++) {
    const [px, py] = at(i, 1.08);
    d += `Q${round(px)} ${round(py)} ${middle(i)}`;
  }
  return `${d}Z`;
}

/** Path data of `count` things, rounded to a whole number and at least 0, drawn one after the other. */
export const times = (count: number, draw: (i: number) => string): string =>
  Array.from({ length: Math.max(0, Math.round(count)) }, (_, i) => draw(i)).join('');

/** A number from `low` up to but not at `high`, drawn from the film's own seeded generator. */
export const between = (random: Random, low: number, high: number) => low + (high - low) * random.next();
