/** Why the browser's storage could not be used: in notices above every screen and in dialogs. Loaded at the start. */

export const full =
  "Your browser's storage is full. Your last click is kept on this page but not saved. Free some space, then press Retry.";
export const closed =
  'The connection to your saved ratings was closed. What you do is kept on this page but not saved. Press Retry.';
export const unavailable =
  'This browser does not let the page store anything. Leave private browsing or allow site data, then press Retry.';
export const newer =
  'Your ratings were saved by a newer version of Weightless, so this page leaves them alone and saves nothing. Reload the page to get that version; if that does not help, close all tabs of Weightless and open it again.';
export const lost =
  'What Weightless had saved in this browser was deleted: in another tab, or by clearing the site’s data.';
export const slow =
  'Your browser has not answered for a while. What you do is kept on this page meanwhile. Wait, or press Retry.';
export const profileGone = 'This person was removed in another tab, so nothing more is saved for them.';
export const logChanged =
  'Something was erased for good in another tab, so this page reads your ratings again.';
export const unknown =
  'Your browser could not reach its storage. What you do is kept on this page but not saved. Press Retry.';
