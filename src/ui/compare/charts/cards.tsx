import { SegmentedControl, Text } from '@mantine/core';
import { type ComponentType, memo, useMemo, useState } from 'react';
import { formatFigure } from '../../../evaluation/format';
import { blankViews } from '../../../state/compare/run';
import { type CompareSettings, yardsticksOf } from '../../../state/compare/settings';
import type { ModelView } from '../../../worker/contract';
import { useInTurn } from '../InTurn';
import { mainMetric } from '../metric-words';
import { ChartCard } from './ChartCard';
import { AccuracySoFar, LearningCurve, SpreadOverUsers, Standing, TimePerRating } from './lazy-figures';
import { BandTable, SpreadTable, StandingTable, StepTable, TimeTable } from './TwinTables';

interface CardProps {
  /** The run's. */
  id: string;
  settings: CompareSettings;
  views: readonly ModelView[];
  hidden: ReadonlySet<string>;
  focus: string | null;
  allBands: boolean;
}

/** A card that follows its run in turn with all other parts of the screen. */
function inTurn<Props extends CardProps>(Card: ComponentType<Props>) {
  const Drawn = memo(Card) as unknown as ComponentType<Props>;
  return function CardInTurn(props: Props) {
    const { id, settings, views } = props;
    // Before the first turn nothing is measured as yet, but every system has its place.
    const blank = useMemo(() => blankViews(settings.models), [settings.models]);
    return <Drawn {...props} views={useInTurn(id, views, blank)} />;
  };
}

function useFigure({ settings, views: all, hidden, focus, allBands }: CardProps) {
  const views = useMemo(() => all.filter(({ model }) => !hidden.has(model)), [all, hidden]);
  const metric = mainMetric(settings.protocol, settings.feedback);
  const figure = { settings, views, focus, allBands };
  const fileName = (chart: string) => `weightless-${settings.protocol}-${chart}`;
  return { views, metric, figure, fileName };
}

/** Where every system of a run stands, for the researcher. */
export const StandingCard = inTurn(function StandingCard(props: CardProps) {
  const { views, metric, figure, fileName } = useFigure(props);
  const first = views
    .flatMap(({ model, line }) => (line ? [{ model, value: line[metric.name as 'rmse'] ?? Number.NaN }] : []))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => (metric.lowerIsBetter ? a.value - b.value : b.value - a.value))[0];
  return (
    <ChartCard
      title="Where they stand"
      says={`${metric.label}: ${metric.says}. Bars: 95 %. Dotted: ${yardsticksOf(props.settings.protocol).join(', ')}.${props.settings.protocol === 'paper' ? ' Hollow: the paper’s own figures, from other data.' : ''}`}
      fileName={fileName('standing')}
      summary={
        first
          ? `${first.model} leads with ${metric.label} ${formatFigure(first.value, 3)}.`
          : 'No figures yet.'
      }
      draw={(width) => <Standing width={width} {...figure} />}
      table={<StandingTable settings={props.settings} views={views} />}
    />
  );
});

/** The main metric over the users measured so far; an empty chart while nothing was started (`idle`). */
export const AccuracyCard = inTurn(function AccuracyCard({ idle, ...props }: CardProps & { idle: boolean }) {
  const { views, metric, figure, fileName } = useFigure(props);
  return (
    <ChartCard
      title="Accuracy so far"
      says={
        idle
          ? 'Press Run: the charts fill as the users are measured.'
          : `${metric.label} over the users measured, in the order in which they are visited, with 95 % bands (normal approximation).`
      }
      fileName={fileName('so-far')}
      summary={`${metric.label} of ${views.length} systems over the users measured.`}
      draw={(width) => <AccuracySoFar width={width} {...figure} />}
      table={<BandTable views={views} />}
    />
  );
});

/** The main metric over the number of ratings learned, for one of two cohorts. */
export const LearningCard = inTurn(function LearningCard(props: CardProps) {
  const { views, metric, figure, fileName } = useFigure(props);
  const [cohort, setCohort] = useState('120');
  const atLeast = Number(cohort);
  const users = Math.max(
    0,
    ...views.flatMap(({ steps }) =>
      steps.filter((step) => step.atLeast === atLeast).map((step) => step.users),
    ),
  );
  return (
    <ChartCard
      title="Learning curve"
      says={`${metric.label} of all later ratings after N ratings. The same ${users} users at every step, so that the curve shows learning and not who is left.`}
      fileName={fileName('learning-curve')}
      summary={`${metric.label} of ${views.length} systems over the number of ratings learned.`}
      draw={(width) => <LearningCurve width={width} {...figure} atLeast={atLeast} />}
      table={<StepTable views={views} atLeast={atLeast} />}
    >
      <SegmentedControl
        size="xs"
        aria-label="Cohort"
        value={cohort}
        onChange={setCohort}
        data={[
          { value: '120', label: 'users with 120 ratings or more' },
          { value: '40', label: '40 or more' },
        ]}
      />
    </ChartCard>
  );
});

/** How the main metric spreads over users. */
export const SpreadCard = inTurn(function SpreadCard(props: CardProps) {
  const { views, metric, figure, fileName } = useFigure(props);
  return (
    <ChartCard
      title="Spread over users"
      says={`${metric.label} of single users: box from quartile to quartile, whiskers 5 % to 95 %, mean as marker.`}
      fileName={fileName('spread')}
      summary={`How ${metric.label} spreads over users, for ${views.length} systems.`}
      draw={(width) => <SpreadOverUsers width={width} {...figure} />}
      table={<SpreadTable views={views} />}
    />
  );
});

/** What learning a rating costs, by this device's clock. */
export const TimeCard = inTurn(function TimeCard(props: CardProps) {
  const { views, figure, fileName } = useFigure(props);
  return (
    <ChartCard
      title="Time per learned rating"
      says="Log axis, measured on this device. Full: learning of one person’s ratings. Hollow: with the shared fit dealt out over all ratings learned in the run."
      fileName={fileName('time')}
      summary={`Time per learned rating of ${views.length} systems.`}
      draw={(width) => <TimePerRating width={width} {...figure} />}
      table={
        <>
          <TimeTable views={views} />
          <Text size="xs" c="dimmed">
            Timings are the only figures that differ from run to run.
          </Text>
        </>
      }
    />
  );
});
