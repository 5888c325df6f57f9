import { blocks, figure, shell, table } from '../markdown';
import type { Section } from '../section';
import { circumstances } from '../tables';
import { UNLEARNING } from './runs';

/** Whether what is forgotten is gone. */
export const unlearning: Section = {
  name: 'unlearning',
  title: 'Unlearning',
  async write({ measure }) {
    const run = await measure(UNLEARNING);
    const rows = run.result.models.flatMap(({ model, shares = [] }) =>
      shares.map((line) => [
        model,
        `${line.percent} %`,
        figure(line.complete),
        figure(line.distance),
        figure(line.rmseBefore),
        figure(line.rmse),
        figure(line.aucBefore),
        figure(line.auc),
        figure(line.lossSpread),
      ]),
    );
    return {
      text: blocks(
        'A share of each user’s answers is taken back, and the model is compared with one that learned only the rest: the four columns of CURE4Rec (arXiv 2408.14393). Completeness is the share of users whose bytes are equal, the distance that of the predictions; utility is the accuracy before and after; fairness is the largest less the smallest loss among thirds by activity. Efficiency is a matter of milliseconds, and stands in the table of the four numbers.',
        shell(run.command),
        circumstances(run),
        table(
          [
            ...['model', 'forgotten', 'complete', 'distance', 'RMSE before', 'RMSE after'],
            ...['AUC before', 'AUC after', 'spread of loss'],
          ],
          rows,
        ),
      ),
      charts: {},
    };
  },
};
