import { useElementSize } from '@mantine/hooks';
import { lazy, Suspense, useMemo } from 'react';
import { RACE_SETTINGS, type RaceState } from '../../../state/talk/race';
import * as words from '../../../words/en/talk/race';
import type { ModelView } from '../../../worker/contract';
import { useGlide } from '../../common/use-glide';
import { Swatch } from '../../compare/charts/Swatch';
import { toRows } from '../../compare/figures/chart-data';
import { styleOf } from '../../compare/model-style';
import { publishedFigure } from '../../compare/published-figures';
import { RACERS } from '../racers';
import { Problem } from '../stage/Problem';
import { useTalk } from '../use-talk';
import styles from './RaceScene.module.css';
import scene from './scene.module.css';

/** As in Compare: the chart library comes with the first chart. */
const LineFigure = lazy(async () => ({
  default: (await import('../../compare/figures/figures')).LineFigure,
}));

/** Letters of the charts are made for a desk; on a wall they are this much larger. */
const ENLARGED = 1.75;
/** Below this width the chart is on a phone in a hand. */
const SMALL = 520;

const shareOf = (view: ModelView) => view.line?.within1Star ?? null;

function Lane({ view, fitting }: { view: ModelView; fitting: boolean }) {
  const { name, says } = RACERS[view.model];
  const share = shareOf(view);
  const users = view.band.at(-1)?.users ?? 0;
  return (
    <li className={styles.lane} data-main={view.model === 'wnn' || undefined}>
      {/* The same line and shape as in the chart. */}
      <span className={styles.laneMark}>
        <Swatch model={view.model} />
      </span>
      <span className={styles.laneName}>
        <strong className={styles.laneTitle}>{name}</strong>
        <span>{fitting ? words.learning : says}</span>
      </span>
      <span className={`${styles.laneShare} tabular`}>{share === null ? '–' : words.share(share)}</span>
      <span className={styles.laneWay} aria-hidden="true">
        <span
          className={styles.laneDone}
          style={{
            inlineSize: `${(100 * users) / RACE_SETTINGS.users}%`,
            background: styleOf(view.model).color,
          }}
        />
      </span>
    </li>
  );
}

/** What the paper reports of its own systems: there is something to see before the first system has answered. */
const PUBLISHED = RACE_SETTINGS.models.flatMap((model) => {
  const value = publishedFigure(RACE_SETTINGS, model);
  return value === undefined ? [] : [{ model, value, label: words.paper(value) }];
});

/** How far the race has come, in words and as a bar, while no lane moves. */
function Progress({ race }: { race: RaceState }) {
  const { progress } = race;
  if (race.phase !== 'running') return null;
  const told = progress?.measuring ? words.asking : words.teaching;
  return (
    <div className={styles.progress}>
      <p className="tabular">
        {progress ? told(RACERS[progress.model].name, progress.tasksDone, progress.tasks) : words.reading}
      </p>
      <span className={styles.laneWay} aria-hidden="true">
        <span className={styles.progressDone} style={{ inlineSize: `${100 * (progress?.share ?? 0)}%` }} />
      </span>
    </div>
  );
}

function Chart({ views }: { views: readonly ModelView[] }) {
  const { ref, width, height } = useElementSize();
  const scale = width < SMALL ? 1 : ENLARGED;
  const rows = useMemo(
    () =>
      toRows(
        views.map(({ model, band }) => ({
          model,
          points: band.map((point) => ({ x: point.users, ...point })),
        })),
      ),
    [views],
  );
  // Both ends stand from the start, so that the lines grow along a scale that stays.
  const framed = rows.at(-1)?.x === RACE_SETTINGS.users ? rows : [...rows, { x: RACE_SETTINGS.users }];
  return (
    <div className={styles.chart} ref={ref}>
      <div style={{ transform: `scale(${scale})`, transformOrigin: '0 0' }} aria-hidden="true">
        {width > 0 && height > 0 && (
          <Suspense fallback={null}>
            <LineFigure
              width={Math.floor(width / scale)}
              height={Math.floor(height / scale)}
              rows={framed}
              models={RACE_SETTINGS.models}
              banded={['wnn']}
              focus="wnn"
              xLabel={words.peopleAsked}
              yLabel={words.withinOneStar}
              tooltipTitle={words.afterPeople}
              lowerIsBetter={false}
              marks={PUBLISHED}
              markers={false}
            />
          </Suspense>
        )}
      </div>
    </div>
  );
}

/** Systems side by side, measured while the audience looks on. */
export function RaceScene() {
  const race = useTalk((state) => state.race);
  const parent = useGlide<HTMLOListElement>(300);
  const lanes = useMemo(
    () => [...race.views].sort((a, b) => (shareOf(b) ?? -1) - (shareOf(a) ?? -1)),
    [race.views],
  );
  return (
    <div className={styles.race}>
      <section className={scene.side} aria-label={words.chart}>
        <h2 className={scene.label}>{words.chartTitle}</h2>
        <Chart views={race.views} />
        <p className={styles.rule}>
          {words.rule} {words.publishedRule}
        </p>
        <Progress race={race} />
      </section>
      <section className={scene.side} aria-label={words.standings}>
        <h2 className={scene.label}>
          {race.phase === 'done'
            ? words.finish
            : race.phase === 'running'
              ? words.whereTheyStand
              : words.lineUp}
        </h2>
        {race.phase === 'failed' && (
          <Problem>
            {race.message} {words.goesOn}
          </Problem>
        )}
        <ol className={styles.lanes} ref={parent}>
          {lanes.map((view) => (
            <Lane
              key={view.model}
              view={view}
              fitting={
                race.phase === 'running' && race.progress?.model === view.model && !race.progress.measuring
              }
            />
          ))}
        </ol>
      </section>
    </div>
  );
}
