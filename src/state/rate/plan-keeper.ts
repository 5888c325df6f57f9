import type { StoreApi } from 'zustand/vanilla';
import type { ProfileValues } from '../../storage/profile-values';
import { KEPT } from '../../wnn/personal/asking/rate-queue';
import type { AppDependencies } from '../platform/dependencies';
import { earlyFilmOf, writePlan } from '../platform/early-film';
import type { Library } from '../platform/library';
import type { ModelState } from '../profile/model-state';
import type { RateState } from './rate-store';

/** A plan is saved when clicks have paused for this long. */
const DELAY_MS = 1000;

/** What a plan is kept by. */
interface PlanParts {
  rate: StoreApi<RateState>;
  model: StoreApi<ModelState>;
  /** Of the open profile; null while none is open. */
  library(): Library | null;
  plans: Pick<ProfileValues, 'save'>;
  dependencies: Pick<AppDependencies, 'schedule' | 'logger'>;
}

/**
 * Keeps the films that a profile is asked for next, so that the first of them is there at once at the next visit.
 * @returns how to save now what is due; never rejects
 */
export function keepPlans({ rate, model, library, plans, dependencies }: PlanParts): () => Promise<void> {
  const { schedule, logger } = dependencies;
  let callOff = () => {};
  let due = false;
  const save = async () => {
    callOff();
    const { profileId } = model.getState();
    const films = library();
    if (!due || profileId === null || !films) return;
    due = false;
    const { current, upcoming } = rate.getState();
    const items = current === null ? [] : [current, ...upcoming].slice(0, KEPT);
    try {
      await plans.save(profileId, writePlan(items.map((item) => earlyFilmOf(films.catalogue, item))));
    } catch (error) {
      logger.warn('What is to be asked next was not saved.', error);
    }
  };
  rate.subscribe(({ current }, before) => {
    if (current === before.current) return;
    due = current !== null;
    callOff();
    callOff = due ? schedule(() => void save(), DELAY_MS) : () => {};
  });
  return save;
}
