import type { Readout } from '../../evaluation/types';
import { type CompareSettings, hasReadout } from '../../state/compare/settings';
import * as words from '../../words/en/compare/notes';

const READOUT_NOTES: Record<Readout, string> = {
  ...{ window: words.readoutWindow, mean: words.readoutMean, published: words.readoutPublished },
};

/** What must be said beside a result, as the command line does, and where its shared parts come from. */
export function honestNotes(settings: CompareSettings): string[] {
  const { protocol, split, feedback } = settings;
  const notes: string[] = [];
  if (hasReadout(settings)) notes.push(READOUT_NOTES[settings.readout ?? 'published']);
  if (feedback === 'clicks') notes.push(words.clicks);
  notes.push(protocol === 'paper' ? words.sharedInSample : words.sharedInFolds, words.leakOfVotes);
  if (protocol !== 'paper' && split === 'chronological') notes.push(words.leakOfTime);
  return notes;
}

/** Why the paper's figures are not those that its systems come to here, for whoever reads them side by side. */
export function whyPublishedDiffer({ readout }: CompareSettings): string {
  return words.whyPublishedDiffer(readout === 'window');
}
