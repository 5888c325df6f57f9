import { familiarity, knowledgeMap } from '../../wnn/inspect/knowledge';
import { leanings, mentalImage, type Trait, tellingTraits } from '../../wnn/inspect/mental-image';
import { type NetworkView, viewNetwork } from '../../wnn/inspect/network-view';
import { memoryUse } from '../../wnn/personal/ranking-readout';
import { encodeSnapshot } from '../../wnn/personal/snapshot';
import { type Growth, growthOf } from '../log/growth';
import type { OpenProfile } from './open-profile';
import type { ProfileSession } from './session';

/** Traits read out of the cells. */
export interface Taste {
  /** All that the nodes can tell of, strongest likings first. */
  traits: Trait[];
  /** Those worth telling, strongest first. */
  liked: Trait[];
  disliked: Trait[];
}

/** How much memory a model takes. */
export interface MemorySize {
  /** Cells with something in them, of all. */
  written: number;
  total: number;
  /** Nodes that read and write them. */
  nodes: number;
  /** Of the canonical state, and of the snapshot, which also holds the opinions. */
  bytes: number;
  snapshotBytes: number;
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
  size(): MemorySize;
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
      const { profile, library } = opened();
      return viewNetwork(library.network, profile.model.memory, item);
    },
    size() {
      const { profile, library } = opened();
      return {
        ...memoryUse(library.network, profile.model.memory),
        nodes: library.network.bank.nodeCount,
        bytes: profile.model.stateBytes().length,
        snapshotBytes: encodeSnapshot(profile.model, 0).length,
      };
    },
    growth() {
      const { profile, library } = opened();
      return growthOf(library, profile.events);
    },
  };
}
