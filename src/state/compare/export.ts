import { COLUMNS, withNulls } from '../../evaluation/format';
import { RESULT_VERSION } from '../../evaluation/types';
import { csvText } from '../../lib/text/csv-cell';
import type { CompareRun } from './run';
import { commandOf } from './settings';

const FIELDS = ['model', 'users', 'ratings', ...COLUMNS.map(([key]) => key)] as const;

/** The lines of a run as RFC 4180 text: full precision, a row a model, everything that decides the figures in columns. */
export function toCsv(runs: readonly CompareRun[]): string {
  const head = [
    ...[
      'run',
      'protocol',
      'sample_users',
      'sample_ratings',
      'join',
      'split',
      'feedback',
      'readout',
      'folds',
      'seed',
      'seeds',
    ],
    ...[...FIELDS, 'low95', 'high95', 'interval', 'data', 'data_checksum', 'app_version'],
  ];
  const rows = runs.flatMap((run) =>
    linesOf(run).map((line) => {
      const { settings, facts } = run;
      const { protocol } = settings;
      const interval = run.views.find(({ model }) => model === line.model)?.interval;
      const paper = protocol === 'paper';
      return [
        ...[run.name, protocol, paper ? settings.users : '', paper ? settings.ratings : ''],
        ...[
          paper ? settings.join : '',
          settings.split,
          settings.feedback,
          settings.readout ?? 'published',
          settings.folds,
        ],
        ...[settings.seed, settings.seeds, ...FIELDS.map((field) => line[field])],
        ...[interval?.low, interval?.high, interval?.method, facts?.name, facts?.checksum, run.appVersion],
      ];
    }),
  );
  return csvText([head, ...rows]);
}

function linesOf(run: CompareRun) {
  return run.result?.models ?? run.views.flatMap(({ line }) => line ?? []);
}

/** Everything known of a run: settings, seed, versions, data checksum, lines, intervals, curves. */
export function toJson(run: CompareRun): string {
  const { name, createdAt, settings, phase, facts, views, result, elapsedMs, appVersion } = run;
  const content = {
    format: 'weightless-compare',
    ...{ resultVersion: RESULT_VERSION, appVersion, name, createdAt: new Date(createdAt).toISOString() },
    ...{ state: phase, elapsedMs, settings, command: commandOf(settings, facts?.own ?? null), data: facts },
    models: withNulls(linesOf(run)),
    comparisons: result?.comparisons ?? [],
    charts: views.map(({ model, interval, band, spread, steps, learned }) => ({
      ...{ model, interval, band, spread, steps, ratingsLearnedPerUser: learned },
    })),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
