import { type BesideCells, besideCells } from '../../wnn/inspect/beside-cells';
import { familiarity, knowledgeMap } from '../../wnn/inspect/knowledge';
import { leanings, type TasteTrait, tellingTraits } from '../../wnn/inspect/leanings';
import { type ModelSize, sizeOf } from '../../wnn/inspect/memory-use';
import { mentalImage } from '../../wnn/inspect/mental-image';
import { type NetworkView, viewNetwork } from '../../wnn/inspect/network-view';
import { type Growth, growthOf } from '../log/growth';
import type { OpenProfile } from './open-profile';
import type { ProfileSession } from './session';

/** Traits read out of the cells. */
interface Taste {
  /** All that the nodes can tell of, strongest likings first. */
  traits: TasteTrait[];
  /** Those worth telling, strongest first. */
  liked: TasteTrait[];
  disliked: TasteTrait[];
}

/**
 * What the screen My model asks of the open profile's model, as plain data. Loaded with that screen.
 * Every question throws an Error while no profile is open.
 */
export interface Inspection {
  taste(): Taste;
  /** How many films the model can tell about, in all, by genre and by period. */
  knowledge(): ReturnType<typeof knowledgeMap>;
  /** One film's ranking score, node by node. */
  network(item: number): NetworkView;
  /** What the model holds beside its cells; null before the first answer. */
  beside(): BesideCells | null;
  size(): ModelSize;
  /** How the model came about, replayed from the log. */
  growth(): Growth;
}

/** Questions to whatever profile is open when they are asked. */
export function createInspection(session: ProfileSession): Inspection {
  const opened = (): OpenProfile => {
    if (!session.opened) throw new Error('There is no model to look into: no profile is open.');
    return session.opened;
  };
  return {
    taste() {
      const { profile, library } = opened();
      const traits = leanings(library.network, mentalImage(library.network, profile.model.memory));
      return { traits, ...tellingTraits(traits) };
    },
    knowledge() {
      const { profile, library } = opened();
      return knowledgeMap(library.catalogue, familiarity(library.network, profile.model.memory));
    },
    network(item) {
      const { profile } = opened();
      return viewNetwork(profile.model, item);
    },
    beside() {
      const { profile, library } = opened();
      return besideCells(profile.model, library.catalogue);
    },
    size: () => sizeOf(opened().profile.model),
    growth() {
      const { profile, library } = opened();
      return growthOf(library, profile.events);
    },
  };
}
