import type { FittedRecommender, History, Recommender, Training } from '../../baselines/recommender';
import { answerOf } from '../../data/opinion';
import { learnRanking, quickRanking, rankingDefaults } from '../../wnn/fit/learn-ranking';
import { learnRating, quickRating, ratingDefaults } from '../../wnn/fit/learn-rating';
import { type FittedParts, networkOf } from '../../wnn/network/assembly';
import { decodeRanking, encodeRanking } from '../../wnn/network/lists/ranking-format';
import type { RankingPart } from '../../wnn/network/lists/ranking-part';
import type { Network } from '../../wnn/network/network';
import { decodeRating, encodeRating } from '../../wnn/network/rating-format';
import { ratingNeighbours } from '../../wnn/network/rating-neighbours';
import type { RatingPart } from '../../wnn/network/rating-part';
import { starDeviation } from '../../wnn/network/star-deviation';
import { PersonalModel } from '../../wnn/personal/personal-model';
import { expectedStars, matchOf } from '../../wnn/personal/rating-readout';
import type { SteerableModel } from '../trials/steerable';
import type { Fit } from '../types';
import { speaksMostFor, withoutTraitOf } from './personal-steering';
import { createWindowReadout, levelStep } from './wnn-window';

/** Which network is learned, for what, from how much. */
export interface LearnedOptions {
  name: 'wnn' | 'hybrid';
  /** Which readout to learn: the one for expected ratings, or the one for lists. */
  serves: 'ratings' | 'lists';
  fit: Fit;
}

/** The personal weightless model over nodes and strengths that are learned from the training users. */
export function createLearned(options: LearnedOptions): Recommender {
  const { name, serves } = options;
  const learnedFrom = (training: Training, parts: FittedParts) => new Learned(training, parts);
  return {
    name,
    fit(training) {
      if (serves === 'ratings')
        return learnedFrom(training, { rating: fitRatings(training, options), ranking: null });
      return learnedFrom(training, { rating: null, ranking: fitLists(training, options) });
    },
    pack(fitted) {
      const parts = fitted instanceof Learned ? fitted.parts : null;
      if (parts?.rating) return encodeRating(parts.rating, true);
      if (parts?.ranking) return encodeRanking(parts.ranking);
      throw new TypeError(`Not fitted by ${name}.`);
    },
    unpack(bytes, training) {
      const { catalogue, effects, ratings } = training;
      if (serves === 'ratings')
        return learnedFrom(training, { rating: decodeRating(catalogue, effects, bytes), ranking: null });
      const ranking = decodeRanking(catalogue, effects, bytes, ratings);
      return learnedFrom(training, { rating: null, ranking });
    },
  };
}

function fitRatings(training: Training, { name, fit }: LearnedOptions): RatingPart {
  const options = ratingDefaults(training.feedback, name === 'hybrid');
  return learnRating(training, fit === 'quick' ? quickRating(options) : options);
}

function fitLists(training: Training, { name, fit }: LearnedOptions): RankingPart {
  const options = rankingDefaults(name === 'hybrid');
  return learnRanking(training, fit === 'quick' ? quickRanking(options) : options);
}

/**
 * The very model of the app. Taught by clicks, it learns the answers as the app does, and says the app's two figures: the stars
 * it expects, and the match. Taught by stars, the deviations that it writes are those of the stars themselves.
 */
class Learned implements FittedRecommender {
  readonly parts: FittedParts;
  private readonly training: Training;
  private readonly network: Network;
  private readonly step: number;
  /** Models that have forgotten everything, byte for byte as new: fresh memory costs nearly as much as to learn 40 answers. */
  private readonly blank: PersonalModel[] = [];

  constructor(training: Training, parts: FittedParts) {
    this.parts = parts;
    this.training = training;
    const { catalogue, effects, ratings } = training;
    this.network = networkOf(catalogue, effects, parts, ratingNeighbours(ratings, effects));
    this.step = levelStep(training.ratings);
  }

  personalize(history: History): SteerableModel {
    const { catalogue, effects, feedback } = this.training;
    const personal = this.blank.pop() ?? new PersonalModel(this.network);
    let isHeld = true;
    const window = createWindowReadout(this.step);
    const learn = (item: number, halfStars: number, timestamp: number) => {
      if (feedback === 'stars') {
        const deviation = starDeviation(effects, null, item, halfStars);
        personal.teach(item, { answer: answerOf(halfStars), deviation }, timestamp);
      } else {
        // Where only likes are told from other films, what is not liked was watched.
        const answer = answerOf(halfStars);
        const told = feedback === 'likes' && answer !== 'like' ? 'so-so' : answer;
        personal.answer(item, told, timestamp);
      }
      window.count(halfStars);
    };
    for (let r = 0; r < history.item.length; r++) {
      learn(history.item[r], history.halfStars[r], history.timestamp[r]);
    }
    const stars = (items: Uint32Array) => Float64Array.from(items, (item) => expectedStars(personal, item));
    const match = (items: Uint32Array) => Float64Array.from(items, (item) => matchOf(personal, item));
    return {
      predict: feedback === 'likes' ? match : stars,
      predictFor(metric, items) {
        if (feedback === 'likes') return match(items);
        return metric === 'within1Star' ? window.read(stars(items)) : stars(items);
      },
      ...(feedback === 'clicks' && { match }),
      rank: () => personal.rankingScores(),
      learn,
      unlearn(item, halfStars) {
        personal.forget(item);
        window.count(halfStars, -1);
      },
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        for (const item of [...personal.answers.keys()]) personal.forget(item);
        this.blank.push(personal);
      },
      stateBytes: () => personal.stateBytes(),
      withoutTraitOf: (item, listed) => withoutTraitOf(catalogue, item, listed),
      speaksMostFor: (item) => speaksMostFor(personal, item),
    };
  }
}
