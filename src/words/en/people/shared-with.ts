/** That copies of the app were opened at other addresses of the site: in a notice above every screen, and on the screen About. */

/** @param paths at least one */
export const sharedWith = (paths: readonly string[]) =>
  `Weightless was also opened at ${paths.join(', ')} on this site. All its copies here show the same people and the same ratings.`;
