import type { GroupLine } from '../../../src/evaluation/trials/trial-lines';
import { blocks, shell, table, whole, withInterval } from '../markdown';
import type { Measured, Section } from '../section';
import { circumstances, METRIC_WORDS, mainMetric } from '../tables';
import { LISTS, RANDOM, taughtBy } from './runs';

const QUESTIONS = [
  {
    title: 'Expected ratings',
    args: RANDOM,
    models: ['hybrid', 'wnn', 'ridge-prior-codes', 'ridge-prior', 'ridge', 'item-knn', 'bias'],
  },
  {
    title: 'Lists',
    args: LISTS,
    models: ['hybrid', 'wnn', 'ease-recent', 'ease', 'item-knn', 'popularity'],
  },
];

const GROUP_WORDS: Record<string, string> = {
  activity: 'By activity: thirds by the number of ratings',
  mainstream: 'By mainstream: thirds by how many people rated what they rated',
};

/** Who is served better and who worse. */
export const groups: Section = {
  name: 'groups',
  title: 'Groups of people',
  async write({ measure }) {
    const parts = [
      'Thirds of the users, taught by clicks. The bundled data tell neither gender nor age (with own data that do, `--groups` tells of them), and no model is given either.',
    ];
    for (const { title, args, models } of QUESTIONS) {
      const run = await measure(taughtBy('clicks', args));
      const lines = run.result.groups ?? [];
      const kinds = [...new Set(lines.map(({ group }) => group))];
      parts.push(
        `### ${title}, by group`,
        shell(run.command),
        circumstances(run),
        ...kinds.map((kind) =>
          kindBlocks(
            run,
            kind,
            lines.filter(({ group }) => group === kind),
            models,
          ),
        ),
      );
    }
    return { text: blocks(...parts), charts: {} };
  },
};

function kindBlocks(
  run: Measured,
  kind: string,
  lines: readonly GroupLine[],
  models: readonly string[],
): string {
  const metric = METRIC_WORDS[mainMetric(run)];
  const names = [...new Set(lines.flatMap(({ part }) => part ?? []))];
  const shown = models.filter((model) => run.options.models.includes(model));
  const valueIn = (model: string, part: string) =>
    lines.find((line) => line.model === model && line.part === part);
  const sizes = names.map((part) => `${part} ${whole(valueIn(shown[0], part)?.users ?? 0)}`).join(', ');
  const last = names[names.length - 1];
  const interval = (line: GroupLine | undefined) =>
    withInterval(line?.value ?? line?.ratio ?? line?.difference, line);
  const between = (model: string) => lines.find((line) => line.model === model && line.between?.[0] === last);
  return blocks(
    `${GROUP_WORDS[kind] ?? `By ${kind}`} (users: ${sizes}). ${metric}, 95 %:`,
    table(
      ['model', ...names, `${last} less ${names[0]}`],
      shown.map((model) => [
        model,
        ...names.map((part) => interval(valueIn(model, part))),
        interval(between(model)),
      ]),
    ),
    `hybrid over each within the group, ${metric}, 95 %:`,
    table(
      ['model', ...names],
      shown
        .filter((model) => model !== 'hybrid')
        .map((model) => [
          model,
          ...names.map((part) =>
            interval(
              lines.find(
                ({ compare, part: own }) => own === part && compare?.[0] === 'hybrid' && compare[1] === model,
              ),
            ),
          ),
        ]),
    ),
  );
}
