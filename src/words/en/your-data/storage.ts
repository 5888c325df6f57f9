/** How safely the browser keeps what is stored: under Your data, and in the popover of the frame. */
import { fixed } from '../../format';

export const promised = 'This browser has promised not to clear it by itself.';
export const notPromised =
  'This browser may clear it if the device runs out of space, or if you do not come back for long.';
export const usage = (bytes: number) => {
  const digits = bytes < 1e7 ? 1 : 0;
  return `In use: ${fixed(bytes / 1e6, digits)}\u00a0MB.`;
};
export const askToKeep = 'Ask the browser to keep it';
export const notAgreed = 'The browser did not agree. Visiting often helps; so does installing the page.';
