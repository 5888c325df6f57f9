/**
 * What a feature of the browser answers. Where a page may store nothing, or stands in a frame that is shut off, even reading a
 * name such as `navigator.locks` may throw.
 * @returns undefined where it throws
 */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
