import type { Feedback } from '../../baselines/recommender';
import { THIRDS } from '../groups/groups';
import { mean } from '../significance';
import type { UserResult } from '../types';
import type { ForgottenLine } from './trial-lines';
import { FORGOTTEN_PERCENT, forgottenKey } from './unlearning';

/** What one seed of a model gave. */
interface SeedPart {
  users: UserResult[];
  millis: Record<string, number>;
}

/** A line for every share that was forgotten, means over seeds. */
export function forgottenLines(seeds: readonly SeedPart[], feedback: Feedback): ForgottenLine[] {
  return FORGOTTEN_PERCENT.map((percent) => {
    const perSeed = (of: (part: SeedPart) => number) => mean(seeds.map(of));
    const key = (name: string) => forgottenKey(percent, name);
    const ratio = (name: string) => perSeed(({ users }) => ratioOf(users, name));
    const root = (name: string) => perSeed(({ users }) => Math.sqrt(ratioOf(users, name)));
    const millis = (name: string) =>
      perSeed((part) => (part.millis[key(name)] ?? 0) / Math.max(1, part.users.length));
    const known = (values: Record<string, number>) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => !Number.isNaN(value)));
    return {
      percent,
      users: perSeed(({ users }) => users.length),
      complete: ratio(key('complete')),
      distance: root(key('distance')),
      ...known({ rmse: root(key('rmse')), auc: ratio(key('auc')) }),
      ...known({ rmseBefore: root('rmse'), aucBefore: ratio('auc') }),
      lossSpread: perSeed(({ users }) => spreadOfLoss(users, key, feedback)),
      forgetMs: millis('forget'),
      retrainMs: millis('retrain'),
    };
  });
}

/** Largest less smallest loss of accuracy among the thirds by activity. */
function spreadOfLoss(users: UserResult[], key: (name: string) => string, feedback: Feedback): number {
  const losses = THIRDS.map((third) => {
    const own = users.filter(({ groups }) => groups?.activity === third);
    return feedback === 'likes'
      ? ratioOf(own, 'auc') - ratioOf(own, key('auc'))
      : Math.sqrt(ratioOf(own, key('rmse'))) - Math.sqrt(ratioOf(own, 'rmse'));
  }).filter((loss) => !Number.isNaN(loss));
  return losses.length === 0 ? Number.NaN : Math.max(...losses) - Math.min(...losses);
}

function ratioOf(users: readonly UserResult[], name: string): number {
  let [sum, weight] = [0, 0];
  for (const { tallies } of users) {
    sum += tallies[name]?.[0] ?? 0;
    weight += tallies[name]?.[1] ?? 0;
  }
  return sum / weight;
}
