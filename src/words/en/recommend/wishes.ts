/** The choice what For you shows of the films that one wants to see; in the panel that tunes it, and above those films. */

export const show = 'In For you, show';
export const all = 'all films';
export const only = 'only films I want to see';
export const without = 'all but films I want to see';
