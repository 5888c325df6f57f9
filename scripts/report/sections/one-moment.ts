import { blocks } from '../markdown';
import type { Section } from '../section';
import { runBlocks } from '../tables';

const MODELS = {
  ratings: [
    ...['popularity', 'bias', 'wnn', 'hybrid', 'ridge', 'ridge-prior', 'ridge-prior-codes'],
    ...['item-knn', 'mf'],
  ],
  lists: [
    ...['popularity', 'popular-lately', 'wnn', 'hybrid', 'item-knn', 'ease', 'ease-recent'],
    ...['ease-recent-tail', 'rp3beta'],
  ],
};

/** All users cut at one moment: nobody's future is seen. */
export const oneMoment: Section = {
  name: 'one-moment',
  title: 'Everybody cut at one moment',
  async write({ measure }) {
    const shared = ['--split', 'global', '--feedback', 'clicks', '--models'];
    const ratings = await measure(['--protocol', 'new-user', ...shared, MODELS.ratings.join(',')]);
    const lists = await measure(['--protocol', 'top-n', ...shared, MODELS.lists.join(',')]);
    return {
      text: blocks(
        'The moment before which 80 % of all ratings lie cuts every user; what is shared is fitted on what lies before it. This is the one split in time without other people’s future. Few users have ratings on both sides, so the intervals are wide.',
        '### Expected ratings',
        runBlocks(ratings, ['auc', 'likeAccuracy', 'within1Star'], ['rmse']),
        '### Lists',
        runBlocks(lists, ['recall10', 'tailNdcg10', 'fameShare', 'coverage'], ['ndcg10']),
      ),
      charts: {},
    };
  },
};
