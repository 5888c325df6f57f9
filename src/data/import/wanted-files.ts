/** Folders of exports and zips that are passed over: what was deleted, lists that say no opinion, notes of an archiver. */
const PASSED_OVER = new Set(['deleted', 'orphaned', 'lists', '__macosx']);

/** What only Letterboxd's export has at its top. */
const LETTERBOXD = new Set(['profile.csv', 'watched.csv', 'diary.csv', 'watchlist.csv']);

const READ_OF_LETTERBOXD = new Set(['ratings.csv', 'watched.csv', 'diary.csv', 'watchlist.csv']);

function split(path: string): { folders: string[]; name: string } {
  const folders = path.toLowerCase().split(/[/\\]/);
  const name = folders.pop() ?? '';
  return { folders, name };
}

/**
 * The files of an export's zip or folder that are worth opening, in their order; of Letterboxd's only ratings, diary,
 * films watched and liked, and the watchlist.
 * @param paths within the zip or folder, with either kind of slash
 */
export function wantedFiles(paths: readonly string[]): string[] {
  const open = paths.filter((path) => {
    const { folders, name } = split(path);
    return !name.startsWith('.') && !folders.some((folder) => PASSED_OVER.has(folder));
  });
  const isLetterboxd = open.some((path) => LETTERBOXD.has(split(path).name));
  return open.filter((path) => {
    const { folders, name } = split(path);
    if (!isLetterboxd) return /\.(?:csv|tsv|txt|dat|json)$/.test(name);
    return folders.at(-1) === 'likes' ? name === 'films.csv' : READ_OF_LETTERBOXD.has(name);
  });
}
