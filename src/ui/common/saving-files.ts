/** The part of a window that tells whether files can be saved from it. */
type Framed = Pick<Window, 'parent' | 'frameElement'>;

/**
 * Whether the browser lets a page save files: 'no' in a sandboxed frame without `allow-downloads`, where it drops them without a
 * word; 'unknown' where the page cannot see what it is in (HTML Standard, "allowed to download").
 */
export function savesFiles(view: Framed): 'yes' | 'no' | 'unknown' {
  if (view.parent === view) return 'yes';
  let frame: Element | null = null;
  try {
    frame = view.frameElement;
  } catch {
    // The page around is of another origin.
  }
  const sandbox = frame?.getAttribute('sandbox');
  if (typeof sandbox === 'string' && !sandbox.toLowerCase().split(/\s+/).includes('allow-downloads'))
    return 'no';
  return frame && view.parent.parent === view.parent ? 'yes' : 'unknown';
}

/** Hands a file to the browser's downloads. */
export function saveFile(content: BlobPart, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
