import { foldSeries } from '../../data/series';
import { RANKING_UNITS } from '../network/lists/ranking-part';
import { STEERING_WINDOW, WATCHED_WINDOW } from '../network/lists/ranking-settings';
import type { PersonalModel } from '../personal/personal-model';

/** The films that count as watched of late. */
export interface SeenOfLate {
  /** Catalogue indices, the newest first. */
  films: number[];
  /** How many there can be. */
  places: number;
  /** The film that leaves when the next one comes; null while there is room. */
  leaves: number | null;
}

/** Reads the exact window of films liked or so-so that cells count as watched. */
export function seenOfLate({ terms }: PersonalModel): SeenOfLate {
  const inWindow = terms.watchedItems();
  const films = terms.all.flatMap(({ item }) => (inWindow.has(item) ? [item] : [])).reverse();
  const full = films.length === WATCHED_WINDOW;
  return { films, places: WATCHED_WINDOW, leaves: full ? (films.at(-1) ?? null) : null };
}

/** A series of which films are liked. */
export interface LikedSeries {
  /** Index into the catalogue's collections. */
  series: number;
  /** Films of it that are liked, and all its films. */
  liked: number;
  films: number;
  /** Films of it that nothing was said of that teaches: those to which the series adds. */
  left: number;
  /** What it adds to the score of each of them. */
  adds: number;
  /** Whether it adds more than others do, since the last like was of this series. */
  most: boolean;
}

/** Series of which films are liked: the one that adds most, then by number of likes, then by catalogue. */
export function likedSeries({ network, terms, answers }: PersonalModel): LikedSeries[] {
  const { collection, settings } = network.terms;
  const films = Array.from(collection.keys()).filter((film) => collection[film] > 0);
  const latest = terms.all.findLast(({ answer }) => answer === 'like');
  const found = foldSeries({ collection }, films).map(({ item, folded }) => {
    const all = [item, ...folded];
    return {
      series: collection[item],
      liked: all.filter((film) => answers.get(film)?.answer === 'like').length,
      films: all.length,
      left: all.filter((film) => !answers.has(film)).length,
      adds: terms.seriesOf(item) / RANKING_UNITS,
      most: settings.seriesLast > 0 && latest !== undefined && collection[latest.item] === collection[item],
    };
  });
  return found
    .filter(({ liked }) => liked > 0)
    .sort((a, b) => Number(b.most) - Number(a.most) || b.liked - a.liked || a.series - b.series);
}

/** A film disliked of late, which takes from films much like it. */
export interface DislikedOfLate {
  film: number;
  /** How many answers, 1 or more, have to be given until it takes nothing any more. */
  answersLeft: number;
  /** Of the films not answered the one that it takes most from, and how much of its score; null where none is like it. */
  takesMost: { film: number; amount: number } | null;
}

/** Dislikes among the latest answers, the newest first; null where the network lets dislikes take nothing. */
export function dislikedOfLate(model: PersonalModel): DislikedOfLate[] | null {
  const { neighbours, settings } = model.network.terms;
  if (!neighbours || settings.steering <= 0) return null;
  const { all } = model.terms;
  return all
    .map(({ item, answer }, place) => ({
      film: item,
      answer,
      answersLeft: STEERING_WINDOW - (all.length - 1 - place),
    }))
    .filter(({ answer, answersLeft }) => answer === 'dislike' && answersLeft > 0)
    .map(({ film, answersLeft }) => ({
      film,
      answersLeft,
      takesMost: takesMostFrom(model, film, neighbours(film)),
    }))
    .reverse();
}

/** @param cosines of likes with the film disliked: what is taken grows with them; length itemCount. */
function takesMostFrom(
  { terms, answers }: PersonalModel,
  disliked: number,
  cosines: Float64Array,
): DislikedOfLate['takesMost'] {
  let most = -1;
  for (let film = 0; film < cosines.length; film++) {
    if (!answers.has(film) && (most < 0 || cosines[film] > cosines[most])) most = film;
  }
  if (most < 0) return null;
  const part = terms.partsOf(most).find(({ term, item }) => term === 'steering' && item === disliked);
  return part ? { film: most, amount: -part.units / RANKING_UNITS } : null;
}
