import type { Network } from '../network/network';
import type { Retina } from '../network/retina';
import { type MentalImage, publicImage } from './mental-image';
import { bitName } from './traits';

/** Something a film can be, as a person says it: one bit, or a stretch of a thermometer. */
export interface TraitName {
  /** Several keywords may have one. */
  label: string;
  /** Whether it is what most people think of a film. */
  isOpinion: boolean;
  /** Bit that must be set; -1: none. */
  from: number;
  /** Bit that must not be set; -1: none. */
  below: number;
}

/** Stretches of the thermometers, as [least, below, words]; ends that are no threshold of the retina are left out. */
const STRETCHES = {
  year: [
    [0, 1960, 'before 1960'],
    [1960, 1970, '1960s'],
    [1970, 1980, '1970s'],
    [1980, 1990, '1980s'],
    [1990, 2001, '1990 to 2000'],
    [2001, 2010, '2001 to 2009'],
    [2010, Infinity, '2010 and later'],
  ],
  runtime: [
    [0, 92, 'under an hour and a half'],
    [120, 150, 'two hours and more'],
    [150, Infinity, 'very long'],
  ],
  // Of what most think only the good is told, and only as something liked: see `tellingTraits`.
  fame: [[3000, Infinity, 'famous films']],
  quality: [[7.5, Infinity, 'widely loved films']],
} as const;

/** The traits that the nodes of a network can tell of: named bits, then stretches of years, length, fame and rating. */
export function traitNames(retina: Retina): TraitName[] {
  const names: TraitName[] = [];
  retina.bits.forEach((bit, from) => {
    const label = bit.atLeast === undefined ? bitName(bit) : null;
    if (label === null) return;
    const told = bit.family === 'language' ? `films ${label}` : label;
    names.push({ label: told, isOpinion: false, from, below: -1 });
  });
  for (const [family, stretches] of Object.entries(STRETCHES)) {
    const isOpinion = family === 'fame' || family === 'quality';
    const bitAt = (value: number) =>
      retina.bits.findIndex((bit) => bit.family === family && bit.atLeast === value);
    for (const [least, end, label] of stretches) {
      const from = least > 0 ? bitAt(least) : -1;
      const below = end < Infinity ? bitAt(end) : -1;
      if ((least > 0 && from < 0) || (end < Infinity && below < 0)) continue;
      names.push({ label, isOpinion, from, below });
    }
  }
  return names;
}

/** A trait and how the person leans toward it. */
export interface TasteTrait extends TraitName {
  /** Above 0: liked more, or disliked less, than the public's share lets expect; below 0: the contrary. */
  lean: number;
  /** The dislikes' part of it: below 0 where more were disliked than the public's share lets expect. */
  dislikeLean: number;
  /** Share of the likes and of the dislikes in memory that have it, and of the public's likes; 0..1. */
  ofLikes: number;
  ofDislikes: number;
  ofPublic: number;
  /** Films behind it: liked and disliked ones that the cells remember. */
  liked: number;
  disliked: number;
}

/** Films' worth of doubt: a trait of one lucky film weighs little, one of ten films much. */
const DOUBT = 2;

/**
 * How the person leans to each trait, strongest likings first, by comparing their two images with the public's:
 *
 *   lean = log((L + k) / (L' + k)) - log((D + k) / (D' + k))
 *
 * L and D are the likes and dislikes with the trait (pixel times all likes or dislikes), L' and D' what they would be if
 * the person shared the public's taste, k = 2 films. A stretch's pixel is the difference of its ends' pixels.
 * Traits that no node looks at are left out, and of keywords with one name the one that leans most is told.
 */
export function leanings(network: Network, image: MentalImage): TasteTrait[] {
  const common = publicImage(network);
  const traits: TasteTrait[] = [];
  for (const name of traitNames(network.retina)) {
    const { from, below } = name;
    if ((from >= 0 && common.nodes[from] === 0) || (below >= 0 && common.nodes[below] === 0)) continue;
    const between = (values: ArrayLike<number>, all: number) =>
      Math.max(0, (from < 0 ? all : values[from]) - (below < 0 ? 0 : values[below]));
    const ofLikes = image.likes > 0 ? between(image.likePixels, 1) : 0;
    const ofDislikes = image.dislikes > 0 ? between(image.dislikePixels, 1) : 0;
    const ofPublic = between(common.likePixels, 1);
    const surprise = (share: number, expected: number, all: number) =>
      Math.log((share * all + DOUBT) / (expected * all + DOUBT));
    const dislikeLean = -surprise(ofDislikes, between(common.dislikePixels, 1), image.dislikes);
    traits.push({
      ...name,
      lean: surprise(ofLikes, ofPublic, image.likes) + dislikeLean,
      dislikeLean,
      ofLikes,
      ofDislikes,
      ofPublic,
      liked: between(image.likeFilms, image.likes),
      disliked: between(image.dislikeFilms, image.dislikes),
    });
  }
  const strongest = new Map<string, TasteTrait>();
  for (const trait of traits) {
    const other = strongest.get(trait.label);
    if (!other || Math.abs(trait.lean) > Math.abs(other.lean)) strongest.set(trait.label, trait);
  }
  return [...strongest.values()].sort((a, b) => b.lean - a.lean || (a.label < b.label ? -1 : 1));
}

/** Leanings weaker than this are not worth a word. */
const FAINT = 0.15;

/** Films that have to stand behind a trait; what fewer do is a guess. */
export const LEAST_BEHIND = 3;

/**
 * What to tell a person: likings that likes stand behind, dislikings that dislikes do; what enough films stand behind before
 * what is a guess, strongest first. Never that somebody avoids what most people love or know.
 */
export function tellingTraits(traits: readonly TasteTrait[]): {
  liked: TasteTrait[];
  disliked: TasteTrait[];
} {
  const liked = traits.filter(({ lean, liked }) => lean > FAINT && liked > 0);
  const disliked = traits
    .filter(
      ({ lean, dislikeLean, disliked, isOpinion }) =>
        lean < -FAINT && dislikeLean < 0 && disliked > 0 && !isOpinion,
    )
    .reverse();
  return {
    liked: surestFirst(liked, ({ liked }) => liked),
    disliked: surestFirst(disliked, ({ disliked }) => disliked),
  };
}

/** @param behind films behind a trait */
function surestFirst(traits: readonly TasteTrait[], behind: (trait: TasteTrait) => number): TasteTrait[] {
  const isSure = (trait: TasteTrait) => behind(trait) >= LEAST_BEHIND;
  const sure = traits.filter(isSure);
  // That somebody likes what everybody likes says least of them.
  return [
    ...sure.filter(({ isOpinion }) => !isOpinion),
    ...sure.filter(({ isOpinion }) => isOpinion),
    ...traits.filter((trait) => !isSure(trait)),
  ];
}
