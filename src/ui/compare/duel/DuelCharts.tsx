import { Text, Title } from '@mantine/core';
import { lazy, useMemo, useState } from 'react';
import { formatFigure } from '../../../evaluation/format';
import { DUEL_ABSENT, DUEL_LATE, DUEL_MODELS, type recordOf } from '../../../state/compare/duel';
import * as words from '../../../words/en/compare/duel';
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
          title={words.foreseenSoFar}
          says={words.foreseenSays}
          fileName="weightless-duel"
          summary={words.foreseenMost(standings[0].model, formatFigure(standings[0].last.share, 3))}
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
              xLabel={words.xClicks}
              yLabel={words.yForeseen}
              tooltipTitle={words.afterClicks}
            />
          )}
          table={<DuelTable standings={standings} />}
        />
        <div className={cards.card}>
          <Title order={3}>{words.standings}</Title>
          <DuelTable standings={standings} />
          <Text size="xs" c="dimmed">
            {words.madeForLists} {words.late(DUEL_LATE)} {DUEL_ABSENT.length > 0 && words.absent(DUEL_ABSENT)}
          </Text>
        </div>
      </div>
    </>
  );
}
