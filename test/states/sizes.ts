/** A screen's width and height in CSS pixels. */
export interface Size {
  /** "390x844". */
  name: string;
  width: number;
  height: number;
}

const size = (width: number, height: number): Size => ({ name: `${width}x${height}`, width, height });

/** A small phone, a phone, a tablet, a phone held sideways, a desktop, a wall. */
export const SIZES: readonly Size[] = [
  size(320, 568),
  size(390, 844),
  size(768, 1024),
  size(844, 390),
  size(1440, 900),
  size(1920, 1080),
];

/** A desktop of 1440x900 at a zoom of 200 %. */
export const ZOOMED = size(720, 450);

/** A window of 1280x1024 at a zoom of 400 %, for which WCAG 1.4.10 asks that nothing is lost. */
export const ZOOMED_FAR = size(320, 256);
