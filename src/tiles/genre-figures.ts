import { action } from './figures/action';
import { adventure } from './figures/adventure';
import { animation } from './figures/animation';
import { children } from './figures/children';
import { comedy } from './figures/comedy';
import { crime } from './figures/crime';
import { documentary } from './figures/documentary';
import { drama } from './figures/drama';
import { fantasy } from './figures/fantasy';
import { noir } from './figures/film-noir';
import { horror } from './figures/horror';
import { imax } from './figures/imax';
import { musical, pianoKeys } from './figures/musical';
import { mystery, questionMark } from './figures/mystery';
import { plain } from './figures/plain';
import { romance } from './figures/romance';
import { scienceFiction } from './figures/science-fiction';
import { thriller } from './figures/thriller';
import { war } from './figures/war';
import { western } from './figures/western';
import type { Figure } from './shapes';

/** The figures of each genre; the film's own number picks one. */
export const FIGURES: ReadonlyMap<string, readonly Figure[]> = new Map([
  ['Action', action],
  ['Adventure', adventure],
  ['Animation', animation],
  ['Children', children],
  ['Comedy', comedy],
  ['Crime', crime],
  ['Documentary', documentary],
  ['Drama', drama],
  ['Fantasy', fantasy],
  ['Film-Noir', noir],
  ['Horror', horror],
  ['IMAX', imax],
  ['Musical', musical],
  ['Mystery', mystery],
  ['Romance', romance],
  ['Sci-Fi', scienceFiction],
  ['Thriller', thriller],
  ['War', war],
  ['Western', western],
]);

/** For films without a genre. */
export const PLAIN_FIGURES = plain;

/** Figures that would read wrong in a mirror. */
export const ONE_WAY_ROUND: ReadonlySet<Figure> = new Set([questionMark, pianoKeys]);
