import { blocks, figure, shell, table } from '../markdown';
import type { Section } from '../section';
import { circumstances, comparisonTable, figuresTable, METRIC_WORDS, metricOf, verdicts } from '../tables';

/** What two clicks do. */
export const probes: Section = {
  name: 'probes',
  title: 'Probes: what two clicks do',
  async write({ measure }) {
    const run = await measure(['--protocol', 'probes', '--feedback', 'clicks']);
    return {
      text: blocks(
        'Each of the 300 films most liked is liked, with the film most often liked together with it. Trait share: share of the first twenty films that share two genres with it, or a genre and its decade. Series found: of the films whose TMDB collection goes on, how often the next one is among the first ten (of next films with 10 likes or more; all: with any).',
        shell(run.command),
        circumstances(run),
        figuresTable(run, ['fameShare', 'seriesHit10', 'seriesHit10All', 'seriesMax10']),
        comparisonTable(run, ['traitShare', 'seriesHit10']),
        verdicts(run),
      ),
      charts: {},
    };
  },
};

const BUTTONS = [
  {
    says: 'A trait muted: the most telling one of the film drawn is never wanted again.',
    metrics: ['mutedMostAlikeGone', 'mutedLeastAlikeGone', 'mutedNdcg10After'],
  },
  {
    says: 'A like taken back: the one that speaks most for the film drawn.',
    metrics: ['removedMostAlikeGone', 'removedLeastAlikeGone', 'removedNdcg10After'],
  },
];

/** Whether the buttons work. */
export const steering: Section = {
  name: 'steering',
  title: 'Steering: does this button work',
  async write({ measure }) {
    const run = await measure(['--protocol', 'steering', '--feedback', 'clicks']);
    const buttons = BUTTONS.flatMap(({ says, metrics }) => {
      const lines = run.result.models.filter((line) => metricOf(line, metrics[0]) !== undefined);
      if (lines.length === 0) return [];
      return [
        says,
        table(
          ['model', ...metrics.map((metric) => METRIC_WORDS[metric])],
          lines.map((line) => [line.model, ...metrics.map((metric) => figure(metricOf(line, metric)))]),
        ),
      ];
    });
    return {
      text: blocks(
        'One film, drawn by seed from the current top 50, is disliked. Of the 20 films there that are most like it (cosine of likes), and of the 20 least: the share that has left. A button works where the first is large and the second small. By another measure, Mozilla (2022, 22,722 volunteers) found 11 to 43 % for the buttons of YouTube.',
        shell(run.command),
        circumstances(run),
        'A dislike:',
        figuresTable(run, ['leastAlikeGone', 'ndcg10', 'ndcg10After']),
        comparisonTable(run, ['mostAlikeGone']),
        verdicts(run),
        ...buttons,
      ),
      charts: {},
    };
  },
};
