import { Checkbox, SegmentedControl, Text } from '@mantine/core';
import {
  type ComponentType,
  lazy,
  memo,
  type RefObject,
  startTransition,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { formatFigure } from '../../../evaluation/format';
import { blankViews, type CompareRun } from '../../../state/compare/run';
import { type CompareSettings, yardsticksOf } from '../../../state/compare/settings';
import type { ModelView } from '../../../worker/contract';
import type { FigureProps } from '../figures/figures';
import { InTurn, NEXT_MS } from '../InTurn';
import { mainMetric } from '../words';
import { ChartCard } from './ChartCard';
import { Legend } from './Legend';
import { BandTable, SpreadTable, StandingTable, StepTable, TimeTable } from './TwinTables';

/** The drawing code and the chart library come with the first chart. */
export const figures = () => import('../figures/figures');
const lazyFigure = <P,>(pick: (all: Awaited<ReturnType<typeof figures>>) => ComponentType<P>) =>
  lazy(async () => ({
    default: pick(await figures()) as ComponentType<unknown>,
  })) as unknown as ComponentType<P>;
const AccuracySoFar = lazyFigure<FigureProps>((all) => all.AccuracySoFar);
const Standing = lazyFigure<FigureProps>((all) => all.Standing);
const SpreadOverUsers = lazyFigure<FigureProps>((all) => all.SpreadOverUsers);
const TimePerRating = lazyFigure<FigureProps>((all) => all.TimePerRating);
const LearningCurve = lazyFigure<FigureProps & { atLeast: number }>((all) => all.LearningCurve);

/** Charts of a run in motion are redrawn in turn, never together: each is a task of its own for the page. */
const TURN_MS = 220;
const CHARTS = 5;

/** What is newest of a run in motion, to be looked at by each chart at its turn. */
type Newest = RefObject<readonly ModelView[]>;

/**
 * Follows a run at this chart's turn: again and again while it goes on (`over` is null), once when it is over.
 * @returns null before the first turn.
 */
function useInTurn(id: string, newest: Newest, over: readonly ModelView[] | null, place: number) {
  const [shown, setShown] = useState<{ id: string; views: readonly ModelView[] } | null>(null);
  useEffect(() => {
    const show = (views: readonly ModelView[]) => startTransition(() => setShown({ id, views }));
    let timer = over
      ? setTimeout(() => show(over), place * NEXT_MS)
      : setTimeout(function next() {
          show(newest.current);
          timer = setTimeout(next, CHARTS * TURN_MS);
        }, place * TURN_MS);
    return () => clearTimeout(timer);
  }, [id, newest, over, place]);
  return shown?.id === id ? shown.views : null;
}

interface ChartsProps {
  run: CompareRun;
  /** Nothing has been started: only an empty chart, which is there already when a run begins. */
  idle?: boolean;
}

/** All charts of one run, with one legend. */
export function Charts({ run, idle = false }: ChartsProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
  const [allBands, setAllBands] = useState(false);
  const newest = useRef(run.views);
  useEffect(() => {
    newest.current = run.views;
  }, [run.views]);
  const { id, settings } = run;
  const toggle = (model: string) => {
    const next = new Set(hidden);
    if (!next.delete(model)) next.add(model);
    setHidden(next);
  };
  const over = run.phase === 'running' ? null : run.views;
  const shared = { id, settings, newest, over, hidden, focus, allBands };
  const prequential = settings.protocol === 'prequential';
  return (
    <div className="compare-charts">
      {!idle && (
        <div className="compare-legend-row">
          <Legend
            models={settings.models}
            hidden={hidden}
            fixed={yardsticksOf(settings.protocol)}
            onToggle={toggle}
            onFocus={setFocus}
          />
          <Checkbox
            size="xs"
            label="Every 95 % band"
            checked={allBands}
            onChange={(event) => setAllBands(event.currentTarget.checked)}
          />
        </div>
      )}
      <div className="compare-grid">
        {!idle && (
          <InTurn place={1}>
            <StandingCard {...shared} place={0} />
          </InTurn>
        )}
        {!idle && prequential && (
          <InTurn place={2}>
            <LearningCard {...shared} place={1} />
          </InTurn>
        )}
        <AccuracyCard {...shared} idle={idle} place={2} />
        {!idle && (
          <InTurn place={3}>
            <SpreadCard {...shared} place={3} />
          </InTurn>
        )}
        {!idle && (
          <InTurn place={4}>
            <TimeCard {...shared} place={4} />
          </InTurn>
        )}
      </div>
    </div>
  );
}

/** The same from one event of a run to the next, so that a card is drawn again only at its turn. */
interface CardProps {
  id: string;
  settings: CompareSettings;
  newest: Newest;
  /** What there is in the end; null while the run goes on. */
  over: readonly ModelView[] | null;
  hidden: ReadonlySet<string>;
  focus: string | null;
  allBands: boolean;
  place: number;
}

function useFigure({ id, settings, newest, over, hidden, focus, allBands, place }: CardProps) {
  // Before the first turn nothing is measured as yet, but every system has its place.
  const blank = useMemo(() => blankViews(settings.models), [settings.models]);
  const all = useInTurn(id, newest, over, place) ?? blank;
  const views = useMemo(() => all.filter(({ model }) => !hidden.has(model)), [all, hidden]);
  const metric = mainMetric(settings.protocol, settings.feedback);
  const figure = { settings, views, focus, allBands };
  const fileName = (chart: string) => `weightless-${settings.protocol}-${chart}`;
  return { views, metric, figure, fileName };
}

const StandingCard = memo(function StandingCard(props: CardProps) {
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

const AccuracyCard = memo(function AccuracyCard({ idle, ...props }: CardProps & { idle: boolean }) {
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

const LearningCard = memo(function LearningCard(props: CardProps) {
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

const SpreadCard = memo(function SpreadCard(props: CardProps) {
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

const TimeCard = memo(function TimeCard(props: CardProps) {
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
