import { blocks, picture } from '../markdown';
import type { Section } from '../section';
import { absent, runBlocks, runChart } from '../tables';
import { LISTS, RANDOM, taughtBy } from './runs';

const RATING_METRICS = ['auc', 'likeAccuracy', 'within1Star'] as const;
const LIST_METRICS = [
  ...(['recall10', 'tailNdcg10', 'fameShare', 'coverage', 'novelty', 'diversity'] as const),
];

/** The three runs by what is taught. */
const RUNS = [
  {
    ...{ chart: 'random', title: 'Expected ratings, split at random' },
    args: RANDOM,
    ...{ metrics: RATING_METRICS, compared: ['rmse', 'auc'] },
  },
  {
    ...{ chart: 'in-time', title: 'Expected ratings, split in time' },
    args: ['--protocol', 'new-user', '--split', 'chronological'],
    ...{ metrics: RATING_METRICS, compared: ['rmse', 'auc'] },
  },
  {
    ...{ chart: 'lists', title: 'Lists' },
    args: LISTS,
    ...{ metrics: LIST_METRICS, compared: ['ndcg10', 'tailNdcg10'] },
  },
] as const;

function feedbackSection(feedback: 'clicks' | 'stars', title: string, introduction: string): Section {
  return {
    name: feedback,
    title,
    async write({ measure }) {
      const charts: Record<string, string> = {};
      const parts: string[] = [introduction];
      for (const run of RUNS) {
        const measured = await measure(taughtBy(feedback, run.args));
        const file = `results-${feedback}-${run.chart}.svg`;
        charts[file] = runChart(measured, `${run.title}, taught by ${feedback}`);
        parts.push(
          `### ${run.title}`,
          picture(file, `${run.title}, taught by ${feedback}: the figures of the table, ranked`),
          runBlocks(measured, run.metrics, run.compared),
          absent(measured),
        );
      }
      return { text: blocks(...parts), charts };
    },
  };
}

/** What people give in the app: likes, so-so, dislikes. */
export const clicks = feedbackSection(
  'clicks',
  'What people click',
  'Every rating becomes an answer: like (4 stars or more), so-so (2.5 to 3.5) or dislike (2 or less). The model measured under the names hybrid and wnn is the one that the app builds, from the same functions. Every rival is given the same answers.',
);

/** What MovieLens users gave: stars. */
export const stars = feedbackSection(
  'stars',
  'The same, taught by stars',
  'The app does not ask for stars; most published figures are taught by them.',
);
