/** In the header where nothing outlives the page: why, and a way to try again. Loaded where it is so. */

export const notKept = 'Not kept';
export const refused =
  'Not kept: this browser does not let the page store anything. Your ratings last until you close it. Leave private browsing or allow site data, then press Retry: what you did here is saved then.';
export const forgone =
  'Not kept: this page goes on without what is saved in this browser, which stays as it is. What you do here lasts until you close the page, unless Retry works.';
export const retry = 'Retry';
/** @param failure a whole sentence */
export const stillNot = (failure: string) => `Still not possible. ${failure}`;
