/** The screen About: what this is, and whose data it stands on, under which conditions. */
import { number } from '../../format';

export const title = 'About Weightless';
export const what =
  'Weightless suggests films. It runs wholly in this browser: what you like is written into a small memory on this device, at once, and can be taken out again exactly. Nothing you do here is sent anywhere.';
/** After `what`, where the browser keeps nothing. */
export const notKept = 'Here the memory lasts as long as this page: nothing is kept when you close it.';
export const how =
  'The memory is a weightless neural network: lookup tables that are written with each click, not weights that are trained. Every suggestion is a sum of your own clicks, which is why it can be explained and undone click by click.';

export const films = 'The films';
/** The conditions of the data ask for this acknowledgement. */
export const bundled = (films: number, ratings: number, people: number) =>
  `${number(films)} films and ${number(ratings)} ratings by ${number(people)} people come from MovieLens latest-small (October 2016), by GroupLens at the University of Minnesota. The ratings may be used for purposes that are not commercial, with this acknowledgement; GroupLens does not endorse this project.`;
/** A citation: it stays as it is in every language. */
export const citation = <Part>(link: (text: string) => Part) => [
  'F. Maxwell Harper and Joseph A. Konstan. 2015. The MovieLens Datasets: History and Context. ACM Transactions on Interactive Intelligent Systems 5, 4, Article 19. ',
  link('doi.org/10.1145/2827872'),
];
/** What follows the colon is asked for by TMDB in these words. */
export const tmdb =
  'Genres, running times, languages, keywords and votes of the films: This product uses the TMDB API but is not endorsed or certified by TMDB.';
export const paper =
  'After “Weightless Neural Networks for Continuously Trainable Personalized Recommendation Systems” by Latif, Behera and Al-Ebrahim (arXiv 2511.05499). The program is free software under the MIT licence.';
export const version = (version: string) => `Version ${version}`;

/** Where a person brought the films. */
export const brought = (name: string, films: number, ratings: number, people: number) =>
  `You use a catalogue that you brought, “${name}”: ${number(films)} films, learned from ${number(ratings)} ratings by ${number(people)} people. MovieLens data are by GroupLens at the University of Minnesota, which does not endorse this project. Their terms are under Your data.`;
/** After `brought`. */
export const notToPassOn = 'They do not allow to pass these films on.';
export const staysBundled =
  'The talk, and what is compared where a catalogue has no ratings, stay with the films that come with Weightless: MovieLens latest-small (October 2016), for purposes that are not commercial.';
