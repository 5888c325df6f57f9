import { useDeferredValue, useMemo } from 'react';
import { type Growth, growthOf } from '../../state/log/growth';
import type { Library } from '../../state/platform/library';
import type { ModelFacts } from '../../state/profile/model-state';
import { familiarity, knowledgeMap } from '../../wnn/inspect/knowledge';
import { leanings, tellingTraits } from '../../wnn/inspect/leanings';
import { sizeOf } from '../../wnn/inspect/memory-use';
import { mentalImage } from '../../wnn/inspect/mental-image';
import { viewNetwork } from '../../wnn/inspect/network-view';
import type { PersonalModel } from '../../wnn/personal/personal-model';
import { useApp, useLibrary, useModel } from '../common/app-context';

type Read<T> = (model: PersonalModel, library: Library, events: ModelFacts['events']) => T;

/** The model is changed in place; a revision stands for what it holds. */
function useReadingAt<T>(revision: number, read: Read<T>): T {
  const library = useLibrary();
  const store = useApp().model;
  return useMemo(() => {
    const { personalModel, events } = store.getState();
    const model = personalModel();
    if (!model) throw new Error(`There is no model to read at revision ${revision}.`);
    return read(model, library, events);
  }, [revision, store, library, read]);
}

/** What is not what was clicked may follow a moment later: the click itself is answered first. */
function useLaterReading<T>(read: Read<T>): T {
  return useReadingAt(useDeferredValue(useModel((state) => state.revision)), read);
}

const readTaste = ({ memory }: PersonalModel, { network }: Library) => {
  const traits = leanings(network, mentalImage(network, memory));
  return { traits, ...tellingTraits(traits) };
};

/** Traits liked and disliked, read out of the cells. */
export const useTaste = () => useLaterReading(readTaste);

const readKnowledge = ({ memory }: PersonalModel, { network, catalogue }: Library) =>
  knowledgeMap(catalogue, familiarity(network, memory));

/** How many films the model can tell about, and where. */
export const useKnowledge = () => useLaterReading(readKnowledge);

/** Cells written of all, and bytes. */
export const useSize = () => useLaterReading(sizeOf);

/** One film's score, node by node; up to date with the click itself. */
export function useNetwork(item: number) {
  const read = useMemo<Read<ReturnType<typeof viewNetwork>>>(
    () =>
      ({ memory }, { network }) =>
        viewNetwork(network, memory, item),
    [item],
  );
  return useReadingAt(
    useModel((state) => state.revision),
    read,
  );
}

const readGrowth: Read<Growth> = (_, library, events) => growthOf(library, events);

/** How the model came about, replayed from the log. */
export const useGrowth = () => useLaterReading(readGrowth);
