import { Button, Text } from '@mantine/core';
import { useDisclosure, useElementSize } from '@mantine/hooks';
import type { Growth, Milestone } from '../../state/log/growth';
import { TwinTable } from '../common/tables/TwinTable';
import styles from './GrowthSection.module.css';
import { ModelSection } from './ModelSection';
import { useGrowth } from './use-reading';

const HEIGHT = 170;
const SIDE = { top: 14, right: 14, bottom: 30, left: 52 };

const clicks = (count: number) => `${count.toLocaleString('en')} ${count === 1 ? 'click' : 'clicks'}`;

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
      aria-label={`Memory cells written, growing from 0 to ${last.written.toLocaleString('en')} over ${clicks(last.events)}.`}
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
            {written.toLocaleString('en')}
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
        {clicks(last.events)}
      </text>
    </svg>
  );
}

function tasteThen({ liked, disliked }: Milestone): string {
  if (liked.length + disliked.length === 0) return 'nothing stood out';
  const goes = liked.length > 0 ? liked.join(', ') : '';
  return disliked.length > 0 ? `${goes}${goes ? '; ' : ''}not ${disliked.join(', ')}` : goes;
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
      title="How it grew"
      beside={
        begun && (
          <Button size="compact-sm" variant="subtle" aria-pressed={asTable} onClick={toggle}>
            {asTable ? 'Chart' : 'Table'}
          </Button>
        )
      }
    >
      <Text c="dimmed">
        {begun
          ? 'Memory cells written, click by click, undone ones included. A cell written before only counts higher.'
          : 'The chart begins with your first click.'}
      </Text>
      <div ref={ref}>
        {begun && !asTable && width > 0 && <Curve {...growth} width={Math.floor(width)} />}
        {begun && asTable && (
          <TwinTable
            caption="The model along the log"
            heads={['after', 'films rated', 'cells written']}
            rows={points.map(({ events, opinions, written }) => ({
              name: clicks(events),
              cells: [String(opinions), written.toLocaleString('en')],
            }))}
          />
        )}
      </div>
      {begun && (
        <ol className={styles.milestones}>
          {milestones.map((milestone) => (
            <li key={milestone.events}>
              <span className={styles.when}>After {clicks(milestone.events)}</span>
              <span>{tasteThen(milestone)}</span>
            </li>
          ))}
        </ol>
      )}
    </ModelSection>
  );
}
