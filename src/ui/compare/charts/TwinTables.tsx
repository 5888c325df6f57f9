import { formatFigure } from '../../../evaluation/format';
import type { CompareSettings } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/charts';
import type { ModelView } from '../../../worker/contract';
import { TwinTable } from '../../common/tables/TwinTable';
import { mainMetric } from '../metric-words';
import { publishedFigure } from '../published-figures';
import { microseconds, timesOf } from './times';

const three = (value: number | undefined) => formatFigure(value, 3);
const span = ({ low, high }: { low: number; high: number }) => words.fromTo(three(low), three(high));

interface ViewsProps {
  views: readonly ModelView[];
}

/** "Where they stand" as a table: value, interval and users of every system, for whoever cannot use the chart. */
export function StandingTable({ settings, views }: ViewsProps & { settings: CompareSettings }) {
  const metric = mainMetric(settings.protocol, settings.feedback);
  return (
    <TwinTable
      caption={words.standingCaption(metric.label, metric.says)}
      heads={[words.model, metric.label, words.ninetyFive, words.users, words.thePapers]}
      rows={views.map(({ model, line, interval }) => ({
        name: model,
        cells: [
          formatFigure(line?.[metric.name as 'rmse']),
          interval ? span(interval) : '',
          line ? String(Math.round(line.users)) : '',
          three(publishedFigure(settings, model)),
        ],
      }))}
    />
  );
}

/** Columns of the accuracy so far that a table has room for. */
const BAND_COLUMNS = 6;

/** "Accuracy so far" as a table: value and interval after so many users. */
export function BandTable({ views }: ViewsProps) {
  const all = [...new Set(views.flatMap(({ band }) => band.map(({ users }) => users)))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(all.length / BAND_COLUMNS));
  const columns = all.filter((_, index) => (all.length - 1 - index) % every === 0);
  return (
    <TwinTable
      caption={words.bandCaption}
      heads={[words.model, ...columns.map(words.afterUsers)]}
      rows={views.map(({ model, band }) => ({
        name: model,
        cells: columns.map((users) => {
          const point = band.find((candidate) => candidate.users === users);
          return point ? `${three(point.value)} (${span(point)})` : '';
        }),
      }))}
    />
  );
}

/** The learning curve as a table: value and interval after N ratings, over users with `atLeast` ratings. */
export function StepTable({ views, atLeast }: ViewsProps & { atLeast: number }) {
  const own = (view: ModelView) => view.steps.filter((step) => step.atLeast === atLeast);
  const steps = [...new Set(views.flatMap((view) => own(view).map(({ step }) => step)))].sort(
    (a, b) => a - b,
  );
  return (
    <TwinTable
      caption={words.stepCaption}
      heads={[words.model, ...steps.map(words.afterRatings)]}
      rows={views.map((view) => ({
        name: view.model,
        cells: steps.map((step) => {
          const point = own(view).find((candidate) => candidate.step === step);
          return point ? `${three(point.value)} (${span(point)})` : '';
        }),
      }))}
    />
  );
}

/** "Spread over users" as a table: quantiles and mean of the main metric. */
export function SpreadTable({ views }: ViewsProps) {
  return (
    <TwinTable
      caption={words.spreadCaption}
      heads={[
        ...[words.model, words.quantile(5), words.quantile(25), words.median],
        ...[words.quantile(75), words.quantile(95), words.mean, words.users],
      ]}
      rows={views.map(({ model, spread }) => ({
        name: model,
        cells: spread
          ? [spread.p5, spread.p25, spread.p50, spread.p75, spread.p95, spread.mean]
              .map(three)
              .concat(String(spread.users))
          : [],
      }))}
    />
  );
}

/** "Time per learned rating" as a table. */
export function TimeTable({ views }: ViewsProps) {
  return (
    <TwinTable
      caption={words.timeCaption}
      heads={[words.model, words.personalLearning, words.withSharedFit, words.ratingsLearned]}
      rows={views.map((view) => {
        const times = timesOf(view);
        return {
          name: view.model,
          cells: times
            ? [microseconds(times.own), microseconds(times.withFit), formatFigure(view.learned, 1)]
            : ['', '', ''],
        };
      })}
    />
  );
}
