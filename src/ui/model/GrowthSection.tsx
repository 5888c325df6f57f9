import { Button, Text } from '@mantine/core';
import { useDisclosure, useElementSize } from '@mantine/hooks';
import type { Growth, Milestone } from '../../state/log/growth';
import * as words from '../../words/en/model/growth';
import { number } from '../../words/format';
import { TwinTable } from '../common/tables/TwinTable';
import styles from './GrowthSection.module.css';
import { ModelSection } from './ModelSection';
import { useGrowth } from './use-reading';

const HEIGHT = 170;
const SIDE = { top: 14, right: 14, bottom: 30, left: 52 };

/** A round number of at least `value`: 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= value) ?? value;
}

function Curve({ points, milestones, width }: Growth & { width: number }) {
  const last = points[points.length - 1];
  const top = roundUp(Math.max(...points.map(({ written }) => written)));
  const x = (events: number) => SIDE.left + ((width - SIDE.left - SIDE.right) * events) / last.events;
  const y = (written: number) => HEIGHT - SIDE.bottom - ((HEIGHT - SIDE.top - SIDE.bottom) * written) / top;
  const line = points
    .map(({ events, written }) => `${x(events).toFixed(1)} ${y(written).toFixed(1)}`)
    .join('L');
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={words.curve(last.written, last.events)}
      className={styles.curve}
    >
      {[0, top / 2, top].map((written) => (
        <g key={written}>
          <line
            className={styles.grid}
            x1={SIDE.left}
            x2={width - SIDE.right}
            y1={y(written)}
            y2={y(written)}
          />
          <text x={SIDE.left - 8} y={y(written) + 4} textAnchor="end">
            {number(written)}
          </text>
        </g>
      ))}
      <path className={styles.area} d={`M${line}L${x(last.events)} ${y(0)}L${x(0)} ${y(0)}Z`} />
      <path className={styles.line} d={`M${line}`} />
      {milestones.map(({ events, written }) => (
        <circle key={events} className={styles.dot} cx={x(events)} cy={y(written)} r={4} />
      ))}
      <text x={SIDE.left} y={HEIGHT - 8}>
        0
      </text>
      <text x={width - SIDE.right} y={HEIGHT - 8} textAnchor="end">
        {words.clicks(last.events)}
      </text>
    </svg>
  );
}

function tasteThen({ liked, disliked }: Milestone): string {
  return liked.length + disliked.length === 0 ? words.nothingStoodOut : words.stoodOut(liked, disliked);
}

/** Cells written over the log, and what stood out at some moments of it. */
export function GrowthSection() {
  const growth = useGrowth();
  const { points, milestones } = growth;
  const { ref, width } = useElementSize();
  const [asTable, { toggle }] = useDisclosure(false);
  const begun = points.length > 1;
  return (
    <ModelSection
      name="growth"
      title={words.title}
      beside={
        begun && (
          <Button size="compact-sm" variant="subtle" aria-pressed={asTable} onClick={toggle}>
            {asTable ? words.chart : words.table}
          </Button>
        )
      }
    >
      <Text c="dimmed">{begun ? words.about : words.notBegun}</Text>
      <div ref={ref}>
        {begun && !asTable && width > 0 && <Curve {...growth} width={Math.floor(width)} />}
        {begun && asTable && (
          <TwinTable
            caption={words.alongLog}
            heads={[words.headAfter, words.headRated, words.headWritten]}
            rows={points.map(({ events, opinions, written }) => ({
              name: words.clicks(events),
              cells: [String(opinions), number(written)],
            }))}
          />
        )}
      </div>
      {begun && (
        <ol className={styles.milestones}>
          {milestones.map((milestone) => (
            <li key={milestone.events}>
              <span className={styles.when}>{words.afterClicks(milestone.events)}</span>
              <span>{tasteThen(milestone)}</span>
            </li>
          ))}
        </ol>
      )}
    </ModelSection>
  );
}
