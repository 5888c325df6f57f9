/**
 * Rounds parts to hundredths so that what is shown adds up to what is shown: round(start) + parts = round(total).
 * Each part is off by less than a hundredth and never changes its sign.
 * @param start what the parts are added to
 */
export function roundedParts(start: number, parts: readonly number[]): number[] {
  let exact = start;
  let shown = Math.round(100 * start);
  return parts.map((part) => {
    exact += part;
    const before = shown;
    shown = Math.round(100 * exact);
    return (shown - before) / 100;
  });
}
