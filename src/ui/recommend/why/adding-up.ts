/**
 * Rounds parts to hundredths so that what is shown adds up to what is shown: round(start) + parts = round(total). Each is
 * rounded to the nearest, then those that lost or won most by it take what is missing, so that of two parts the larger is never
 * shown as the smaller. Each part is off by less than a hundredth and never changes its sign.
 * @param start what the parts are added to
 * @param total what they come to, where it is known by another way than by adding them up
 */
export function roundedParts(
  start: number,
  parts: readonly number[],
  total: number = parts.reduce((sum, part) => sum + part, start),
): number[] {
  const shown = parts.map((part) => Math.round(100 * part));
  const lost = (n: number) => 100 * parts[n] - shown[n];
  let missing = Math.round(100 * total) - shown.reduce((sum, part) => sum + part, Math.round(100 * start));
  const way = Math.sign(missing);
  const order = [...shown.keys()].sort((a, b) => way * (lost(b) - lost(a)));
  for (const n of order) {
    if (missing === 0) break;
    shown[n] += way;
    missing -= way;
  }
  return shown.map((part) => part / 100);
}
