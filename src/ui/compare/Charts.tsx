import { Checkbox, SegmentedControl, Text } from '@mantine/core';
import { type ComponentType, lazy, useEffect, useMemo, useRef, useState } from 'react';
import { formatFigure } from '../../evaluation/format';
import type { CompareRun } from '../../state/compare-run';
import { yardsticksOf } from '../../state/compare-settings';
import type { ModelView } from '../../worker/contract';
import { ChartCard } from './ChartCard';
import type { FigureProps } from './charts/figures';
import { InTurn, NEXT_MS } from './InTurn';
import { Legend } from './Legend';
import { BandTable, SpreadTable, StandingTable, StepTable, TimeTable } from './TwinTables';
import { mainMetric } from './words';

/** The drawing code and the chart library come with the first chart. */
export const figures = () => import('./charts/figures');
const lazyFigure = <P,>(pick: (all: Awaited<ReturnType<typeof figures>>) => ComponentType<P>) =>
  lazy(async () => ({
    default: pick(await figures()) as ComponentType<unknown>,
  })) as unknown as ComponentType<P>;
export const AccuracySoFar = lazyFigure<FigureProps>((all) => all.AccuracySoFar);
const Standing = lazyFigure<FigureProps>((all) => all.Standing);
const SpreadOverUsers = lazyFigure<FigureProps>((all) => all.SpreadOverUsers);
const TimePerRating = lazyFigure<FigureProps>((all) => all.TimePerRating);
const LearningCurve = lazyFigure<FigureProps & { atLeast: number }>((all) => all.LearningCurve);

/** Charts of a run in motion are redrawn in turn, never together: each is a task of its own for the page. */
const TURN_MS = 220;
const CHARTS = 5;

/**
 * What is newest, taken over at this chart's turn: again and again while the run goes on, once when it is over.
 * Null before the first turn.
 */
function useInTurn(views: readonly ModelView[], place: number, live: boolean): readonly ModelView[] | null {
  const [shown, setShown] = useState<readonly ModelView[] | null>(null);
  const newest = useRef(views);
  useEffect(() => {
    newest.current = views;
  }, [views]);
  useEffect(() => {
    if (live) return;
    const timer = setTimeout(() => setShown(views), place * NEXT_MS);
    return () => clearTimeout(timer);
  }, [live, place, views]);
  useEffect(() => {
    if (!live) return;
    let timer = setTimeout(function next() {
      setShown(newest.current);
      timer = setTimeout(next, CHARTS * TURN_MS);
    }, place * TURN_MS);
    return () => clearTimeout(timer);
  }, [live, place]);
  return shown;
}

/** All charts of one run, with one legend. */
export function Charts({ run }: { run: CompareRun }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
  const [allBands, setAllBands] = useState(false);
  const { settings } = run;
  const fixed = yardsticksOf(settings.protocol);
  const toggle = (model: string) => {
    const next = new Set(hidden);
    if (!next.delete(model)) next.add(model);
    setHidden(next);
  };
  const shared = { run, hidden, focus, allBands };
  return (
    <div className="compare-charts">
      <div className="compare-legend-row">
        <Legend models={settings.models} hidden={hidden} fixed={fixed} onToggle={toggle} onFocus={setFocus} />
        <Checkbox
          size="xs"
          label="Every 95 % band"
          checked={allBands}
          onChange={(event) => setAllBands(event.currentTarget.checked)}
        />
      </div>
      <div className="compare-grid">
        <InTurn place={1}>
          <StandingCard {...shared} place={0} />
        </InTurn>
        {settings.protocol === 'prequential' && (
          <InTurn place={2}>
            <LearningCard {...shared} place={1} />
          </InTurn>
        )}
        <InTurn place={3}>
          <AccuracyCard {...shared} place={2} />
        </InTurn>
        <InTurn place={4}>
          <SpreadCard {...shared} place={3} />
        </InTurn>
        <InTurn place={5}>
          <TimeCard {...shared} place={4} />
        </InTurn>
      </div>
    </div>
  );
}

interface CardProps {
  run: CompareRun;
  hidden: ReadonlySet<string>;
  focus: string | null;
  allBands: boolean;
  place: number;
}

function useFigure({ run, hidden, focus, allBands, place }: CardProps) {
  const live = run.phase === 'running';
  const newest = useInTurn(run.views, place, live);
  const views = useMemo(() => newest?.filter(({ model }) => !hidden.has(model)) ?? [], [newest, hidden]);
  const metric = mainMetric(run.settings.protocol, run.settings.feedback);
  const figure = useMemo(
    () => ({ settings: run.settings, views, focus, allBands }),
    [run.settings, views, focus, allBands],
  );
  const fileName = (chart: string) => `weightless-${run.settings.protocol}-${chart}`;
  return { views, metric, figure, fileName, ready: newest !== null };
}

function StandingCard(props: CardProps) {
  const { views, metric, figure, fileName, ready } = useFigure(props);
  const first = views
    .flatMap(({ model, line }) => (line ? [{ model, value: line[metric.name as 'rmse'] ?? Number.NaN }] : []))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => (metric.lowerIsBetter ? a.value - b.value : b.value - a.value))[0];
  return (
    <ChartCard
      title="Where they stand"
      says={`${metric.label}: ${metric.says}. Bars: 95 %. Dotted lines: the constants.${props.run.settings.protocol === 'paper' ? ' Hollow: the paper’s own figures, from other data.' : ''}`}
      fileName={fileName('standing')}
      summary={
        first
          ? `${first.model} leads with ${metric.label} ${formatFigure(first.value, 3)}.`
          : 'No figures yet.'
      }
      ready={ready}
      draw={(width) => <Standing width={width} {...figure} />}
      table={<StandingTable settings={props.run.settings} views={views} />}
    />
  );
}

function AccuracyCard(props: CardProps) {
  const { views, metric, figure, fileName, ready } = useFigure(props);
  return (
    <ChartCard
      title="Accuracy so far"
      says={`${metric.label} over the users measured, in the order in which they are visited, with 95 % bands (normal approximation).`}
      fileName={fileName('so-far')}
      summary={`${metric.label} of ${views.length} systems over the users measured.`}
      ready={ready}
      draw={(width) => <AccuracySoFar width={width} {...figure} />}
      table={<BandTable views={views} />}
    />
  );
}

function LearningCard(props: CardProps) {
  const { views, metric, figure, fileName, ready } = useFigure(props);
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
      ready={ready}
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
}

function SpreadCard(props: CardProps) {
  const { views, metric, figure, fileName, ready } = useFigure(props);
  return (
    <ChartCard
      title="Spread over users"
      says={`${metric.label} of single users: box from quartile to quartile, whiskers 5 % to 95 %, mean as marker.`}
      fileName={fileName('spread')}
      summary={`How ${metric.label} spreads over users, for ${views.length} systems.`}
      ready={ready}
      draw={(width) => <SpreadOverUsers width={width} {...figure} />}
      table={<SpreadTable views={views} />}
    />
  );
}

function TimeCard(props: CardProps) {
  const { views, figure, fileName, ready } = useFigure(props);
  return (
    <ChartCard
      title="Time per learned rating"
      says="Log axis, measured on this device. Full: learning of one person’s ratings. Hollow: with the shared fit dealt out over all ratings learned in the run."
      fileName={fileName('time')}
      summary={`Time per learned rating of ${views.length} systems.`}
      ready={ready}
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
}
