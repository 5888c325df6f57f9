/** Writing ratings again that are gone from the browser. Loaded when it is done. */

export const overdue =
  'The browser has not opened its storage yet. Another tab of Weightless may be in the way: close it, then try again. Leave this page open: your ratings are on it.';
