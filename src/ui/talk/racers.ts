import * as words from '../../words/en/talk/race';

/** What a system of the race is called in a room, and what it is. */
export const RACERS: Record<string, { name: string; says: string }> = {
  constant: { name: words.constant, says: words.constantSays },
  'user-constant': { name: words.userConstant, says: words.userConstantSays },
  wnn: { name: words.wnn, says: words.wnnSays },
  'wnn-paper': { name: words.wnnPaper, says: words.wnnPaperSays },
  'weighted-paper': { name: words.weightedPaper, says: words.weightedPaperSays },
  'cf-paper': { name: words.cfPaper, says: words.cfPaperSays },
  ridge: { name: words.ridge, says: words.ridgeSays },
  'item-knn': { name: words.itemKnn, says: words.itemKnnSays },
};
