import { blocks, figure, shell, table, whole } from '../markdown';
import type { Measured, Section } from '../section';
import { circumstances, comparison, METRIC_WORDS, mainMetric, metricOf } from '../tables';

/** Answers taught; undefined for all. */
const HISTORIES = [3, 5, 10, 20, undefined];

const QUESTIONS = [
  {
    title: 'Expected ratings',
    args: ['--protocol', 'new-user', '--split', 'chronological', '--feedback', 'clicks'],
    models: [
      'popularity',
      'bias',
      'wnn',
      'hybrid',
      'ridge',
      'ridge-prior',
      'ridge-prior-codes',
      'item-knn',
      'mf',
    ],
  },
  {
    title: 'Lists',
    args: ['--protocol', 'top-n', '--feedback', 'clicks'],
    models: [
      ...['popularity', 'popular-lately', 'wnn', 'hybrid', 'item-knn', 'ease', 'ease-recent'],
      ...['ease-recent-tail', 'rp3beta'],
    ],
  },
];

/** What the first few clicks give. */
export const beginners: Section = {
  name: 'beginners',
  title: 'Beginners',
  async write({ measure }) {
    const parts = [
      'Only the last 3, 5, 10 or 20 answers of each training part are taught, to the personal models alone; what is shared is fitted as ever.',
    ];
    for (const { title, args, models } of QUESTIONS) {
      const runs: Measured[] = [];
      for (const history of HISTORIES) {
        const limit = history === undefined ? [] : ['--history', `${history}`];
        runs.push(await measure([...args, '--models', models.join(','), ...limit]));
      }
      const metric = METRIC_WORDS[mainMetric(runs[0])];
      const heads = HISTORIES.map((history) => (history === undefined ? 'all' : `${history}`));
      parts.push(
        `### ${title}`,
        shell(runs.map(({ command }) => command).join('\n')),
        circumstances(runs[0]),
        `${metric} by the number of answers taught (${usersOf(runs)}):`,
        byHistory(runs, heads, (run, model) => {
          const line = run.result.models.find((found) => found.model === model);
          return line ? figure(metricOf(line, mainMetric(run))) : '';
        }),
        `hybrid over each, ${metric}, 95 %:`,
        byHistory(runs, heads, (run, model) => comparison(run, 'hybrid', model, mainMetric(run))),
      );
    }
    return { text: blocks(...parts), charts: {} };
  },
};

function usersOf(runs: readonly Measured[]): string {
  const counts = [...new Set(runs.map(({ result }) => whole(result.models[0].users)))];
  return `${counts.join(', ')} users`;
}

function byHistory(
  runs: readonly Measured[],
  heads: readonly string[],
  cell: (run: Measured, model: string) => string,
): string {
  const rows = runs[0].options.models.map((model) => [model, ...runs.map((run) => cell(run, model))]);
  return table(
    ['model', ...heads],
    rows.filter(([, ...cells]) => cells.some((text) => text !== '')),
  );
}
