/** Tables that are wider than their place. */

export const more = 'More to the right: scroll sideways →';
