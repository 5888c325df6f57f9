import { use, useDeferredValue, useMemo } from 'react';
import type { Inspection } from '../../state/profile/inspection';
import { useApp, useModel } from '../common/app-context';

/** Asks the model anew at every revision. The screen waits while the code for asking is loaded. */
function useReadingAt<T>(revision: number, ask: (inspection: Inspection) => T): T {
  const inspection = use(useApp().inspection());
  // The answer is the same until the revision changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is changed in place; a revision stands for it.
  return useMemo(() => ask(inspection), [revision, inspection, ask]);
}

/** What is not what was clicked may follow a moment later: the click itself is answered first. */
function useLaterReading<T>(ask: (inspection: Inspection) => T): T {
  return useReadingAt(useDeferredValue(useModel((state) => state.revision)), ask);
}

const askTaste = (inspection: Inspection) => inspection.taste();
const askKnowledge = (inspection: Inspection) => inspection.knowledge();
const askBeside = (inspection: Inspection) => inspection.beside();
const askSize = (inspection: Inspection) => inspection.size();
const askGrowth = (inspection: Inspection) => inspection.growth();

/** Traits liked and disliked, read out of the cells. */
export const useTaste = () => useLaterReading(askTaste);

/** How many films the model can tell about, and where. */
export const useKnowledge = () => useLaterReading(askKnowledge);

/** What there is beside cells. */
export const useBeside = () => useLaterReading(askBeside);

/** Cells written of all, and bytes. */
export const useSize = () => useLaterReading(askSize);

/** One film's score, node by node; up to date with the click itself. */
export function useNetwork(item: number) {
  const ask = useMemo(() => (inspection: Inspection) => inspection.network(item), [item]);
  return useReadingAt(
    useModel((state) => state.revision),
    ask,
  );
}

/** How the model came about, replayed from the log. */
export const useGrowth = () => useLaterReading(askGrowth);
