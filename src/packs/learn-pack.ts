import type { Catalogue } from '../data/catalogue';
import { effectsOf } from '../data/item-effects';
import type { PublicCounts } from '../data/public-counts';
import type { Ratings } from '../data/ratings';
import { selectCounts, selectFilms, selectRatings } from '../data/select/select-films';
import { learnRanking, rankingDefaults } from '../wnn/fit/learn-ranking';
import { learnRating, ratingDefaults } from '../wnn/fit/learn-rating';
import { encodeNetwork } from '../wnn/network/assembly';
import { PACK_NETWORKS, type Pack, type PackManifest, type PackNetwork } from './pack-format';

/** What a pack is made from, all of it read. */
export interface PackSource {
  /** What the data call themselves. */
  name: string;
  licence: string;
  isPrivate: boolean;
  catalogue: Catalogue;
  /** What all people gave each film, and how many they are. */
  counts: PublicCounts;
  people: number;
  /** The ratings of the people drawn; of all of them where they are few. */
  sample: Ratings;
}

/** How a pack is made. */
export interface PackOptions {
  /** Decides everything random: the same source and seed give the same bytes. */
  seed: number;
  /** Films with fewer likes are left out. */
  leastLikes: number;
  networks: readonly PackNetwork[];
  /** Whether the ratings of the people drawn go into the pack. */
  withRatings: boolean;
}

/** What is being done, for a person, and how much of everything is done before it, 0..1. */
export type TellStage = (doing: string, share: number) => void;

/** From so many films on, those without a few likes are left out unless told otherwise: most of them say nothing. */
const MANY_FILMS = 20_000;

/** The threshold of likes that is taken where none is given. */
export function usualLeastLikes(films: number): number {
  return films > MANY_FILMS ? 3 : 0;
}

/** Leaves out films with too few likes to say anything. @throws RangeError where none is left. */
export function withoutObscure(source: PackSource, leastLikes: number): PackSource {
  const { catalogue, counts, sample } = source;
  const items = Uint32Array.from(catalogue.movieId.keys()).filter((item) => counts.likes[item] >= leastLikes);
  if (items.length === 0) throw new RangeError(`No film has ${leastLikes} likes or more.`);
  if (items.length === catalogue.count) return source;
  return {
    ...source,
    catalogue: selectFilms(catalogue, items),
    counts: selectCounts(counts, items),
    sample: selectRatings(sample, items, catalogue.count),
  };
}

const NO_RATINGS: Ratings = {
  userCount: 0,
  count: 0,
  userId: new Uint32Array(0),
  offsets: new Uint32Array(1),
  item: new Uint32Array(0),
  halfStars: new Uint8Array(0),
  timestamp: new Uint32Array(0),
};

/** Where in the work each network's parts begin, as shares of it: lists, then ratings. */
const SHARES: Record<PackNetwork, { ranking: number; rating: number }> = {
  hybrid: { ranking: 0.35, rating: 0.43 },
  wnn: { ranking: 0.06, rating: 0.16 },
};

/**
 * Learns a pack's networks and puts it together; minutes of work that nothing interrupts.
 * @param source as `withoutObscure` leaves it
 * @param whole films and ratings of the data before films were left out
 */
export function learnPack(
  source: PackSource,
  { seed, leastLikes, networks, withRatings }: PackOptions,
  whole: PackManifest['source'],
  accuracy: PackManifest['accuracy'],
  tell: TellStage,
): Pack {
  const { name, licence, isPrivate, catalogue, counts, sample } = source;
  const data = { catalogue, ratings: sample, effects: effectsOf(catalogue, counts), seed };
  const wanted = PACK_NETWORKS.filter((network) => networks.includes(network));
  const all = wanted.reduce((sum, network) => sum + SHARES[network].ranking + SHARES[network].rating, 0);
  const learned: Pack['networks'] = {};
  let done = 0;
  for (const network of wanted) {
    const hybrid = network === 'hybrid';
    const own = SHARES[network];
    const tellOf = (doing: string, work: number) => {
      const before = done;
      tell(doing, before / all);
      return (share: number) => tell(doing, (before + work * share) / all);
    };
    const ranking = learnRanking(
      data,
      rankingDefaults(hybrid),
      tellOf('Learning what goes together', own.ranking),
    );
    done += own.ranking;
    // The anchor nodes of the list vote on ratings too, and are kept once.
    const tellRating = tellOf('Learning what people think of films', own.rating);
    const rating = learnRating(data, ratingDefaults('clicks', hybrid), ranking, tellRating);
    done += own.rating;
    learned[network] = encodeNetwork({ rating, ranking });
  }
  return {
    manifest: {
      name,
      source: whole,
      films: catalogue.count,
      leastLikes,
      learned: { people: sample.userCount, ratings: sample.count },
      withRatings,
      isPrivate,
      licence,
      seed,
      accuracy,
    },
    dataset: { catalogue, ratings: withRatings ? sample : NO_RATINGS },
    counts,
    networks: learned,
  };
}

/** What a data set that is at hand as a whole is counted as. */
export function wholeOf({ catalogue, counts, people }: PackSource): PackManifest['source'] {
  return { films: catalogue.count, people, ratings: counts.ratings.reduce((sum, n) => sum + n, 0) };
}
