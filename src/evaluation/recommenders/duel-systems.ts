import type { Recommender } from '../../baselines/recommender';
import { EvaluationError } from '../types';
import { easeRecentVerdicts } from './ease-verdicts';
import { REGISTRY, type RegisteredModel } from './registry';

/** A system that can meet a person one click at a time. */
export interface DuelSystem {
  name: string;
  /** Its fit takes some ten seconds: it comes after the others, so that nobody waits for it. */
  late: boolean;
  create(): Recommender;
}

/** Systems that the presets leave out for their fit, and that are worth the wait where they can come last. */
const LATE: readonly string[] = ['ridge-prior'];

/**
 * Those that are asked for ratings by default, but what must be trained on everybody at once and what nobody could wait
 * for; and `ease-recent`, read as verdicts. In the order of the registry.
 */
export const DUEL_SYSTEMS: readonly DuelSystem[] = REGISTRY.flatMap((model) => {
  if (model.name === easeRecentVerdicts.name) {
    return [{ name: model.name, late: false, create: () => easeRecentVerdicts }];
  }
  return takesPart(model)
    ? [
        {
          ...{ name: model.name, late: model.patience !== 'page' },
          create: () => model.create({ protocol: 'new-user', fit: 'quick' }),
        },
      ]
    : [];
});

function takesPart({ name, protocols, joint, byDefault, patience }: RegisteredModel): boolean {
  if (joint || !byDefault || !protocols.includes('new-user')) return false;
  return patience === 'page' || LATE.includes(name);
}

/** @throws EvaluationError where there is no such system. */
export function findDuelSystem(name: string): DuelSystem {
  const found = DUEL_SYSTEMS.find((system) => system.name === name);
  if (!found) throw new EvaluationError(`The model ${name} takes no part in the duel.`);
  return found;
}
