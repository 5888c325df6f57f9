import { presetModelsOf } from '../../evaluation/recommenders/registry';
import type { AccuracyProtocol } from '../../evaluation/types';
import { type CompareSettings, proposedSettings, tidySettings } from '../../state/compare/settings';
import * as words from '../../words/en/compare/settings';

/** What each protocol asks, in a sentence. */
export const PROTOCOL_ASKS: Record<AccuracyProtocol, string> = {
  ...{ paper: words.paperAsks, 'new-user': words.newUserAsks },
  ...{ prequential: words.prequentialAsks, 'top-n': words.topNAsks },
};

/** Settings to start from, with a name and a sentence. */
export interface Preset {
  label: string;
  says: string;
  settings: CompareSettings;
}

/** What the screen proposes for a protocol, with some of the systems, of which none is among them that nobody waits for. */
function proposedWith(protocol: AccuracyProtocol, models: readonly string[]): CompareSettings {
  const quick = presetModelsOf(protocol);
  return tidySettings({
    ...proposedSettings(protocol),
    models: models.filter((name) => quick.includes(name)),
  });
}

/** What the Compare screen offers to start from, the quickest first. */
export const PRESETS: readonly Preset[] = [
  {
    label: words.oneRow,
    says: words.oneRowSays,
    settings: proposedSettings('paper'),
  },
  {
    label: words.paperTable,
    says: words.paperTableSays,
    settings: { ...proposedSettings('paper'), table: true },
  },
  {
    label: words.newcomer,
    says: words.newcomerSays,
    settings: proposedWith('prequential', [
      ...['constant', 'user-constant', 'popularity', 'bias', 'wnn', 'ftrl', 'ridge', 'user-knn'],
    ]),
  },
  {
    label: words.bestList,
    says: words.bestListSays,
    settings: proposedWith('top-n', [
      ...['popularity', 'wnn', 'hybrid', 'item-knn', 'user-knn', 'ease', 'ease-recent', 'rp3beta'],
    ]),
  },
];
