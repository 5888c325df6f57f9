/** Why nothing was erased for good: in the dialogs that erase. Loaded with them. */

export const full =
  'Nothing was erased, because your browser’s storage is full. Free some space, then try again.';
export const lost =
  'What was saved in this browser is gone already. What is still on this page goes when you close it, unless you write it again.';
export const profileGone = 'Nothing was erased: the entry of this person is not in this browser any more.';
export const newer =
  'Nothing was erased: a newer version of Weightless saved your ratings. Reload the page to get it.';
export const unknown = 'Nothing was erased, because your browser could not reach its storage. Try again.';
