/** What a site that keeps people's own ratings writes at the head of its files: words that stand there together. */
const MARKS: readonly [site: string, words: readonly string[]][] = [
  ['Letterboxd', ['letterboxd uri']],
  ['IMDb', ['const', 'your rating']],
  ['IMDb', ['const', 'you rated']],
  ['IMDb', ['const', 'title type']],
  ['TMDB', ['tmdb id', 'imdb id', 'type']],
  ['MovieLens (the site)', ['movie_id', 'average_rating', 'title']],
  ['Trakt', ['"ids"', '"trakt"']],
];

/**
 * The site whose export of one person's own ratings a file is; null for any other file.
 * @param head how the file begins: its header at least.
 */
export function siteOfExport(head: string): string | null {
  const words = head.slice(0, 2000).toLowerCase();
  return MARKS.find(([, marks]) => marks.every((mark) => words.includes(mark)))?.[0] ?? null;
}
