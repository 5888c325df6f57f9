import { Text, Title } from '@mantine/core';
import { lazy, useMemo, useState } from 'react';
import { formatFigure } from '../../../evaluation/format';
import { DUEL_ABSENT, DUEL_LATE, DUEL_MODELS, type recordOf } from '../../../state/compare/duel';
import { ChartCard } from '../charts/ChartCard';
import cards from '../charts/cards.module.css';
import { Legend } from '../charts/Legend';
import { figures } from '../charts/lazy-figures';
import { toRows } from '../figures/chart-data';
import { DuelTable } from './DuelTable';

const LineFigure = lazy(async () => ({ default: (await figures()).LineFigure }));
/** Points of a line at most. */
const POINTS = 60;
const FIXED = ['constant', 'user-constant'];

/** One system's answers to the person's clicks, in order. */
export interface DuelRecord {
  model: string;
  fitMs: number;
  record: ReturnType<typeof recordOf>;
}

/** How each system has fared so far, as lines and as a table; nothing before the first answer. */
export function DuelCharts({ records }: { records: readonly DuelRecord[] }) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [focus, setFocus] = useState<string | null>(null);
  const shown = useMemo(() => records.filter(({ model }) => !hidden.has(model)), [records, hidden]);
  const rows = useMemo(
    () =>
      toRows(
        shown.map(({ model, record }) => {
          const every = Math.max(1, Math.ceil(record.length / POINTS));
          const points = record
            .filter((_, index) => (record.length - 1 - index) % every === 0)
            .map(({ clicks, share, low, high }) => ({ x: clicks, users: clicks, value: share, low, high }));
          return { model, points };
        }),
      ),
    [shown],
  );
  const standings = records
    .flatMap((view) => {
      const last = view.record.at(-1);
      return last ? [{ ...view, last }] : [];
    })
    .sort((a, b) => b.last.share - a.last.share);
  if (standings.length === 0) return null;
  return (
    <>
      <Legend
        models={DUEL_MODELS}
        hidden={hidden}
        fixed={FIXED}
        onFocus={setFocus}
        onToggle={(model) => {
          const next = new Set(hidden);
          if (!next.delete(model)) next.add(model);
          setHidden(next);
        }}
      />
      <div className={cards.grid}>
        <ChartCard
          title="Foreseen so far"
          says="Share of your clicks that each system foresaw, with Wilson’s 95 % interval for those in focus."
          fileName="weightless-duel"
          summary={`${standings[0].model} has foreseen most: ${formatFigure(standings[0].last.share, 3)}.`}
          draw={(width) => (
            <LineFigure
              {...{
                width,
                height: 340,
                rows,
                focus,
                marks: [],
                markers: false,
                lowerIsBetter: false,
                most: 1,
              }}
              models={shown.map(({ model }) => model)}
              banded={shown
                .map(({ model }) => model)
                .filter((model) => (focus ? model === focus : model === 'wnn'))}
              xLabel="clicks"
              yLabel="foreseen"
              tooltipTitle={(x) => `after ${x} clicks`}
            />
          )}
          table={<DuelTable standings={standings} />}
        />
        <div className={cards.card}>
          <Title order={3}>Standings</Title>
          <DuelTable standings={standings} />
          <Text size="xs" c="dimmed">
            ease-recent is made for lists: here its scores are read as the chance of a like.{' '}
            {DUEL_LATE.join(', ')}, slow to fit, comes last.{' '}
            {DUEL_ABSENT.length > 0 &&
              `Absent: ${DUEL_ABSENT.join(', ')}, which must be trained anew on everybody for each click.`}
          </Text>
        </div>
      </div>
    </>
  );
}
