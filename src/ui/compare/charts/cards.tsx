import { SegmentedControl, Text } from '@mantine/core';
import { type ComponentType, memo, useMemo, useState } from 'react';
import { formatFigure } from '../../../evaluation/format';
import { blankViews } from '../../../state/compare/run';
import { type CompareSettings, yardsticksOf } from '../../../state/compare/settings';
import * as words from '../../../words/en/compare/charts';
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
  const { protocol } = props.settings;
  const { views, metric, figure, fileName } = useFigure(props);
  const first = views
    .flatMap(({ model, line }) => (line ? [{ model, value: line[metric.name as 'rmse'] ?? Number.NaN }] : []))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => (metric.lowerIsBetter ? a.value - b.value : b.value - a.value))[0];
  return (
    <ChartCard
      title={words.whereTheyStand}
      says={words.whereTheyStandSays(metric.label, metric.says, yardsticksOf(protocol), protocol === 'paper')}
      fileName={fileName('standing')}
      summary={first ? words.leads(first.model, metric.label, formatFigure(first.value, 3)) : words.noFigures}
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
      title={words.accuracySoFar}
      says={idle ? words.pressRun : words.accuracySays(metric.label)}
      fileName={fileName('so-far')}
      summary={words.accuracySummary(metric.label, views.length)}
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
      title={words.learningCurve}
      says={words.learningSays(metric.label, users)}
      fileName={fileName('learning-curve')}
      summary={words.learningSummary(metric.label, views.length)}
      draw={(width) => <LearningCurve width={width} {...figure} atLeast={atLeast} />}
      table={<StepTable views={views} atLeast={atLeast} />}
    >
      <SegmentedControl
        size="xs"
        aria-label={words.cohort}
        value={cohort}
        onChange={setCohort}
        data={[
          { value: '120', label: words.usersWith(120) },
          { value: '40', label: words.orMore(40) },
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
      title={words.spread}
      says={words.spreadSays(metric.label)}
      fileName={fileName('spread')}
      summary={words.spreadSummary(metric.label, views.length)}
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
      title={words.time}
      says={words.timeSays}
      fileName={fileName('time')}
      summary={words.timeSummary(views.length)}
      draw={(width) => <TimePerRating width={width} {...figure} />}
      table={
        <>
          <TimeTable views={views} />
          <Text size="xs" c="dimmed">
            {words.timingsDiffer}
          </Text>
        </>
      }
    />
  );
});
