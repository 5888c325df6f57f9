/** My model: memory used. Loaded with the screen. */
import { number, plural } from '../../format';

export const title = 'Memory used';
/** "820 bytes", "24 kB". */
export const inBytes = (bytes: number) => {
  if (bytes < 1000) return `${bytes} ${plural(bytes, { one: 'byte', other: 'bytes' })}`;
  const kilo = bytes / 1000;
  return `${kilo < 10 ? kilo.toFixed(1) : number(Math.round(kilo))} kB`;
};
/** @param strong draws the size @param like one of the four below */
export const wholeTaste = <Part>(bytes: number, like: string, strong: (text: string) => Part) => [
  'Your whole taste is ',
  strong(inBytes(bytes)),
  `: ${like}.`,
];
export const likeNothing = 'nothing yet';
export const likePage = 'less than a page of text';
export const likePicture = 'smaller than a picture of one film poster';
export const likePictures = 'about as much as a picture of one or two film posters';

/** Names of figures. */
export const written = 'cells written';
/** After the figure of `written`. */
export const ofTotal = (cells: number) => `of ${number(cells)}`;
export const nodes = 'nodes that read and write them';
export const memory = 'the memory itself';
export const saved = 'saved on this device, with your answers';
export const withAnswers = 'with your answers';
