import { joined } from '../../lib/bytes';
import type { Catalogue } from '../catalogue';
import { fittedBy, type ItemEffects, priorFeatures, withinMargin } from '../item-effects';

/**
 * The same effects with those of films that nobody has rated behind them: what their facts suggest.
 * @param films only those films
 */
export function effectsWith(effects: ItemEffects, films: Catalogue): ItemEffects {
  const { globalLikeRate, prior } = effects;
  const { features } = priorFeatures(films);
  const rates = fittedBy(prior.likes, features).map((beyond) => withinMargin(globalLikeRate + beyond));
  const none = new Uint32Array(films.count);
  return {
    ...effects,
    bias: joined(effects.bias, fittedBy(prior.stars, features)),
    likeRate: joined(effects.likeRate, rates),
    likes: joined(effects.likes, none),
    ratings: joined(effects.ratings, none),
  };
}
