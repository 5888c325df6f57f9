import type { Catalogue } from '../../data/catalogue';
import { alikeFilms } from '../../data/films/alike-films';
import { likedTogether } from '../../data/films/liked-together';
import { sharedTraits } from '../../wnn/inspect/traits';
import type { Library } from '../platform/library';

/** Films that are near a film, and what makes each so; no film appears twice. */
export interface MoreLike {
  /** The others of its series, by year. */
  series: readonly number[];
  /** Liked by the people who like it; `both` of the `likers` like the film too. */
  together: { likers: number; films: readonly { item: number; both: number }[] };
  /** Alike in what they are, with what they share, the most telling first. */
  alike: readonly { item: number; shared: readonly string[] }[];
}

/** Traits that are named of a film that is alike. */
const NAMED = 3;
/** Films looked at for each one shown, since those of one series stand for each other. */
const SPARE = 4;

/** Keeps the first film of each series. */
function firstOfSeries<T extends { item: number }>({ collection }: Catalogue, films: readonly T[]): T[] {
  const met = new Set<number>();
  return films.filter(({ item }) => {
    const series = collection[item];
    if (series === 0) return true;
    if (met.has(series)) return false;
    met.add(series);
    return true;
  });
}

/**
 * What is near a film: by what the same people like, and by facts, which also serve a film that nobody has rated.
 * @param most films of each kind
 */
export function moreLike(library: Library, item: number, most: number): MoreLike {
  const { catalogue, ratings, network, bitFrequency } = library;
  const { collection, year } = catalogue;
  const ofSeries = (other: number) => collection[item] > 0 && collection[other] === collection[item];
  const series = Array.from(collection.keys()).filter((other) => other !== item && ofSeries(other));
  series.sort((a, b) => year[a] - year[b] || a - b);
  const { likers, films } = likedTogether(ratings, catalogue.count, item, SPARE * most);
  const others = films.filter((film) => !ofSeries(film.item));
  const together = firstOfSeries(catalogue, others).slice(0, most);
  const known = new Set(together.map((film) => film.item));
  const skip = (other: number) => ofSeries(other) || known.has(other);
  const alike = alikeFilms(catalogue, item, SPARE * most, skip);
  const told = alike.map((other) => ({
    item: other,
    shared: sharedTraits(catalogue, network.retina, bitFrequency, item, other).slice(0, NAMED),
  }));
  // One thing in common is hardly a reason; none is none.
  const wellTold = told.filter((film) => film.shared.length > 1);
  const hardlyTold = told.filter((film) => film.shared.length === 1);
  return {
    series,
    together: { likers, films: together },
    alike: firstOfSeries(catalogue, [...wellTold, ...hardlyTold]).slice(0, most),
  };
}
