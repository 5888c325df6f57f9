/** What it means that copies of the app were opened at other addresses of the site. @param paths at least one */
export function sharedWith(paths: readonly string[]): string {
  return `Weightless was also opened at ${paths.join(', ')} on this site. All its copies here show the same people and the same ratings.`;
}
